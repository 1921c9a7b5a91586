import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSearch, readParameters, writeParameters } from "../parameter.ts";
import { COHORT_AGES, FUNNEL_DIMENSIONS, FUNNEL_KEYS, type FunnelKeys, VERSUS_KEYS } from "./funnel.ts";
import { RIVAL_DIMENSIONS } from "./rival.ts";

const value = fc.oneof(
  fc.constantFrom("US", "DE", "", "-", "A,B", "50%", "%2C", "A:B", "10TO50"),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.trim().toUpperCase()),
);
const anyKeys: fc.Arbitrary<FunnelKeys> = fc.record({
  split: fc.constantFrom(...FUNNEL_DIMENSIONS),
  rival: fc.option(fc.record({ dimension: fc.constantFrom(...RIVAL_DIMENSIONS), value })),
  age: fc.constantFrom(...COHORT_AGES),
});

function printed(keys: FunnelKeys): string {
  const search = new URLSearchParams();
  writeParameters(FUNNEL_KEYS, keys, search);
  return printSearch(search);
}

const read = (search: string) => readParameters(FUNNEL_KEYS, new URLSearchParams(search));

describe("the keys of the Funnel in the address", () => {
  it("are read as they were printed", () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        expect(read(printed(keys))).toEqual({ values: keys, faults: [] });
      }),
    );
  });

  it("are readable, and stay out where they are the default", () => {
    expect(printed({ split: "market", rival: null, age: "30" })).toBe("");
    expect(printed({ split: "size", rival: { dimension: "market", value: "DE" }, age: "90" })).toBe(
      "?split=size&with=market:DE&age=90",
    );
  });

  it("drop a rival and choose other days in one step", () => {
    const search = new URLSearchParams("with=market:DE&split=size");
    writeParameters(VERSUS_KEYS, { rival: null, compare: "last-year" }, search);
    expect(printSearch(search)).toBe("?split=size&compare=last-year");
  });

  it("tell what does not fit", () => {
    for (const text of ["DE", "market", "market:", "colour:red", "market:DE,US", ":DE"]) {
      expect(read(`?with=${encodeURIComponent(text)}`)).toMatchObject({
        values: { rival: null },
        faults: [{ kind: "value", parameter: "with" }],
      });
    }
    expect(read("?split=colour").faults).toHaveLength(1);
  });
});
