import fc from "fast-check";
import { expect, test } from "vitest";
import { readParameters, writeParameters } from "../parameter.ts";
import { CELL_FIGURES, MARKET_COLUMNS, MARKETS_KEYS, type MarketsKeys } from "./markets.ts";

const anyKeys: fc.Arbitrary<MarketsKeys> = fc.record({
  sort: fc.tuple(fc.record({ id: fc.constantFrom(...MARKET_COLUMNS), desc: fc.boolean() })),
  cell: fc.constantFrom(...CELL_FIGURES),
});

test("the keys of the Markets view are read as they were written", () => {
  fc.assert(
    fc.property(anyKeys, (keys) => {
      const search = new URLSearchParams();
      writeParameters(MARKETS_KEYS, keys, search);
      expect(readParameters(MARKETS_KEYS, search)).toEqual({ values: keys, faults: [] });
    }),
  );
});

test("what does not fit falls to the default and is told", () => {
  const { values, faults } = readParameters(MARKETS_KEYS, new URLSearchParams("sort=--win&cell=size"));
  expect(values).toEqual({ sort: [{ id: "referrals", desc: true }], cell: "count" });
  expect(faults).toHaveLength(2);
});
