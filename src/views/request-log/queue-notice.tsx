import { type ReactNode, useSyncExternalStore } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { DataClient } from "#queries/data-client.ts";

/** Says why nothing comes at the moment, and until when. The place is there from the start, so that it is read out. */
export function QueueNotice({ dataClient }: { dataClient: DataClient }): ReactNode {
  const { t, formats } = useI18n();
  const { state } = dataClient.requestQueue;
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
