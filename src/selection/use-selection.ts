import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
// The router's own useSearch decodes the query, and the selection decodes it again.
import { useSearch } from "wouter/use-browser-location";
import { DRILL } from "./drill.ts";
import { unlocked } from "./locks.ts";
import {
  type AddressFault,
  MAX_ADDRESS_CHARACTERS,
  type Parameters,
  printSearch,
  readParameters,
  writeParameters,
} from "./parameter.ts";
import { printSelection, readSelection, type Selection } from "./selection.ts";

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
    (part: Partial<Selection>) => {
      const text = printSelection({ ...selection, ...unlocked(selection, part) }, search);
      goTo(navigate, path, text);
    },
    [selection, search, path, navigate],
  );
  return { selection, faults, change };
}

/** Told where a choice would make the address longer than anybody reads it. */
export const ADDRESS_FULL = "address-full";

type Navigate = ReturnType<typeof useLocation>[1];

function goTo(navigate: Navigate, path: string, search: string, options?: { replace: boolean }): void {
  if (search.length <= MAX_ADDRESS_CHARACTERS) navigate(path + search, options);
  else dispatchEvent(new Event(ADDRESS_FULL));
}

export type KeysState<T> = {
  keys: T;
  faults: readonly AddressFault[];
  /** `replace` writes over the present entry of the history, as while somebody types. */
  change: (part: Partial<T>, replace?: boolean) => void;
};

/** Keys of one view in the address, beside the selection; `parameters` is a constant. */
export function useKeys<T extends object>(parameters: Parameters<T>): KeysState<T> {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { values, faults } = useMemo(
    () => readParameters(parameters, new URLSearchParams(search.slice(0, MAX_ADDRESS_CHARACTERS))),
    [parameters, search],
  );
  const change = useCallback(
    (part: Partial<T>, replace = false) => {
      const next = new URLSearchParams(search);
      writeParameters(parameters, { ...values, ...part }, next);
      goTo(navigate, path, printSearch(next), { replace });
    },
    [parameters, values, search, path, navigate],
  );
  return { keys: values, faults, change };
}

const DRILL_KEYS = { drill: DRILL };

/** What narrows the list of referrals to those behind one figure. */
export function useDrill(): KeysState<{ drill: typeof DRILL.fallback }> {
  return useKeys(DRILL_KEYS);
}
