import { useMemo } from "react";
import { parseTargets, type ReadTargets, readTargets } from "#config/targets.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { createObservable, useObservable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import type { RateTarget } from "#referrals/targets.ts";

const NAME = "targets";

const kept = createObservable<readonly RateTarget[]>(parseTargets(readStored(NAME) ?? "[]").targets);
const isKept = createObservable(true);

/** The targets that this device keeps, in the order in which they were set. */
export const targetStore = {
  ...kept,
  set(targets: readonly RateTarget[]) {
    isKept.set(writeStored(NAME, targets.length === 0 ? null : JSON.stringify(targets)));
    kept.set(targets);
  },
  /** Whether they are stored beyond the page. */
  isKept,
};

/** The targets of this installation, and what is wrong with the others. */
export function useGivenTargets(): ReadTargets {
  const { targets } = useView().config;
  return useMemo(
    () => (targets === undefined ? { targets: [], faults: [] } : readTargets(targets)),
    [targets],
  );
}

/** All targets: those of the installation, then the reader's own. */
export function useTargets(): readonly RateTarget[] {
  const given = useGivenTargets();
  const own = useObservable(targetStore);
  return useMemo(() => [...given.targets, ...own], [given, own]);
}
