import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
// wouter's useSearch decodes the query; the selection would decode it a second time.
import { useLocationProperty, useSearch } from "wouter/use-browser-location";
import {
  type AddressFault,
  MAX_ADDRESS_CHARACTERS,
  type Parameters,
  printParameters,
  printSearch,
  readParameters,
  writeParameters,
} from "./parameter.ts";
import { type Lock, printSelection, readSelection, type Selection } from "./selection.ts";

const PARTS: Readonly<Record<Lock, readonly (keyof Selection)[]>> = {
  period: ["from", "to", "basis"],
  market: ["markets"],
  partner: ["partners"],
  size: ["sizes"],
  outcome: ["outcomes"],
};

/** Removes locked parts from a change. */
export function unlocked(selection: Pick<Selection, "lock">, change: Partial<Selection>): Partial<Selection> {
  const locked = new Set<string>(selection.lock.flatMap((lock) => PARTS[lock]));
  return Object.fromEntries(Object.entries(change).filter(([key]) => !locked.has(key)));
}

export type SelectionState = {
  selection: Selection;
  faults: readonly AddressFault[];
  /** Changes parts of the selection and adds a history entry. */
  change: (part: Partial<Selection>) => void;
};

/** The selection in the address bar. */
export function useSelection(): SelectionState {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { selection, faults } = useMemo(() => readOnce(search), [search]);
  // Reads the address when called, so that its identity is stable and a change renders no panel at once.
  const change = useCallback(
    (part: Partial<Selection>) => {
      const { selection: now } = readOnce(location.search);
      goTo(navigate, path, printSelection({ ...now, ...unlocked(now, part) }, location.search));
    },
    [path, navigate],
  );
  return { selection, faults, change };
}

/** Reported when a choice would make the address too long. */
export const ADDRESS_FULL = "address-full";

type Navigate = ReturnType<typeof useLocation>[1];

function goTo(navigate: Navigate, path: string, search: string, options?: { replace: boolean }): void {
  if (search.length <= MAX_ADDRESS_CHARACTERS) navigate(path + search, options);
  else dispatchEvent(new Event(ADDRESS_FULL));
}

export type KeysState<T> = {
  keys: T;
  faults: readonly AddressFault[];
  /** `replace` overwrites the current history entry, as while typing. */
  change: (part: Partial<T>, replace?: boolean) => void;
};

/** Keys of one view in the address; `parameters` must be a constant. Other keys that change render nothing. */
export function useKeys<T extends object>(parameters: Parameters<T>): KeysState<T> {
  const own = useLocationProperty(() => printParameters(parameters, addressNow()));
  const [path, navigate] = useLocation();
  const { values, faults } = useMemo(
    () => readParameters(parameters, new URLSearchParams(own)),
    [parameters, own],
  );
  const change = useCallback(
    (part: Partial<T>, replace = false) => {
      const next = new URLSearchParams(location.search);
      writeParameters(parameters, { ...readParameters(parameters, addressNow()).values, ...part }, next);
      goTo(navigate, path, printSearch(next), { replace });
    },
    [parameters, path, navigate],
  );
  return { keys: values, faults, change };
}

/** Keeps the last result: a dozen components read the same address. */
function ofLast<T>(read: (search: string) => T): (search: string) => T {
  let last: { search: string; value: T } | null = null;
  return (search) => {
    if (last?.search !== search) last = { search, value: read(search) };
    return last.value;
  };
}

const readOnce = ofLast(readSelection);
const parsedOnce = ofLast((search) => new URLSearchParams(search));

function addressNow(): URLSearchParams {
  return parsedOnce(location.search.slice(0, MAX_ADDRESS_CHARACTERS));
}
