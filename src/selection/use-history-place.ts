import { createObservable, useObservable } from "#lib/observable.ts";

/** Where an entry of the browser's history stands among those made one after the other, and the last that was made. */
type Place = { at: number; furthest: number };

const place = createObservable<Place>({ at: 0, furthest: 0 });

function placeOf(state: unknown): number {
  const at = (state as Partial<Place> | null)?.at;
  return typeof at === "number" ? at : 0;
}

/** Gives the present entry its place, whoever made it. The router is not told: the address stays. */
function keep(next: Place): void {
  History.prototype.replaceState.call(history, { ...history.state, at: next.at }, "");
  place.set(next);
}

function watchHistory(): void {
  const at = placeOf(history.state);
  place.set({ at, furthest: at });
  // The router dispatches the first two.
  addEventListener("pushState", () => keep({ at: place.get().at + 1, furthest: place.get().at + 1 }));
  addEventListener("replaceState", () => keep(place.get()));
  addEventListener("popstate", () => place.set({ ...place.get(), at: placeOf(history.state) }));
}

if (typeof history !== "undefined") watchHistory();

export type HistoryPlace = { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };

/** Takes changes back and makes them again: the browser's own back and forward, but never out of the page. */
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
