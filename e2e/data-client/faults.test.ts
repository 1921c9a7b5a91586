import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENVELOPE_NAMES } from "#server/fault-injection/envelope.ts";
import type { OverviewState } from "./overview.ts";
import { problemsOf } from "./problems.ts";
import { type Fault, type Service, someReferrals, startService } from "./service.ts";

const MAX_TRIES = 8;

/** Faults behind which the answers have to be right without anybody's help. */
const PASSING: readonly Fault[] = [
  { kind: "throttle", retryAfter: 1, as: "seconds" },
  { kind: "throttle", retryAfter: 1, as: "date" },
  { kind: "throttle", retryAfter: 1, as: "text" },
  { kind: "unavailable", status: 500 },
  { kind: "unavailable", status: 502 },
  { kind: "unavailable", status: 503, retryAfter: 1 },
  { kind: "unavailable", status: 504 },
  { kind: "slow", ms: 5 },
  { kind: "drop" },
  { kind: "bucket-limit", n: 20 },
  { kind: "looping-next-link" },
];

/** Faults that end the query, and the kind of failure each is. */
const ENDING = {
  html: "html",
  malformed: "not-json",
  "expired-token": "token-expired",
  forbidden: "forbidden",
  mfa: "mfa-required",
  "wrong-audience": "wrong-audience",
  "not-here": "not-offered",
};

let service: Service;
let right: OverviewState;

beforeAll(async () => {
  service = await startService(someReferrals(240));
  right = (await service.askUnder([])).asked;
});
afterAll(() => service.close());

it("asks for all there is, and gets all of it, while nothing is wrong", () => {
  expect(Object.keys(right)).toHaveLength(8);
  for (const outcome of Object.values(right)) expect(outcome).toMatchObject({ completeness: "complete" });
});

describe.each([1, 3])("%d calls that meet", (times) => {
  it.each(PASSING)("$kind $status $as leave every answer right", async (fault) => {
    const { asked, mostTries } = await service.askUnder([{ ...fault, times }]);
    expect(asked).toEqual(right);
    expect(mostTries).toBeLessThanOrEqual(MAX_TRIES);
    expect(await service.hits()).toBe(times);
  });

  it.each(Object.entries(ENDING))(
    "%s fail as what they are, and all is right once it is over",
    async (kind, failure) => {
      const { asked, mostTries } = await service.askUnder([{ kind, times }]);
      expect(problemsOf(asked, right)).toEqual([]);
      expect(Object.values(asked)).toContainEqual({ failure });
      expect(mostTries).toBe(1);
      expect((await service.askUnder([])).asked).toEqual(right);
    },
  );
});

it.each(PASSING)("$kind $status $as without an end comes to an end", async (fault) => {
  const { asked, mostTries } = await service.askUnder([fault]);
  expect(problemsOf(asked, right)).toEqual([]);
  expect(mostTries).toBeLessThanOrEqual(MAX_TRIES);
});

it.each(ENVELOPE_NAMES)("answers written as %s count the same", async (variant) => {
  const { asked } = await service.askUnder([{ kind: "envelope", variant }]);
  for (const [name, outcome] of Object.entries(right))
    expect(asked[name]).toMatchObject("rows" in outcome ? { rows: outcome.rows } : outcome);
  expect(problemsOf(asked, right)).toEqual([]);
  expect(await service.hits()).toBeGreaterThan(0);
});
