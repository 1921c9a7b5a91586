import { type ReactNode, useState, useSyncExternalStore } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { copyText } from "#lib/copy-text.ts";
import type { DataClient } from "#queries/data-client.ts";
import {
  curlLine,
  type DerivedEntry,
  type LogEntry,
  type NetworkEntry,
} from "#queries/request-queue/call-log.ts";
import { Panel } from "#ui/panel.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { Count } from "#ui/value.tsx";

/** Every query of this visit: what was asked, what it took, and what was answered without asking. */
export function RequestLog({ dataClient }: { dataClient: DataClient }): ReactNode {
  const { words } = useI18n();
  const entries = useSyncExternalStore(dataClient.log.subscribe, dataClient.log.get);
  const [isOpen, setIsOpen] = useState(false);
  const asked = entries.filter(({ kind }) => kind === "network").length;
  return (
    <Panel title={words("data.title")}>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{words("data.summary", { asked, derived: entries.length - asked })}</summary>
        {isOpen && <EntryTable entries={entries} />}
      </details>
    </Panel>
  );
}

function EntryTable({ entries }: { entries: readonly LogEntry[] }): ReactNode {
  const { words } = useI18n();
  return (
    <div className="table-scroll data-panel">
      <table className="table">
        <caption className="visually-hidden">{words("data.title")}</caption>
        <TableHead
          columns={[
            "data.address",
            "data.time",
            { words: "data.answer", className: "text" },
            "data.ms",
            "data.bytes",
            "data.status",
            "data.tries",
            "data.copy",
          ]}
        />
        <tbody>
          {entries.toReversed().map((entry) => (
            <tr key={entry.id}>
              <th scope="row" className="data-panel__address">
                {readable(entry.address)}
              </th>
              <TimeCell instant={entry.start} />
              {entry.kind === "network" ? <NetworkCells entry={entry} /> : <DerivedCells entry={entry} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TimeCell({ instant }: { instant: number }): ReactNode {
  const { formats } = useI18n();
  return (
    <td>
      <time dateTime={new Date(instant).toISOString()}>{formats.time(instant)}</time>
    </td>
  );
}

function NetworkCells({ entry }: { entry: NetworkEntry }): ReactNode {
  const { words } = useI18n();
  const { address, ms, bytes, status, tries, ending } = entry;
  return (
    <>
      <td className="text">{words(`data.ending.${ending}`)}</td>
      <td>{ms === null ? "–" : <Count value={Math.round(ms)} />}</td>
      <td>{bytes === null ? "–" : <Count value={bytes} />}</td>
      <td>{status ?? "–"}</td>
      <td>
        <Count value={tries} />
      </td>
      <td>
        <CurlCopy line={curlLine(address, location.origin)} />
      </td>
    </>
  );
}

/** Copies a line; where the browser does not let us, shows it. */
function CurlCopy({ line }: { line: string }): ReactNode {
  const { words } = useI18n();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await copyText(line));
  return (
    <>
      <button type="button" className="link" onClick={copy}>
        {words("data.curl")}
      </button>
      {copied && <span role="status"> {words("data.copied")}</span>}
      {copied === false && <code className="data-panel__line">{line}</code>}
    </>
  );
}

function DerivedCells({ entry }: { entry: DerivedEntry }): ReactNode {
  const { words } = useI18n();
  return (
    <td className="text data-panel__address" colSpan={6}>
      {words("data.derived", { from: readable(entry.from) })}
    </td>
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
