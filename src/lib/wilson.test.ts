import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "./wilson.ts";

const partOfBase = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));

describe("wilson", () => {
  it("gives the published intervals", () => {
    // Newcombe 1998, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    const published: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [part, base, low, high] of published) {
      expect(wilson(part, base).low).toBeCloseTo(low, 4);
      expect(wilson(part, base).high).toBeCloseTo(high, 4);
    }
  });

  it("lies within 0 and 1 and holds the share", () => {
    fc.assert(
      fc.property(partOfBase, ([part, base]) => {
        const { low, high } = wilson(part, base);
        expect(0 <= low && low <= part / base && part / base <= high && high <= 1).toBe(true);
      }),
    );
  });

  it("is the mirror image for the other part", () => {
    fc.assert(
      fc.property(partOfBase, ([part, base]) => {
        expect(wilson(base - part, base).low).toBeCloseTo(1 - wilson(part, base).high, 10);
      }),
    );
  });

  it("narrows when the base grows and the share stays", () => {
    fc.assert(
      fc.property(partOfBase, ([part, base]) => {
        const [small, large] = [wilson(part, base), wilson(part * 4, base * 4)];
        expect(large.high - large.low).toBeLessThan(small.high - small.low);
      }),
    );
  });

  it.each([
    [0, 0],
    [-1, 3],
    [4, 3],
    [Number.NaN, 3],
  ])("refuses %d of %d", (part, base) => {
    expect(() => wilson(part, base)).toThrow(RangeError);
  });
});
