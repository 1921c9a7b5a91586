import { useEffect } from "react";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useSeenTime, visitStoreOf } from "./visit-store.ts";

/** Events that show whether the page is being looked at. */
const SIGNS = ["visibilitychange", "pointerdown", "keydown"] as const;
const NOTED_EVERY_MS = 60_000;

/** Records when this page is looked at, in every view. */
export function VisitRecorder(): null {
  const reader = useReader();
  const seen = useSeenTime();
  useEffect(() => {
    const store = visitStoreOf(reader, seen);
    let noted = 0;
    const note = ({ type }: { type: string }) => {
      const isDue = type === "visibilitychange" || Date.now() - noted >= NOTED_EVERY_MS;
      if (!isDue) return;
      noted = Date.now();
      store.note(seen);
    };
    note({ type: "visibilitychange" });
    for (const sign of SIGNS) document.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, note, { capture: true });
    };
  }, [reader, seen]);
  return null;
}
