import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, bucketCount, GRAINS, instantOfDay } from "#lib/calendar.ts";
import { anyOutcomeCount, anyPeriod } from "#referrals/testing/arbitraries.ts";
import { multiplesGrain, periodMultiples } from "./multiples-model.ts";

const YEAR = { from: "2026-01-01", to: "2026-12-31" };

function monthly(count: (month: number) => number, dataTime: number) {
  const outcomeCounts = Array.from({ length: 12 }, (_, at) => ({
    day: `2026-${String(at + 1).padStart(2, "0")}-15`,
    outcome: "lost" as const,
    acknowledged: true,
    accepted: true,
    count: count(at + 1),
  })).filter((outcomeCount) => outcomeCount.count > 0);
  return periodMultiples({ outcomeCounts, period: YEAR, grain: "month", dataTime });
}

describe("funnels by period", () => {
  it("are the latest eight in the order of time; the earlier ones add up", () => {
    const { multiples, other, scale } = monthly((month) => month, instantOfDay("2027-01-01"));
    expect(multiples.map(({ key, funnel }) => [key.slice(5, 7), funnel.created])).toEqual([
      ["05", 5],
      ["06", 6],
      ["07", 7],
      ["08", 8],
      ["09", 9],
      ["10", 10],
      ["11", 11],
      ["12", 12],
    ]);
    expect(other?.funnel.created).toBe(1 + 2 + 3 + 4);
    expect(other?.members.map(({ key }) => key.slice(5, 7))).toEqual(["01", "02", "03", "04"]);
    expect(scale).toBe(12);
  });

  it("show a bucket without referrals, but none that has not begun", () => {
    const { multiples } = monthly((month) => (month === 3 ? 0 : Number(month < 6)), Date.UTC(2026, 4, 20));
    expect(multiples.map(({ funnel }) => funnel.created)).toEqual([1, 1, 0, 1, 1]);
  });

  it("hold every referral of the period once", () => {
    const dated = fc.record({ at: fc.nat(1500), outcomeCount: anyOutcomeCount });
    fc.assert(
      fc.property(anyPeriod, fc.array(dated), fc.constantFrom(...GRAINS), (period, some, grain) => {
        const inside = some.map(({ at, outcomeCount }) => ({
          ...outcomeCount,
          day: addDays(period.from, at),
        }));
        const outcomeCounts = inside.filter(({ day }) => day <= period.to);
        const dataTime = instantOfDay(period.from);
        const { multiples, other } = periodMultiples({ outcomeCounts, period, grain, dataTime });
        const shown = multiples.reduce((sum, { funnel }) => sum + funnel.created, 0);
        const all = outcomeCounts.reduce((sum, { count }) => sum + count, 0);
        expect(shown + (other?.funnel.created ?? 0)).toBe(all);
        const members = other?.members.reduce((sum, { funnel }) => sum + funnel.created, 0);
        expect(members ?? 0).toBe(other?.funnel.created ?? 0);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the grain of funnels by period", () => {
  it("is the chosen one, else the finest that shows all of the period", () => {
    expect(multiplesGrain(YEAR, "month")).toBe("month");
    expect(multiplesGrain(YEAR, null)).toBe("quarter");
    expect(multiplesGrain({ from: "2026-01-01", to: "2026-01-05" }, null)).toBe("day");
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(bucketCount(period.from, period.to, multiplesGrain(period, null))).toBeLessThanOrEqual(8);
      }),
    );
  });
});
