import { type ReactNode, useSyncExternalStore } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { useDataClient } from "#queries/data-client-context.tsx";

/** Says why nothing comes at the moment, and until when. The place is there from the start, so that it is read out. */
export function QueueNotice(): ReactNode {
  const { t, formats } = useI18n();
  const { state } = useDataClient().requestQueue;
  const requestQueue = useSyncExternalStore(state.subscribe, state.get);
  return (
    <div role="status">
      {requestQueue.kind === "waiting" && (
        <p className="message">{t("gate.waiting", { time: formats.time(requestQueue.until) })}</p>
      )}
      {requestQueue.kind === "offline" && <p className="message">{t("gate.offline")}</p>}
    </div>
  );
}
