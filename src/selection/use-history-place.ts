import { useHistoryState } from "wouter/use-browser-location";

/** Where an entry of the browser's history stands among the changes made one after the other. */
type Place = { at: number };

// The browser does not tell whether there is an entry ahead: the last one that was made here.
let furthest = 0;

function placeOf(state: unknown): number {
  const at = (state as Partial<Place> | null)?.at;
  return typeof at === "number" ? at : 0;
}

/** What to keep with the entry that a change makes. */
export function nextPlace(): Place {
  furthest = placeOf(history.state) + 1;
  return { at: furthest };
}

/** What to keep with the entry that is written over. */
export function samePlace(): Place {
  return { at: placeOf(history.state) };
}

export type HistoryPlace = { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };

/** Takes changes back and makes them again: the browser's own back and forward, but never out of the page. */
export function useHistoryPlace(): HistoryPlace {
  const at = placeOf(useHistoryState());
  const [canUndo, canRedo] = [at > 0, at < furthest];
  return {
    canUndo,
    canRedo,
    undo: () => canUndo && history.back(),
    redo: () => canRedo && history.forward(),
  };
}
