import { useEffect } from "react";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { visitStoreOf } from "./visit-store.ts";

/** Events that show whether the page is being looked at. */
const SIGNS = ["visibilitychange", "pointerdown", "keydown"] as const;
const NOTED_EVERY_MS = 60_000;

/** Records when this page is looked at, in every view. */
export function VisitRecorder(): null {
  const reader = useReader();
  const { dataTime } = useView().viewData;
  useEffect(() => {
    const store = visitStoreOf(reader, dataTime);
    let noted = 0;
    const note = ({ type }: { type: string }) => {
      const isDue = type === "visibilitychange" || Date.now() - noted >= NOTED_EVERY_MS;
      if (!isDue) return;
      noted = Date.now();
      store.note(dataTime);
    };
    note({ type: "visibilitychange" });
    for (const sign of SIGNS) document.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, note, { capture: true });
    };
  }, [reader, dataTime]);
  return null;
}
