import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countScale, shareScale } from "./chart-model.ts";

describe("an axis of counts", () => {
  it("reaches the highest count and names whole numbers only", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (highest) => {
        const { top, ticks } = countScale(highest);
        expect(top).toBeGreaterThanOrEqual(Math.max(1, highest));
        expect(top).toBeLessThanOrEqual(Math.max(1, highest) * 2);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe("an axis of shares", () => {
  it("reaches the highest share and never goes beyond the whole", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (highest) => {
        const { top, ticks } = shareScale(highest);
        expect(top).toBeGreaterThanOrEqual(highest);
        expect(top).toBeLessThanOrEqual(1);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
