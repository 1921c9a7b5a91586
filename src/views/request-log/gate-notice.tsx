import { type ReactNode, useSyncExternalStore } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { DataClient } from "#queries/data-client.ts";

/** Says why nothing comes at the moment, and until when. The place is there from the start, so that it is read out. */
export function GateNotice({ dataClient }: { dataClient: DataClient }): ReactNode {
  const { words, formats } = useI18n();
  const { state } = dataClient.gate;
  const gate = useSyncExternalStore(state.subscribe, state.get);
  return (
    <div role="status">
      {gate.kind === "waiting" && (
        <p className="message">{words("gate.waiting", { time: formats.time(gate.until) })}</p>
      )}
      {gate.kind === "offline" && <p className="message">{words("gate.offline")}</p>}
    </div>
  );
}
