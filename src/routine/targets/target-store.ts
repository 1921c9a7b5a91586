import { useMemo } from "react";
import { parseTargets, type ReadTargets, readTargets } from "#config/targets.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { createKept } from "#lib/kept.ts";
import { useObservable } from "#lib/observable.ts";
import type { RateTarget } from "#referrals/targets.ts";

/** The targets that this device keeps, in the order in which they were set. */
export const targetStore = createKept<readonly RateTarget[]>("targets", {
  empty: [],
  read(text) {
    const { targets, faults } = parseTargets(text);
    return faults.length === 0 ? targets : undefined;
  },
  print: (targets) => (targets.length === 0 ? null : JSON.stringify(targets)),
});

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
