import { uniformFloat32 } from "pure-rand/distribution/uniformFloat32";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ENVELOPE_NAMES } from "./envelope-names.ts";
import type { PlainFault, RandomFault } from "./fault.ts";

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
export function drawing({ seed, share, of }: RandomFault): () => PlainFault | null {
  const mix: readonly PlainFault[] = of ?? EVERY_KIND;
  const generator = xoroshiro128plus(seed);
  return () => {
    const isHit = uniformFloat32(generator) < share;
    const drawn = mix[uniformInt(generator, 0, mix.length - 1)];
    return isHit ? (drawn ?? null) : null;
  };
}
