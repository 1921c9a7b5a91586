import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparedCell,
  decomposeCount,
  decomposeRate,
  MIN_CONTRIBUTION,
  poolSmall,
} from "./decomposition.ts";

/** Often empty, sometimes with a base but no part. */
const anySide = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ part: 0, base: 0 }) },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 1, max: 2000 })
      .chain((base) => fc.record({ base: fc.constant(base), part: fc.oneof(fc.constant(0), fc.nat(base)) })),
  },
);
const anyCells: fc.Arbitrary<ComparedCell<number>[]> = fc
  .array(fc.record({ before: anySide, after: anySide }), { maxLength: 40 })
  .map((cells) => cells.map((cell, key) => ({ key, ...cell })));

const total = (cells: readonly ComparedCell<number>[], side: "before" | "after", what: "part" | "base") =>
  cells.reduce((sum, cell) => sum + cell[side][what], 0);

const added = (parts: readonly { mix: number; rate: number }[]) =>
  parts.reduce((sum, { mix, rate }) => sum + mix + rate, 0);

describe("a change of a rate", () => {
  it("is the sum of what its parts add, to 1e-12", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const found = decomposeRate(cells);
        const bases = [total(cells, "before", "base"), total(cells, "after", "base")] as const;
        expect(found === null).toBe(bases[0] === 0 || bases[1] === 0);
        if (found === null) return;
        const change = total(cells, "after", "part") / bases[1] - total(cells, "before", "part") / bases[0];
        expect(Math.abs(found.change - change)).toBeLessThan(1e-12);
        expect(Math.abs(added(found.contributions) - change)).toBeLessThan(1e-12);
      }),
    );
  });

  it("gives a value that one side lacks no rate of its own, and any other its change at the mean share", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const bases = [total(cells, "before", "base"), total(cells, "after", "base")] as const;
        for (const { before, after, rate } of decomposeRate(cells)?.contributions ?? []) {
          const share = (before.base / bases[0] + after.base / bases[1]) / 2;
          const both = before.base > 0 && after.base > 0;
          const moved = both ? after.part / after.base - before.part / before.base : 0;
          expect(rate).toBeCloseTo(share * moved, 12);
        }
      }),
    );
  });

  it("comes as pure mix where only the shares moved, and as pure rate where only a rate did", () => {
    const moved = decomposeRate([
      { key: "BR", before: { part: 10, base: 100 }, after: { part: 30, base: 300 } },
      { key: "DE", before: { part: 120, base: 300 }, after: { part: 40, base: 100 } },
    ]);
    expect(moved?.contributions.map(({ rate }) => rate)).toEqual([0, 0]);
    expect(moved?.change).toBeCloseTo(70 / 400 - 130 / 400, 12);
    const won = decomposeRate([
      { key: "BR", before: { part: 10, base: 100 }, after: { part: 10, base: 100 } },
      { key: "DE", before: { part: 30, base: 100 }, after: { part: 50, base: 100 } },
    ]);
    expect(won?.contributions.map(({ key, mix, rate }) => [key, mix, rate])).toEqual([
      ["DE", expect.closeTo(0, 12), expect.closeTo(0.1, 12)],
      ["BR", expect.closeTo(0, 12), 0],
    ]);
  });
});

describe("a change of a count", () => {
  it("is the sum of volume, mix and rate, to 1e-12 of its size", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const found = decomposeCount(cells);
        const parts = [total(cells, "before", "part"), total(cells, "after", "part")] as const;
        expect(found.change).toBe(parts[1] - parts[0]);
        const scale = Math.max(
          1,
          parts[0],
          parts[1],
          total(cells, "after", "base"),
          total(cells, "before", "base"),
        );
        const rest = Math.abs(found.volume + added(found.contributions) - found.change);
        expect(rest / scale).toBeLessThan(1e-12);
      }),
    );
  });

  it("is all volume against a side without referrals", () => {
    const cells = [{ key: "DE", before: { part: 0, base: 0 }, after: { part: 7, base: 20 } }];
    expect(decomposeCount(cells)).toEqual({ change: 7, volume: expect.closeTo(7, 12), contributions: [] });
    expect(decomposeCount([])).toEqual({ change: 0, volume: 0, contributions: [] });
  });
});

it("lists the largest first, and pools the small ones without changing the sum", () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const pooled = poolSmall(cells, -1);
      const [found, whole] = [decomposeRate(pooled), decomposeRate(cells)];
      expect(found?.change ?? null).toEqual(whole?.change ?? null);
      expect(Math.abs(added(found?.contributions ?? []) - added(whole?.contributions ?? []))).toBeLessThan(
        1e-12,
      );
      const sizes = (found?.contributions ?? []).map(({ mix, rate }) => Math.abs(mix + rate));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      const small = pooled.filter(
        ({ key, before, after }) => key !== -1 && Math.max(before.base, after.base) < MIN_CONTRIBUTION,
      );
      expect(small.length).toBeLessThanOrEqual(1);
    }),
  );
});
