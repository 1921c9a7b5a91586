import { type ReactNode, useState } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { copyText } from "#lib/copy-text.ts";
import { curlLine, type LogEntry, type NetworkEntry } from "#queries/request-queue/call-log.ts";
import type { Column } from "#table/column.ts";
import { DataTable } from "#table/data-table.tsx";

/** A row per query, newest first. */
export function EntryTable({ entries }: { entries: readonly LogEntry[] }): ReactNode {
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

/** For derived queries one cell spans the result columns. */
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
      // A status code is not formatted as a count.
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

/** Copies a line; shows it where the clipboard is blocked. */
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

/** A decoded address; as it is if it cannot be decoded. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
