import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels } from "./label-layout.ts";

const centres = fc
  .array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 9 })
  .map((values) => values.sort((a, b) => a - b));

describe("labels at the edge of a chart", () => {
  it("keep their distance, their order and their room", () => {
    fc.assert(
      fc.property(centres, (wanted) => {
        const placed = spreadLabels(wanted, 17, 300);
        for (const [at, centre] of placed.entries()) {
          if (at > 0) expect(centre - (placed[at - 1] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-9);
          expect(centre).toBeGreaterThanOrEqual(8.5);
          expect(centre).toBeLessThanOrEqual(300 - 8.5);
        }
      }),
    );
  });

  it("stay where they are when none touch", () => {
    expect(spreadLabels([20, 60, 100], 17, 300)).toEqual([20, 60, 100]);
  });
});
