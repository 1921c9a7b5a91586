import fc from "fast-check";
import { expect, it } from "vitest";
import { differenceOfShares, isWithinChance } from "./difference.ts";

it("is Newcombe's interval (his example: 56 of 70 against 48 of 80)", () => {
  const { low, high } = differenceOfShares({ part: 48, base: 80 }, { part: 56, base: 70 });
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

it("calls a difference chance unless its interval leaves 0 out", () => {
  expect(isWithinChance({ part: 48, base: 80 }, { part: 56, base: 70 })).toBe(false);
  expect(isWithinChance({ part: 5, base: 56 }, { part: 0, base: 29 })).toBe(true);
});

const anyShare = fc
  .integer({ min: 1, max: 500 })
  .chain((base) => fc.record({ base: fc.constant(base), part: fc.nat(base) }));

it("holds the difference, stays within -1 and 1, and turns round with its sides", () => {
  fc.assert(
    fc.property(anyShare, anyShare, (first, second) => {
      const { low, high } = differenceOfShares(first, second);
      const difference = second.part / second.base - first.part / first.base;
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
      const turned = differenceOfShares(second, first);
      expect(turned.low).toBeCloseTo(-high, 12);
      expect(turned.high).toBeCloseTo(-low, 12);
    }),
  );
});
