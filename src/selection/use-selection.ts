import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
// The router's own useSearch decodes the query, and the selection decodes it again.
import { useSearch } from "wouter/use-browser-location";
import { type AddressFault, printSelection, readSelection, type Selection } from "./selection.ts";

export type SelectionState = {
  selection: Selection;
  faults: readonly AddressFault[];
  /** Changes parts of the selection: a new entry in the browser's history. */
  change: (part: Partial<Selection>) => void;
};

/** The selection as the address bar holds it. */
export function useSelection(): SelectionState {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { selection, faults } = useMemo(() => readSelection(search), [search]);
  const change = useCallback(
    (part: Partial<Selection>) => navigate(path + printSelection({ ...selection, ...part })),
    [selection, path, navigate],
  );
  return { selection, faults, change };
}
