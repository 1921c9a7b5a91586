import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, DAY_MS } from "#lib/calendar.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import { movingMean } from "./trends-view-model.ts";

const axisOf = (days: number, dataTime: number) =>
  trendAxis({ from: "2024-01-01", to: addDays("2024-01-01", days - 1) }, "day", dataTime);
const start = Date.UTC(2024, 0, 1);

it("begins when its window is full, and ends where a day is not over", () => {
  const buckets = axisOf(6, start + 5 * DAY_MS);
  expect(movingMean([3, 0, 6, 9, 0, 7], buckets, 3)).toEqual([
    { kind: "absent" },
    { kind: "absent" },
    { kind: "mean", value: 3 },
    { kind: "mean", value: 5 },
    { kind: "mean", value: 5 },
    { kind: "absent" },
  ]);
});

it("is the mean of each full and finished window", () => {
  const anyValues = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(anyValues, fc.integer({ min: 1, max: 30 }), fc.nat(70), (values, window, days) => {
      const buckets = axisOf(values.length, start + days * DAY_MS);
      const expected = values.map((_, index) => {
        const [from, end] = [index - window + 1, index + 1];
        const isFull = from >= 0 && buckets.slice(from, end).every(({ unfinished }) => unfinished === null);
        if (!isFull) return { kind: "absent" };
        return {
          kind: "mean",
          value: values.slice(from, end).reduce((sum, value) => sum + value, 0) / window,
        };
      });
      expect(movingMean(values, buckets, window)).toEqual(expected);
    }),
  );
});
