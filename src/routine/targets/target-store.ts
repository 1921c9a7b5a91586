import { createObservable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import type { RateTarget } from "#referrals/targets.ts";
import { readTargets } from "./read-targets.ts";

const NAME = "targets";

const kept = createObservable<readonly RateTarget[]>(storedTargets());

function storedTargets(): RateTarget[] {
  const read = readTargets(readStored(NAME) ?? "[]");
  return Array.isArray(read) ? read : [];
}

/** The targets that this device keeps, in the order in which they were set. */
export const targetStore = {
  ...kept,
  set(targets: readonly RateTarget[]) {
    writeStored(NAME, targets.length === 0 ? null : JSON.stringify(targets));
    kept.set(targets);
  },
};
