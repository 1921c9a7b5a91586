import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import { allRows } from "#records/rows.ts";
import { anyRecords, NEWEST } from "#records/testing/arbitraries.ts";
import { placeInPeriod, timesOf } from "#referrals/testing/reference-rules.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import {
  answeredOf,
  distributionOf,
  FIRST_PARTS,
  keyTimesOf,
  limitsOf,
  segmentTimes,
  timesTrend,
} from "./times-view-model.ts";

const selections = anyRecords.map(({ referrals, table }) => ({
  referrals,
  selected: { table, rows: allRows(table), now: NEWEST },
}));
const time = fc.constantFrom(...(Object.keys(TIMES) as Time[]));
const limits = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 30 }))
  .map(([hours, days]) => limitsOf({ hours, days }));

describe("the limits", () => {
  it("stand with the shorter first, whichever was given as which", () => {
    expect(limitsOf({ hours: 24, days: 14 })).toEqual({ answerMs: 24 * HOUR_MS, expiryMs: 14 * DAY_MS });
    expect(limitsOf({ hours: 72, days: 1 })).toEqual({ answerMs: DAY_MS, expiryMs: 3 * DAY_MS });
  });
});

describe("a distribution", () => {
  it("puts each time into one bin, and says how many are within a limit", () => {
    fc.assert(
      fc.property(selections, time, limits, ({ referrals, selected }, one, both) => {
        const times = timesOf(referrals, one);
        const { bins, count } = distributionOf(selected, one, both);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(times.length);
        expect(count).toBe(times.length);
        for (const { upToMs, limit } of bins)
          if (limit?.within.kind === "rate")
            expect(limit.within.part).toBe(times.filter((ms) => ms <= (upToMs ?? 0)).length);
      }),
    );
  });

  it("has both limits among its edges, except that of a win, which has none", () => {
    const [selection] = fc.sample(selections, 1);
    if (selection === undefined) throw new Error("no sample");
    const own = limitsOf({ hours: 5, days: 9 });
    const edges = (one: Time) =>
      distributionOf(selection.selected, one, own).bins.flatMap(({ upToMs, limit }) =>
        limit ? [upToMs] : [],
      );
    expect(edges("created-accepted")).toEqual([5 * HOUR_MS, 9 * DAY_MS]);
    expect(edges("accepted-won")).toEqual([]);
  });
});

describe("the parts of a breakdown", () => {
  it("add up to the selection, the largest first, the rest in Other", () => {
    fc.assert(
      fc.property(selections, time, ({ referrals, selected }, one) => {
        const { first, other, members } = segmentTimes(selected, "market", one, DAY_MS);
        const sizes = [...first, ...members].map((part) => part.referrals);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(first.length).toBeLessThanOrEqual(FIRST_PARTS);
        const shown = [...first, ...(other ? [other] : [])];
        expect(shown.reduce((sum, part) => sum + part.referrals, 0)).toBe(referrals.length);
        const counted = shown.reduce(
          (sum, { summary }) => sum + (summary.kind === "absent" ? 0 : summary.count),
          0,
        );
        expect(counted).toBe(timesOf(referrals, one).length);
      }),
    );
  });
});

describe("the trend of a time", () => {
  it("has a point for each bucket of the period, absent where nothing took it", () => {
    fc.assert(
      fc.property(selections, ({ referrals, selected }) => {
        const period = { from: "2024-01-01", to: "2024-03-31" };
        const query = { time: "created-accepted", date: "createdDate", grain: "month" } as const;
        const trend = timesTrend(selected, { ...query, period, dataTime: NEWEST });
        expect(trend.map(({ bucket }) => bucket.start)).toEqual(["2024-01-01", "2024-02-01", "2024-03-01"]);
        for (const { bucket, summary } of trend) {
          const born = referrals.filter((one) => placeInPeriod(one, "created", bucket.covered) === "inside");
          const count = timesOf(born, "created-accepted").length;
          expect(summary.kind === "absent" ? 0 : summary.count).toBe(count);
        }
      }),
    );
  });
});

describe("what was answered", () => {
  it("stands for two limits, for one where they are the same, and adds up", () => {
    fc.assert(
      fc.property(selections, ({ selected }) => {
        const twice = answeredOf(selected, limitsOf({ hours: 24, days: 14 }));
        expect(twice.map(({ limitMs }) => limitMs)).toEqual([DAY_MS, 14 * DAY_MS]);
        for (const { counts, created } of twice)
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(created);
        expect(answeredOf(selected, limitsOf({ hours: 24, days: 1 }))).toHaveLength(1);
        expect(keyTimesOf(selected).map((key) => key.time)).toEqual(Object.keys(TIMES));
      }),
    );
  });
});
