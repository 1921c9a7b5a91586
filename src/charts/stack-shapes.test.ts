import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barBoxes, stackPaths, tickPlaces, unfinishedStretches } from "./stack-shapes.ts";

const series = (values: readonly number[][]) =>
  values.map((one, at) => ({ key: `s${at}`, colour: "red", values: one }));

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

describe("the names under the axis", () => {
  it("are eight at most, from the first bucket on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (buckets) => {
        const places = tickPlaces(buckets);
        expect(places.length).toBeLessThanOrEqual(8);
        expect(places[0]).toEqual({ at: 0, isMinor: false });
        expect(places.every(({ at }) => at < buckets)).toBe(true);
      }),
    );
  });
});

describe("what is unfinished", () => {
  const at = (...words: (string | null)[]) => words.map((unfinished) => ({ unfinished }));

  it("is the stretch to the nearest finished bucket", () => {
    expect(unfinishedStretches(at("a", null, null, null, "z"))).toEqual([
      { from: 0, to: 1, side: "start", words: "a" },
      { from: 3, to: 4, side: "end", words: "z" },
    ]);
  });

  it("is each bar by itself where there are few", () => {
    expect(unfinishedStretches(at(null, "z"))).toEqual([{ from: 0.5, to: 1.5, side: "bar", words: "z" }]);
  });

  it("is no stretch where nothing is finished, or everything", () => {
    expect(unfinishedStretches(at("a", "b", "c", "d"))).toEqual([]);
    expect(unfinishedStretches(at(null, null, null, null))).toEqual([]);
  });
});
