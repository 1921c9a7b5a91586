import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, bucketStart, daysBetween, GRAINS } from "#lib/calendar.ts";
import { COMPARISONS, cutToPassed } from "#referrals/comparison.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import { comparedDays, countWithin, levelOf } from "./compared-days.ts";

const period = fc
  .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }))
  .map(([start, length]) => ({
    from: addDays("2022-01-01", start),
    to: addDays("2022-01-01", start + length),
  }));

const axisOf = (days: { from: string; to: string }, grain: (typeof GRAINS)[number]) =>
  trendAxis(days, grain, Date.parse("2030-01-01"));

describe("the days that buckets are compared with", () => {
  it("are as many as their own, one bucket's after the other's, and together the whole period before", () => {
    fc.assert(
      fc.property(period, fc.constantFrom(...GRAINS), (days, grain) => {
        const compared = {
          by: "previous-period",
          ...cutToPassed(days, "previous-period", "2030-01-01"),
        } as const;
        const ranges = comparedDays(axisOf(days, grain), compared).flatMap((range) => range ?? []);
        for (const { own, days: other } of ranges)
          expect(daysBetween(other.from, other.to)).toBe(daysBetween(own.from, own.to));
        expect(ranges[0]?.days.from).toBe(compared.comparison.from);
        expect(ranges.at(-1)?.days.to).toBe(compared.comparison.to);
        for (const [at, { days: other }] of ranges.slice(1).entries())
          expect(other.from).toBe(addDays(ranges[at]?.days.to ?? "", 1));
      }),
    );
  });

  it("are the same calendar days a year earlier", () => {
    const days = { from: "2025-01-01", to: "2025-03-31" };
    const compared = { by: "last-year", ...cutToPassed(days, "last-year", "2026-01-01") } as const;
    expect(comparedDays(axisOf(days, "month"), compared).map((range) => range?.days)).toEqual([
      { from: "2024-01-01", to: "2024-01-31" },
      { from: "2024-02-01", to: "2024-02-28" },
      { from: "2024-03-01", to: "2024-03-31" },
    ]);
  });

  it("end with the days that have passed, and are none before the second day", () => {
    const days = { from: "2026-11-01", to: "2026-11-30" };
    const of = (today: string) =>
      comparedDays(axisOf(days, "week"), {
        by: "previous-period",
        ...cutToPassed(days, "previous-period", today),
      });
    expect(of("2026-11-11").map((range) => range?.own)).toEqual([
      { from: "2026-11-01", to: "2026-11-01" },
      { from: "2026-11-02", to: "2026-11-08" },
      { from: "2026-11-09", to: "2026-11-10" },
      undefined,
      undefined,
      undefined,
    ]);
    expect(of("2026-11-01").every((range) => range === null)).toBe(true);
  });

  it("count the same at the level they need as day by day", () => {
    const bornOn = fc.array(fc.integer({ min: -800, max: 2400 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        period,
        fc.constantFrom(...GRAINS),
        fc.constantFrom(...COMPARISONS),
        bornOn,
        (days, grain, by, born) => {
          const compared = { by, ...cutToPassed(days, by, "2030-01-01") };
          const ranges = comparedDays(axisOf(days, grain), compared);
          const level = levelOf(ranges, compared.comparison, grain);
          const inside = born
            .map((at) => addDays("2022-01-01", at))
            .filter((day) => compared.comparison.from <= day && day <= compared.comparison.to);
          const counts = new Map<string, number>();
          for (const day of inside) {
            const start = bucketStart(day, level);
            counts.set(start, (counts.get(start) ?? 0) + 1);
          }
          for (const range of ranges) {
            const wanted = inside.filter((day) => range && range.days.from <= day && day <= range.days.to);
            expect(range ? countWithin(counts, range.days, level) : 0).toBe(wanted.length);
          }
        },
      ),
    );
  });
});
