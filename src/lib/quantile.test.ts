import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, quantileOfCounted } from "./quantile.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const ascendingValues = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 })
  .map((values) => values.toSorted((a, b) => a - b));

describe("quantile", () => {
  it("interpolates linearly between the closest ranks", () => {
    expect(quantile([10, 20], 0.5)).toBe(15);
    expect(quantile([1, 2, 3, 4], 0.75)).toBe(3.25);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9)).toBe(10);
    expect(quantile([7], 0.9)).toBe(7);
  });

  it("runs from the smallest to the largest value", () => {
    fc.assert(
      fc.property(ascendingValues, (values) => {
        expect(quantile(values, 0)).toBe(Math.min(...values));
        expect(quantile(values, 1)).toBe(Math.max(...values));
      }),
    );
  });

  it("never falls when the share rises", () => {
    fc.assert(
      fc.property(ascendingValues, share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  it("has no answer without values", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantileOfCounted([{ value: 3, count: 0 }], 0.5)).toThrow(RangeError);
  });

  it("is the same for counted values as for the values written out", () => {
    const counted = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(counted, share, (pairs, q) => {
        const groups = pairs.map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
        const written = groups.flatMap(({ value, count }) => Array<number>(count).fill(value));
        fc.pre(written.length > 0);
        expect(quantileOfCounted(groups, q)).toBe(quantile(written, q));
      }),
    );
  });
});
