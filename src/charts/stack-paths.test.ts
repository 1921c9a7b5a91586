import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barBoxes, stackPaths } from "./stack-paths.ts";

const series = (values: readonly number[][]) =>
  values.map((one, at) => ({ key: `s${at}`, name: `s${at}`, colour: "red", values: one }));

describe("the shapes of a stack", () => {
  it("stand on each other, the first on top", () => {
    const [upper, lower] = stackPaths(
      series([
        [1, 2],
        [3, 4],
      ]),
      1,
      10,
    );
    expect(lower?.path).toBe("M0,7L1,6L1,10L0,10Z");
    expect(upper?.path).toBe("M0,6L1,4L1,6L0,7Z");
  });

  it("are as high together as the counts of their bucket", () => {
    const counts = fc.array(fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(counts, (values) => {
        const boxes = barBoxes(series(values), 2, 1000);
        for (const at of [0, 1, 2]) {
          const height = boxes
            .filter(({ x, width }) => x + width / 2 === at)
            .reduce((sum, box) => sum + box.height, 0);
          expect(height).toBe(values.reduce((sum, one) => sum + (one[at] ?? 0), 0));
        }
      }),
    );
  });
});
