import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ENVELOPE_NAMES } from "#server/fault-injection/envelope.ts";
import type { OverviewState } from "./overview.ts";
import { problemsOf } from "./problems.ts";
import { type Fault, type Service, someReferrals, startService } from "./service.ts";

const RUNS = 200;
const MAX_TRIES = 8;

/** Every kind, each as likely as the others, with limits that bite into small data and no real waits. */
const MIX: readonly Fault[] = [
  ...["seconds", "date", "text"].map((as) => ({ kind: "throttle", retryAfter: 1, as })),
  ...[500, 502, 503, 504].map((status) => ({ kind: "unavailable", status })),
  { kind: "slow", ms: 1 },
  { kind: "bucket-limit", n: 7 },
  { kind: "bucket-limit", n: 40 },
  { kind: "drop" },
  { kind: "looping-next-link" },
  ...["html", "malformed", "expired-token", "forbidden", "mfa", "wrong-audience", "not-here"].map((kind) => ({
    kind,
  })),
  ...ENVELOPE_NAMES.map((variant) => ({ kind: "envelope", variant })),
];

let service: Service;
let right: OverviewState;

beforeAll(async () => {
  service = await startService(someReferrals(120));
  right = (await service.askUnder([])).asked;
});
afterAll(() => service.close());

it(`${RUNS} mixes of faults end in right answers, in failures by name, or in marks`, {
  timeout: 300_000,
}, async () => {
  const endings = { right: 0, said: 0 };
  for (let seed = 1; seed <= RUNS; seed++) {
    const mix = { kind: "random", seed, share: 0.1 + 0.1 * (seed % 7), times: 40, of: MIX };
    const { asked, mostTries } = await service.askUnder([mix]);
    expect(problemsOf(asked, right), `seed ${seed}`).toEqual([]);
    expect(mostTries, `seed ${seed}`).toBeLessThanOrEqual(MAX_TRIES);
    const isRight = Object.keys(right).every((query) => isDeepStrictEqual(asked[query], right[query]));
    endings[isRight ? "right" : "said"] += 1;
  }
  // Each ending is seen: a mix that never hurts, or always does, would show nothing.
  expect(Math.min(endings.right, endings.said)).toBeGreaterThan(RUNS / 20);
});
