import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSearch, readParameters, writeParameters } from "../parameter.ts";
import { DEAL_SPLITS } from "./deals.ts";
import { TREND_FORMS, TREND_MEANS, TREND_MEASURES, TRENDS_KEYS } from "./trends.ts";

const keys = fc.record({
  form: fc.constantFrom(...TREND_FORMS),
  measure: fc.constantFrom(...TREND_MEASURES),
  means: fc.subarray([...TREND_MEANS]),
  total: fc.boolean(),
  other: fc.boolean(),
  split: fc.constantFrom(null, ...DEAL_SPLITS),
});

describe("the keys of the Trends", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(keys, (written) => {
        const search = new URLSearchParams();
        writeParameters(TRENDS_KEYS, written, search);
        expect(readParameters(TRENDS_KEYS, new URLSearchParams(printSearch(search)))).toEqual({
          values: written,
          faults: [],
        });
      }),
    );
  });

  it("leave an address alone where nothing differs from the default", () => {
    const search = new URLSearchParams();
    writeParameters(TRENDS_KEYS, readParameters(TRENDS_KEYS, search).values, search);
    expect(printSearch(search)).toBe("");
  });

  it("fall to the default with a fault for what does not fit", () => {
    const { values, faults } = readParameters(
      TRENDS_KEYS,
      new URLSearchParams("form=pie&mean=7,30&measure=WIN"),
    );
    expect(values).toMatchObject({ form: "stacked", means: [], measure: "win" });
    expect(faults.map((fault) => fault.kind === "value" && fault.parameter)).toEqual(["form", "mean"]);
  });
});
