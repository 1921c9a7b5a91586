import { uniformFloat32 } from "pure-rand/distribution/uniformFloat32";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { ServerSettings } from "#config/server-settings.ts";
import { ENVELOPE_NAMES } from "./envelope.ts";
import type { Fault, PlainFault, RandomFault } from "./fault.ts";

/** One of every kind, with short waits. */
const EVERY_KIND: readonly PlainFault[] = [
  { kind: "throttle", retryAfter: 1, as: "seconds" },
  { kind: "throttle", retryAfter: 1, as: "date" },
  { kind: "throttle", retryAfter: 1, as: "text" },
  { kind: "unavailable", status: 500 },
  { kind: "unavailable", status: 502 },
  { kind: "unavailable", status: 503 },
  { kind: "unavailable", status: 504 },
  { kind: "slow", ms: 300 },
  { kind: "bucket-limit", n: 500 },
  { kind: "drop" },
  { kind: "html" },
  { kind: "malformed" },
  { kind: "no-next-link" },
  { kind: "looping-next-link" },
  { kind: "expired-token" },
  { kind: "forbidden" },
  { kind: "mfa" },
  { kind: "wrong-audience" },
  { kind: "not-here" },
  ...ENVELOPE_NAMES.map((variant) => ({ kind: "envelope", variant }) as const),
];

/** Draws faults call by call, null for none; equal seeds draw equally. */
function drawing({ seed, share, of }: RandomFault): () => PlainFault | null {
  const mix: readonly PlainFault[] = of ?? EVERY_KIND;
  const generator = xoroshiro128plus(seed);
  return () => {
    const isHit = uniformFloat32(generator) < share;
    const drawn = mix[uniformInt(generator, 0, mix.length - 1)];
    return isHit ? (drawn ?? null) : null;
  };
}

/** An active fault and the number of calls it has hit. */
export type FaultState = Fault & { hits: number };

export type FaultSwitch = {
  /** Replaces all active faults. */
  set(faults: readonly Fault[]): void;
  /** Active faults in order, including used-up ones. */
  list(): readonly FaultState[];
  /** Returns and counts the faults of the next call. */
  take(call: { isGrouped: boolean }): PlainFault[];
};

type Armed = { fault: Fault; hits: number; draw: () => PlainFault | null };

/** Faults that end a call: it is answered, or its body is broken. */
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

/** Holds the active faults. A call gets them in order, up to the first that ends it. */
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

/** A fault switch for made-up data and accounts; null with real sign-in or Partner Center. */
export function faultsFor({ signIn, partnerCenterUrl }: ServerSettings): FaultSwitch | null {
  return signIn.kind === "entra" || partnerCenterUrl !== null ? null : createFaultSwitch();
}
