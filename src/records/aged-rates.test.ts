import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, DAY_MS, dayOfInstant } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { type AgedCohort, agedCohorts, cohortAt, MARK_AGES, reachedBy, rowsByRange } from "./aged-rates.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST, tableOf } from "./testing/arbitraries.ts";

const AS_OF = Date.parse("2024-03-10T15:00:00Z");

function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Weeks up to the day of an instant, oldest first. */
const weeks = (at: number, count: number) =>
  Array.from({ length: count }, (_, place) => {
    const from = addDays(dayOfInstant(at), -7 * (count - place) + 1);
    return { from, to: addDays(from, 6) };
  });

const cohortsOf = (referrals: readonly Referral[], ranges = weeks(AS_OF, 30)): AgedCohort[] => {
  const table = tableOf(referrals);
  return finished(agedCohorts(table, allRows(table), ranges, AS_OF));
};

describe("a cohort that has reached an age", () => {
  const anyDays = fc.integer({ min: 0, max: 200 * 24 }).map((hours) => hours / 24);
  const anyOne = fc.record({ ago: anyDays, took: anyDays, won: fc.boolean() });

  it("has the share that a count finds, however few they are", () => {
    fc.assert(
      fc.property(fc.array(anyOne, { minLength: 1, maxLength: 40 }), (all) => {
        const date = (at: number) => new Date(at).toISOString();
        const referrals = all.map(({ ago, took, won }) => {
          const created = AS_OF - ago * DAY_MS;
          const end = created + took * DAY_MS;
          if (end > AS_OF) return referral({ status: "Active", createdDate: date(created) });
          return won
            ? referral({ status: "Won", createdDate: date(created), wonDate: date(end) })
            : referral({ status: "Lost", createdDate: date(created), lostDate: date(end) });
        });
        const ranges = weeks(AS_OF, 30);
        for (const [place, cohort] of cohortsOf(referrals, ranges).entries()) {
          const { from, to } = ranges[place] as (typeof ranges)[number];
          const own = referrals
            .map((one, index) => ({ day: one.createdDate?.slice(0, 10) ?? "", ...all[index] }))
            .filter(({ day }) => day >= from && day <= to);
          for (const age of MARK_AGES) {
            const at = cohortAt(cohort, "won", age);
            if (cohort.reached < age || own.length === 0) continue;
            const won = own.filter((one) => one.won && (one.took ?? 0) <= age);
            expect(at?.value).toBeCloseTo(won.length / own.length, 9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("never is NaN, and stays between its ends, whatever the records hold", () => {
    fc.assert(
      fc.property(anyRecords, ({ table }) => {
        const ranges = weeks(NEWEST, 8);
        const cohorts = finished(agedCohorts(table, allRows(table), ranges, NEWEST));
        const told = cohorts.flatMap((cohort) =>
          MARK_AGES.flatMap((age) =>
            (["accepted", "won"] as const).flatMap((event) => cohortAt(cohort, event, age) ?? []),
          ),
        );
        for (const { low, value, high } of told) {
          expect([0, low, value, high, 1]).toEqual([0, low, value, high, 1].toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

it("says nothing of a young cohort of few, and nothing of nobody", () => {
  const young = referral({
    status: "Won",
    createdDate: "2024-03-09T00:00:00",
    wonDate: "2024-03-10T00:00:00",
  });
  const cohorts = cohortsOf([young]);
  expect(cohortAt(cohorts.at(-1) as AgedCohort, "won", 30)).toBeNull();
  expect(cohortAt(cohorts[0] as AgedCohort, "won", 30)).toBeNull();
});

it("has reached what its youngest member has: the end of its last day counts", () => {
  expect(reachedBy("2024-02-29", Date.parse("2024-03-15T00:00:00Z"))).toBe(14);
  expect(reachedBy("2024-03-10", AS_OF)).toBe(0);
  expect(reachedBy("2024-03-09", AS_OF)).toBeCloseTo(0.625, 9);
});

it("puts each row into the range of its creation, and those of none into no range", () => {
  const days = [
    "2024-02-28T23:59:59",
    "2024-02-29T00:00:00",
    "2024-02-29T23:59:59",
    "2024-03-01T00:00:00",
    null,
  ];
  const table = tableOf(days.map((createdDate) => referral({ status: "New", createdDate })));
  const ranges = [
    { from: "2024-02-29", to: "2024-02-29" },
    { from: "2024-03-01", to: "2024-03-31" },
  ];
  expect(rowsByRange(table, allRows(table), ranges).map((rows) => [...rows])).toEqual([[1, 2], [3]]);
});
