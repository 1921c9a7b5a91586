import { lazy, type ReactNode, Suspense, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable, useObservableLater } from "#lib/observable.ts";
import { useDataClient } from "#queries/data-client-context.tsx";
import { Panel } from "#ui/panel.tsx";

const EntryTable = lazy(async () => ({ default: (await import("./entry-table.tsx")).EntryTable }));

/** Every query of this visit: request, duration, and which were answered from the cache. */
export function RequestLog(): ReactNode {
  const { log } = useDataClient();
  const { t } = useI18n();
  const entries = useObservableLater(log);
  const [isOpen, setIsOpen] = useState(false);
  const asked = entries.filter(({ kind }) => kind === "network").length;
  return (
    <Panel title={t("data.title")}>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{t("data.summary", { asked, derived: entries.length - asked })}</summary>
        <Suspense>{isOpen && <EntryTable entries={entries} />}</Suspense>
      </details>
    </Panel>
  );
}

/** Why requests are waiting, and until when. Always mounted, so that screen readers announce changes. */
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
