import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinSmallNeighbours, MIN_CELL_COUNT, sumAt } from "./cell-suppression.ts";

const isSmall = (sum: number) => sum > 0 && sum < MIN_CELL_COUNT;
const counts = fc.array(fc.oneof(fc.nat(7), fc.nat(40)), { maxLength: 8 });

describe("small neighbours", () => {
  it("stand together until none of their sums is from 1 to 4, each place once and in order", () => {
    fc.assert(
      fc.property(counts, (all) => {
        const groups = joinSmallNeighbours(all);
        expect(groups === null).toBe(isSmall(sumAt(all, [...all.keys()])));
        if (groups === null) return;
        expect(groups.flat()).toEqual([...all.keys()]);
        expect(groups.filter((places) => isSmall(sumAt(all, places)))).toEqual([]);
      }),
    );
  });

  it("tell nothing small where the same counts stand in a finer and a coarser table", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(7), fc.nat(40)), { minLength: 4, maxLength: 4 }), (stages) => {
        const [first = 0, second = 0, ...rest] = stages;
        const fine = joinSmallNeighbours(stages);
        const coarse = joinSmallNeighbours([first + second, ...rest]);
        if (fine === null || coarse === null) return;
        const startsOf = (groups: readonly number[][], shift: number) =>
          groups.map(([place = 0]) => (place === 0 ? 0 : place + shift));
        const starts = [...new Set([...startsOf(fine, 0), ...startsOf(coarse, 1)])].sort();
        const between = starts.map((start, at) =>
          sumAt(stages, range(start, starts[at + 1] ?? stages.length)),
        );
        expect(between.filter(isSmall)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("go to those before them, the first to those after it", () => {
    expect(joinSmallNeighbours([9, 2, 0, 3, 8])).toEqual([[0, 1, 2, 3], [4]]);
    expect(joinSmallNeighbours([2, 9, 8])).toEqual([[0, 1], [2]]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
