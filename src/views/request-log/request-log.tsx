import { type ReactNode, useState } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { copyText } from "#lib/copy-text.ts";
import { useObservable } from "#lib/observable.ts";
import { useDataClient } from "#queries/data-client-context.tsx";
import { curlLine, type LogEntry, type NetworkEntry } from "#queries/request-queue/call-log.ts";
import type { Column } from "#table/column.ts";
import { DataTable } from "#table/data-table.tsx";
import { Panel } from "#ui/panel.tsx";

/** Every query of this visit: what was asked, what it took, and what was answered without asking. */
export function RequestLog(): ReactNode {
  const { log } = useDataClient();
  const { t } = useI18n();
  const entries = useObservable(log);
  const [isOpen, setIsOpen] = useState(false);
  const asked = entries.filter(({ kind }) => kind === "network").length;
  return (
    <Panel title={t("data.title")}>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{t("data.summary", { asked, derived: entries.length - asked })}</summary>
        {isOpen && <EntryTable entries={entries} />}
      </details>
    </Panel>
  );
}

function EntryTable({ entries }: { entries: readonly LogEntry[] }): ReactNode {
  const i18n = useI18n();
  return (
    <div className="table-scroll request-log">
      <DataTable
        caption={i18n.t("data.title")}
        isCaptionHidden
        columns={entryColumns(i18n)}
        rows={entries.toReversed()}
        rowKey={({ id }) => String(id)}
      />
    </div>
  );
}

/** What stands for the result of a query that was not sent reaches to the end of its row. */
function entryColumns({ t, formats }: I18n): Column<LogEntry>[] {
  const figure = (
    id: "ms" | "bytes" | "status" | "tries",
    read: (entry: NetworkEntry) => number | null,
  ): Column<LogEntry> => ({
    id,
    header: t(`data.${id}`),
    kind: "count",
    value: (entry) => (entry.kind === "network" ? read(entry) : null),
  });
  return [
    {
      id: "address",
      header: t("data.address"),
      className: "request-log__address",
      kind: "text",
      value: ({ address }) => readable(address),
    },
    {
      id: "time",
      header: t("data.time"),
      kind: "dateTime",
      value: ({ start }) => start,
      cell: ({ start }) => <time dateTime={new Date(start).toISOString()}>{formats.time(start)}</time>,
    },
    {
      id: "answer",
      header: t("data.answer"),
      className: "text",
      kind: "text",
      value: (entry) =>
        entry.kind === "network"
          ? t(`data.ending.${entry.ending}`)
          : t("data.derived", { from: readable(entry.from) }),
      cellProps: ({ kind }) => (kind === "network" ? {} : DERIVED),
    },
    figure("ms", ({ ms }) => ms && Math.round(ms)),
    figure("bytes", ({ bytes }) => bytes),
    {
      ...figure("status", ({ status }) => status),
      // A number that is no count.
      cell: (entry) => (entry.kind === "network" ? (entry.status ?? "–") : null),
    },
    figure("tries", ({ tries }) => tries),
    {
      id: "copy",
      header: t("data.copy"),
      cell: (entry) =>
        entry.kind === "network" && <CurlCopy line={curlLine(entry.address, location.origin)} />,
    },
  ];
}

const DERIVED = { className: "request-log__address", colSpan: 6 };

/** Copies a line; where the browser does not let us, shows it. */
function CurlCopy({ line }: { line: string }): ReactNode {
  const { t } = useI18n();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await copyText(line));
  return (
    <>
      <button type="button" className="link" onClick={copy}>
        {t("data.curl")}
      </button>
      {copied && <span role="status"> {t("data.copied")}</span>}
      {copied === false && <code className="request-log__line">{line}</code>}
    </>
  );
}

/** An address as people read it. One that cannot be decoded stays as it is. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Says why nothing comes at the moment, and until when. The place is there from the start, so that it is read out. */
export function QueueNotice(): ReactNode {
  const { t, formats } = useI18n();
  const { state } = useDataClient().requestQueue;
  const requestQueue = useObservable(state);
  return (
    <div role="status">
      {requestQueue.kind === "waiting" && (
        <p className="message">{t("queue.waiting", { time: formats.time(requestQueue.until) })}</p>
      )}
      {requestQueue.kind === "offline" && <p className="message">{t("queue.offline")}</p>}
    </div>
  );
}
