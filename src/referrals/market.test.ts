import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareMarkets, marketCode, NO_MARKET } from "./market.ts";

describe("marketCode", () => {
  it("trims and upper-cases, and keeps a code nobody knows as it is", () => {
    expect(marketCode(" us\t")).toBe("US");
    expect(marketCode("x1y")).toBe("X1Y");
  });

  it("null, empty and blank are no market", () => {
    for (const text of [null, "", "  "]) expect(marketCode(text)).toBe(NO_MARKET);
  });

  it("of a code is the code itself", () => {
    fc.assert(fc.property(fc.string(), (text) => marketCode(marketCode(text)) === marketCode(text)));
  });
});

describe("compareMarkets", () => {
  it("sorts by code, and no market last", () => {
    expect(["US", "", "DE", "ZZ"].sort(compareMarkets)).toEqual(["DE", "US", "ZZ", ""]);
  });
});
