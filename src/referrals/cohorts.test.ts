import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, bucketStart, GRAINS } from "#lib/calendar.ts";
import { cohortsOf, type DatedOutcomeCount } from "./cohorts.ts";
import { funnelOf } from "./funnel.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";

const period = { from: "2024-01-01", to: "2024-03-31" };
const afterwards = Date.UTC(2024, 5, 1);
const options = { period, grain: "month" as const, dataTime: afterwards };
const outcomeCount = (
  day: string | null,
  outcome: DatedOutcomeCount["outcome"],
  count = 1,
): DatedOutcomeCount => ({
  day,
  outcome,
  acknowledged: false,
  accepted: false,
  count,
});

describe("cohorts", () => {
  it("are one for each bucket, with rates of what was created in it", () => {
    const { cohorts } = cohortsOf({
      ...options,
      outcomeCounts: [
        outcomeCount("2024-01-31", "won"),
        outcomeCount("2024-01-05", "lost", 3),
        outcomeCount("2024-03-01", "missed"),
      ],
    });
    expect(cohorts.map(({ bucket }) => bucket.start)).toEqual(["2024-01-01", "2024-02-01", "2024-03-01"]);
    expect(cohorts[0]).toMatchObject({ win: { part: 1, base: 4 }, acceptance: { part: 4, base: 4 } });
    expect(cohorts[1]).toMatchObject({ win: { kind: "absent" }, funnel: { created: 0 }, unfinished: null });
    expect(cohorts[2]).toMatchObject({ acknowledged: { part: 0, base: 1 } });
  });

  it("are unfinished while some are open, or while more may come", () => {
    const outcomeCounts = [
      outcomeCount("2024-01-31", "open-new", 2),
      outcomeCount("2024-02-01", "won"),
      outcomeCount("2024-03-01", "won"),
    ];
    const { cohorts } = cohortsOf({ ...options, outcomeCounts, dataTime: Date.UTC(2024, 2, 11) });
    expect(cohorts.map(({ unfinished }) => unfinished)).toEqual([
      { open: 2, bucket: null },
      null,
      { open: 0, bucket: { because: ["running"], coveredDays: 10, days: 31 } },
    ]);
  });

  it("hold every referral once, or tell that it is outside", () => {
    const anyDay = fc.option(fc.integer({ min: -40, max: 130 }).map((days) => addDays(period.from, days)));
    const anyDated = fc.tuple(anyOutcomeCount, anyDay).map(([one, day]) => ({ ...one, day }));
    fc.assert(
      fc.property(fc.array(anyDated), fc.constantFrom(...GRAINS), (outcomeCounts, grain) => {
        const { cohorts, outside } = cohortsOf({ ...options, outcomeCounts, grain });
        for (const { bucket, funnel } of cohorts)
          expect(funnel).toEqual(
            funnelOf(
              outcomeCounts.filter(({ day }) => day !== null && bucketStart(day, grain) === bucket.start),
            ),
          );
        const inside = cohorts.reduce((sum, { funnel }) => sum + funnel.created, 0);
        expect(inside + outside).toBe(funnelOf(outcomeCounts).created);
      }),
      { numRuns: 40 },
    );
  });
});
