import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastOf, lineAt, stackedAt, stackMiddles, stretchesOf } from "./plot.ts";

const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 9 });
const stackOf = (values: readonly number[]) =>
  values.map((value, at) => ({ key: `s${at}`, values: [value] }));

describe("the plot of a chart over time", () => {
  it("finds each series of a stack at its middle, and none above the stack", () => {
    fc.assert(
      fc.property(counts, (values) => {
        const stack = stackOf(values);
        const middles = stackMiddles(stack, 0);
        for (const [at, value] of values.entries())
          if (value > 0) expect(stackedAt(stack, 0, middles[at] ?? Number.NaN)).toBe(`s${at}`);
        expect(stackedAt(stack, 0, values.reduce((sum, value) => sum + value, 0) + 1)).toBeNull();
      }),
    );
  });

  it("finds the nearest line within reach, and none in a gap", () => {
    const lines = [
      { key: "high", values: [10] },
      { key: "low", values: [4] },
      { key: "gap", values: [null] },
    ];
    expect(lineAt(lines, 0, 8, 3)).toBe("high");
    expect(lineAt(lines, 0, 5, 3)).toBe("low");
    expect(lineAt(lines, 0, 7, 1)).toBeNull();
  });

  it("breaks a line at its gaps", () => {
    expect(stretchesOf([1, 2, null, null, 0], { count: 5, isBanded: false }, 4)).toEqual([
      "0.0000,0.7500 0.2500,0.5000",
      "1.0000,1.0000",
    ]);
  });

  it("labels a line where it ends", () => {
    expect(lastOf([1, 2, null, 4], 2)).toBe(2);
    expect(lastOf([null], 0)).toBeNull();
  });
});
