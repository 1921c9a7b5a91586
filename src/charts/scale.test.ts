import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countScale } from "./scale.ts";

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
