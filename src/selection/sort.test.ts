import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sort } from "#lib/sort.ts";
import { sortParameter } from "./sort.ts";

const COLUMNS = ["market", "referrals", "win"] as const;
const USUAL = [{ id: "referrals", desc: true }] as const;
const several = sortParameter(COLUMNS, USUAL);
const one = sortParameter<(typeof COLUMNS)[number]>(COLUMNS, USUAL, 1);

describe("the order of a table in the address", () => {
  const sorts: fc.Arbitrary<Sort<(typeof COLUMNS)[number]>> = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...COLUMNS), desc: fc.boolean() }),
    { minLength: 1, selector: ({ id }) => id },
  );

  it("is read as it was written, and left out where it is the usual one", () => {
    fc.assert(
      fc.property(sorts, (sort) => {
        const text = several.print(sort);
        expect(text === null ? several.fallback : several.parse(text)).toEqual(sort);
      }),
    );
    expect(several.print(USUAL)).toBeNull();
    expect(several.print([])).toBeNull();
  });

  it("is spelled as in old addresses", () => {
    expect(several.print([{ id: "win", desc: true }])).toBe("-win");
    expect(several.parse("market,-win")).toEqual([
      { id: "market", desc: false },
      { id: "win", desc: true },
    ]);
    expect(one.parse("-WIN")).toEqual([{ id: "win", desc: true }]);
  });

  it.each(["--win", "name", "", "win,", "win,-win", "-"])("is not understood in %j", (text) => {
    expect(several.parse(text)).toBeNull();
  });

  it("names one column only where a table takes no more", () => {
    expect(one.parse("market,win")).toBeNull();
  });
});
