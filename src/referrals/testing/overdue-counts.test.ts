import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, dayOfInstant, HOUR_MS } from "#lib/calendar.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { openAge } from "#referrals/testing/reference-rules.ts";
import { referral } from "./arbitraries.ts";
import { overdueCounts } from "./overdue-counts.ts";

const now = Date.UTC(2024, 2, 15, 12);

it("knows of a day whether all of it, some of it, or none of it is over the time", () => {
  const on = (day: string | null, count: number) => ({ day, outcome: "open-new" as const, count });
  expect(
    overdueCounts([on("2024-03-15", 1), on("2024-03-14", 2), on("2024-03-13", 4), on(null, 8)], now),
  ).toEqual({
    precision: "day",
    waiting: 15,
    undated: 8,
    answer: { atLeast: 4, atMost: 6 },
    expiry: { atLeast: 0, atMost: 0 },
  });
});

it("asks only for what waits for an answer", () => {
  const rows = OUTCOMES.map((outcome) => ({ day: "2023-01-01", outcome, count: 1 }));
  expect(overdueCounts(rows, now)).toMatchObject({ waiting: 2, expiry: { atLeast: 2, atMost: 2 } });
});

it("holds the true count, whatever the hours were", () => {
  const anyCreated = fc.integer({ min: -10 * HOUR_MS, max: 20 * DAY_MS }).map((age) => now - age);
  fc.assert(
    fc.property(fc.array(anyCreated), (instants) => {
      const rows = instants.map((at) => ({ day: dayOfInstant(at), outcome: "open-new" as const, count: 1 }));
      const { answer, expiry } = overdueCounts(rows, now);
      const ages = instants.map((at) =>
        openAge(referral({ status: "New", createdDate: new Date(at).toISOString() }), now),
      );
      const past = (...kinds: string[]) =>
        ages.filter((age) => age.kind === "waiting" && kinds.includes(age.overdue)).length;
      const truth = [past("past-answer", "past-expiry"), past("past-expiry")] as const;
      for (const [at, { atLeast, atMost }] of [answer, expiry].entries()) {
        expect(truth[at]).toBeGreaterThanOrEqual(atLeast);
        expect(truth[at]).toBeLessThanOrEqual(atMost);
      }
    }),
  );
});
