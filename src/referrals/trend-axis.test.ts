import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, GRAINS, instantOfDay } from "#lib/calendar.ts";
import { anyDay, anyPeriod } from "./testing/arbitraries.ts";
import { trendAxis } from "./trend-axis.ts";

const year = { from: "2024-01-01", to: "2024-12-31" };
const anyGrain = fc.constantFrom(...GRAINS);

describe("trend axis", () => {
  it("parts the period: the covered ranges follow each other from its first to its last day", () => {
    fc.assert(
      fc.property(anyPeriod, anyGrain, (period, grain) => {
        const covered = trendAxis(period, grain, 0).map((bucket) => bucket.covered);
        expect(covered[0]?.from).toBe(period.from);
        expect(covered.at(-1)?.to).toBe(period.to);
        for (const [index, range] of covered.entries()) {
          expect(range.from <= range.to).toBe(true);
          if (index > 0) expect(range.from).toBe(addDays(covered[index - 1]?.to ?? "", 1));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has only finished buckets when period and data reach over all of them", () => {
    const axis = trendAxis(year, "month", Date.UTC(2025, 0, 1));
    expect(axis).toHaveLength(12);
    expect(axis.every(({ unfinished }) => unfinished === null)).toBe(true);
  });

  it("a bucket that ends after the time of the data is running: 9 of 30 days on the tenth", () => {
    const june = trendAxis(year, "month", Date.UTC(2024, 5, 10, 8))[5];
    expect(june?.unfinished).toEqual({ because: ["running"], coveredDays: 9, days: 30 });
  });

  it("a bucket is finished from the very end of its last day", () => {
    const last = (dataTime: number) => trendAxis(year, "month", dataTime)[11]?.unfinished;
    expect(last(Date.UTC(2025, 0, 1) - 1)).toMatchObject({ coveredDays: 30, days: 31 });
    expect(last(Date.UTC(2025, 0, 1))).toBeNull();
  });

  it("a bucket after the time of the data has not begun", () => {
    const july = trendAxis(year, "month", Date.UTC(2024, 5, 10))[6];
    expect(july?.unfinished).toEqual({ because: ["not-begun"], coveredDays: 0, days: 31 });
  });

  it("a bucket that the period covers in part is clipped, at either end", () => {
    const axis = trendAxis({ from: "2024-01-03", to: "2024-01-16" }, "week", Date.UTC(2025, 0, 1));
    expect(axis.map(({ start, unfinished }) => [start, unfinished])).toEqual([
      ["2024-01-01", { because: ["clipped"], coveredDays: 5, days: 7 }],
      ["2024-01-08", null],
      ["2024-01-15", { because: ["clipped"], coveredDays: 2, days: 7 }],
    ]);
  });

  it("a bucket may be running and clipped", () => {
    const axis = trendAxis({ from: "2024-01-03", to: "2024-12-31" }, "month", Date.UTC(2024, 0, 11, 12));
    expect(axis[0]?.unfinished).toEqual({ because: ["running", "clipped"], coveredDays: 8, days: 31 });
  });

  it("covered days are the days of the period that are over, counted one by one", () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, anyGrain, (period, dataDay, grain) => {
        for (const { start, end, covered, unfinished } of trendAxis(period, grain, instantOfDay(dataDay))) {
          let passed = 0;
          for (let day = covered.from; day <= covered.to && day < dataDay; day = addDays(day, 1)) passed++;
          const days = daysBetween(start, end) + 1;
          expect(unfinished === null ? days : unfinished.coveredDays).toBe(passed);
          expect(unfinished === null || unfinished.coveredDays < unfinished.days).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
