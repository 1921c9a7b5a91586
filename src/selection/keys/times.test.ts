import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIMES, type Time } from "#referrals/times.ts";
import { readParameters, writeParameters } from "../parameter.ts";
import { TIME_COLUMNS, TIMES_FIGURES, TIMES_KEYS, type TimesKeys } from "./times.ts";
import { WHY_DIMENSIONS } from "./why.ts";

const keys: fc.Arbitrary<TimesKeys> = fc.record({
  time: fc.constantFrom(...(Object.keys(TIMES) as Time[])),
  hours: fc.integer({ min: 2, max: 1440 }).map((halves) => halves / 2),
  days: fc.integer({ min: 1, max: 365 }),
  sort: fc.tuple(fc.record({ id: fc.constantFrom(...TIME_COLUMNS), desc: fc.boolean() })),
  all: fc.boolean(),
  why: fc.constantFrom(...TIMES_FIGURES),
  whyBy: fc.constantFrom(...WHY_DIMENSIONS),
});

function printed(values: TimesKeys): URLSearchParams {
  const search = new URLSearchParams();
  writeParameters(TIMES_KEYS, values, search);
  return search;
}

describe("the keys of the Response times in the address", () => {
  it("are read as they were printed", () => {
    fc.assert(
      fc.property(keys, (values) => {
        expect(readParameters(TIMES_KEYS, printed(values))).toEqual({ values, faults: [] });
      }),
    );
  });

  it("leave the defaults out", () => {
    expect(printed(readParameters(TIMES_KEYS, new URLSearchParams()).values).toString()).toBe("");
  });

  it("fall to the default where a limit is out of bounds, and tell it", () => {
    const { values, faults } = readParameters(TIMES_KEYS, new URLSearchParams("hours=0&days=soon&sort=age"));
    expect(values).toMatchObject({ hours: 24, days: 14, sort: [{ id: "referrals", desc: true }] });
    expect(faults).toHaveLength(3);
  });
});
