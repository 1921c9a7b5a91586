import { createObservable, useObservable } from "#lib/observable.ts";

/** Position of the current entry among this page's history entries, and the last one. */
type Place = { at: number; furthest: number };

const place = createObservable<Place>({ at: 0, furthest: 0 });

function placeIn(state: unknown): number | null {
  const at = (state as Partial<Place> | null)?.at;
  return typeof at === "number" ? at : null;
}

/** The position of the entry that a navigation makes, to go with it: writing it afterwards would take as long again. */
export function placed(isReplaced: boolean): { at: number } {
  return { at: place.get().at + (isReplaced ? 0 : 1) };
}

/** Stores the position in an entry that came without. Bypasses the router, because the address stays the same. */
function keep(next: Place): void {
  if (placeIn(history.state) !== next.at)
    History.prototype.replaceState.call(history, { ...history.state, at: next.at }, "");
  place.set(next);
}

function watchHistory(): void {
  const at = placeIn(history.state) ?? 0;
  place.set({ at, furthest: at });
  // wouter dispatches the first two.
  addEventListener("pushState", () => keep({ at: place.get().at + 1, furthest: place.get().at + 1 }));
  addEventListener("replaceState", () => keep(place.get()));
  addEventListener("popstate", () => place.set({ ...place.get(), at: placeIn(history.state) ?? 0 }));
}

if (typeof history !== "undefined") watchHistory();

export type HistoryPlace = { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };

/** Undo and redo by the browser's back and forward, without leaving the page. */
export function useHistoryPlace(): HistoryPlace {
  const { at, furthest } = useObservable(place);
  const [canUndo, canRedo] = [at > 0, at < furthest];
  return {
    canUndo,
    canRedo,
    undo: () => canUndo && history.back(),
    redo: () => canRedo && history.forward(),
  };
}
