import fc from "fast-check";
import { expect, it } from "vitest";
import { summariseTimes, timesOf } from "#referrals/testing/reference-rules.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { summariseAscending } from "#referrals/times-summary.ts";
import { histogram, isInRange, TIME_EDGES, timeReader, timesOfRows } from "./row-times.ts";
import { allRows } from "./rows.ts";
import { anyRecords } from "./testing/arbitraries.ts";

const anyTime = fc.constantFrom(...(Object.keys(TIMES) as Time[]));
const anyMs = fc.oneof(fc.nat(20 * 86_400_000), fc.constantFrom(0, ...TIME_EDGES));
const ascending = (times: number[]) => times.toSorted((a, b) => a - b);

it("takes the times of the referrals, ascending", () => {
  fc.assert(
    fc.property(anyRecords, anyTime, ({ referrals, table }, time) => {
      const times = timesOfRows(table, allRows(table), time);
      expect([...times]).toEqual(ascending(timesOf(referrals, time)));
      expect(summariseAscending(times)).toEqual(summariseTimes(timesOf(referrals, time)));
    }),
  );
});

it("leaves out the rows that are not asked for", () => {
  fc.assert(
    fc.property(anyRecords, anyTime, ({ referrals, table }, time) => {
      const half = referrals.filter((_, row) => row % 2 === 0);
      const rows = allRows(table).filter((row) => row % 2 === 0);
      expect([...timesOfRows(table, rows, time)]).toEqual(ascending(timesOf(half, time)));
    }),
  );
});

it("puts each time into one bin, the upper end included", () => {
  fc.assert(
    fc.property(fc.array(anyMs), (times) => {
      const bins = histogram(ascending(times));
      expect(bins.map(({ count }) => count)).toEqual(
        bins.map((bin) => times.filter((ms) => isInRange(ms, bin)).length),
      );
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
    }),
  );
  expect(histogram([0, 3_600_000, 3_600_001, 9e12]).map(({ count }) => count)).toEqual([
    2, 1, 0, 0, 0, 0, 0, 0, 1,
  ]);
});

it("is in no range without a time", () => {
  fc.assert(
    fc.property(anyRecords, anyTime, ({ referrals, table }, time) => {
      const read = timeReader(table, time);
      const timed = allRows(table).filter((row) => isInRange(read(row), { overMs: null, upToMs: null }));
      expect(timed).toHaveLength(timesOf(referrals, time).length);
    }),
  );
});
