import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, bucketStart, daysBetween, GRAINS } from "#lib/calendar.ts";
import { anyDay, anyPeriod } from "./testing/arbitraries.ts";
import { type TrendRow, trendOf } from "./trend.ts";

const firstHalf = { from: "2024-01-01", to: "2024-06-30" };
const afterwards = Date.UTC(2025, 0, 1);

function trendOfRows(rows: TrendRow[], maxSeries?: number) {
  const options = { rows, period: firstHalf, grain: "month" as const, dataTime: afterwards };
  return trendOf(maxSeries === undefined ? options : { ...options, maxSeries });
}

const anyRowsIn = (period: { from: string; to: string }) =>
  fc.array(
    fc.record({
      key: fc.constantFrom(..."ABCDEFGHIJKL", ""),
      day: fc
        .integer({ min: 0, max: daysBetween(period.from, period.to) })
        .map((n) => addDays(period.from, n)),
      count: fc.nat(20),
    }),
  );
const anyOptions = anyPeriod.chain((period) =>
  fc.record({
    period: fc.constant(period),
    rows: anyRowsIn(period),
    grain: fc.constantFrom(...GRAINS),
    dataTime: anyDay.map((day) => Date.parse(day)),
  }),
);

describe("values", () => {
  it("equal a count of the rows of each key and bucket", () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const trend = trendOf(options);
        for (const { key, values } of [...trend.series, ...trend.other.members])
          for (const [index, { start }] of trend.buckets.entries()) {
            const rows = options.rows.filter(
              (r) => r.key === key && bucketStart(r.day, options.grain) === start,
            );
            expect(values[index]).toBe(rows.reduce((sum, { count }) => sum + count, 0));
          }
      }),
      { numRuns: 25 },
    );
  });

  it("add up to all rows, at every grain, in series and Other", () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const trend = trendOf(options);
        const all = options.rows.reduce((sum, { count }) => sum + count, 0);
        const series = trend.series.reduce((sum, { total }) => sum + total, trend.other.total);
        expect([trend.total, series, trend.outside]).toEqual([all, all, 0]);
        expect(trend.other.members.reduce((sum, { total }) => sum + total, 0)).toBe(trend.other.total);
      }),
      { numRuns: 50 },
    );
  });

  it("an empty bucket is 0: the axis comes from the period", () => {
    expect(trendOfRows([{ key: "US", day: "2024-03-15", count: 4 }]).totals).toEqual([0, 0, 4, 0, 0, 0]);
    expect(trendOfRows([])).toMatchObject({ totals: [0, 0, 0, 0, 0, 0], series: [], total: 0 });
  });

  it("a week's row named by its Monday before the period counts in the first bucket", () => {
    const trend = trendOf({
      rows: [{ key: "US", day: "2024-01-01", count: 3 }],
      period: { from: "2024-01-03", to: "2024-01-20" },
      grain: "week",
      dataTime: afterwards,
    });
    expect(trend.totals).toEqual([3, 0, 0]);
  });

  it("rows of another period are said, not hidden", () => {
    expect(trendOfRows([{ key: "US", day: "2023-12-31", count: 5 }])).toMatchObject({ total: 0, outside: 5 });
  });
});

describe("series", () => {
  const rows = [..."JIHGFEDCBA"].map((key, index) => ({
    key,
    day: "2024-02-02",
    count: index === 0 ? 1 : 7,
  }));

  it("are at most eight, by count, ties by code; the rest is Other and keeps its members", () => {
    const trend = trendOfRows(rows);
    expect(trend.series.map(({ key }) => key).join("")).toBe("ABCDEFGH");
    expect(trend.other.members.map(({ key }) => key)).toEqual(["I", "J"]);
    expect(trend.other).toMatchObject({ total: 8, values: [0, 8, 0, 0, 0, 0] });
  });

  it("leave no Other where they all fit", () => {
    expect(trendOfRows(rows.slice(2)).other).toEqual({ total: 0, values: [0, 0, 0, 0, 0, 0], members: [] });
  });

  it("take another limit and another order of equals", () => {
    expect(trendOfRows(rows, 2).series.map(({ key }) => key)).toEqual(["A", "B"]);
    const backwards = trendOf({
      rows,
      period: firstHalf,
      grain: "month",
      dataTime: afterwards,
      compareKeys: (a, b) => (a < b ? 1 : -1),
    });
    expect(backwards.series[0]?.key).toBe("I");
  });
});
