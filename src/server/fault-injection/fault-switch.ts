import type { ServerSettings } from "#config/server-settings.ts";
import type { Fault, PlainFault } from "./fault.ts";
import { drawing } from "./random.ts";

/** A fault that is on, and how many calls it has hit since. */
export type FaultState = Fault & { hits: number };

export type FaultSwitch = {
  /** Puts these on, in place of all that were on before. */
  set(faults: readonly Fault[]): void;
  /** What is on, in its order; what has hit as often as it should stays listed. */
  list(): readonly FaultState[];
  /** What the next call meets, and counts it. */
  take(call: { isGrouped: boolean }): PlainFault[];
};

type Armed = { fault: Fault; hits: number; draw: () => PlainFault | null };

/** Faults behind which nothing more can happen to a call: it is answered, or its body is broken. */
const LAST: readonly Fault["kind"][] = [
  "throttle",
  "unavailable",
  "html",
  "expired-token",
  "forbidden",
  "mfa",
  "wrong-audience",
  "not-here",
  "malformed",
  "drop",
];

function arm(fault: Fault): Armed {
  return { fault, hits: 0, draw: fault.kind === "random" ? drawing(fault) : () => fault };
}

function canHit({ fault, hits }: Armed, isGrouped: boolean): boolean {
  const fits = fault.kind !== "bucket-limit" || isGrouped;
  return fits && hits < (fault.times ?? Number.POSITIVE_INFINITY);
}

/** Holds the faults that are on. A call meets them in their order, up to the first that ends it. */
export function createFaultSwitch(): FaultSwitch {
  let on: readonly Armed[] = [];
  return {
    set: (faults) => {
      on = faults.map(arm);
    },
    list: () => on.map(({ fault, hits }) => ({ ...fault, hits })),
    take: ({ isGrouped }) => {
      const taken: PlainFault[] = [];
      for (const armed of on) {
        if (!canHit(armed, isGrouped)) continue;
        armed.hits += 1;
        const fault = armed.draw();
        if (fault === null) continue;
        taken.push(fault);
        if (LAST.includes(fault.kind)) break;
      }
      return taken;
    },
  };
}

/** A switch where nothing real can be disturbed by it; null behind real sign-in, and before Partner Center. */
export function faultsFor({ signIn, partnerCenterUrl }: ServerSettings): FaultSwitch | null {
  return signIn.kind === "entra" || partnerCenterUrl !== null ? null : createFaultSwitch();
}
