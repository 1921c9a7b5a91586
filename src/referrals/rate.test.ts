import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countChange, rateChange, rateOf, ratesOf } from "./rate.ts";

describe("rateOf", () => {
  it("is absent when the base is 0", () => {
    expect(rateOf(0, 0)).toEqual({ kind: "absent" });
  });

  it("is 0 %, not absent, when nothing of a base was reached", () => {
    expect(rateOf(0, 40)).toMatchObject({ kind: "rate", value: 0, low: 0, few: false });
  });

  it("is few under a base of 30", () => {
    expect(rateOf(3, 29)).toMatchObject({ few: true });
    expect(rateOf(3, 30)).toMatchObject({ few: false });
  });

  it("refuses a part that is more than its base", () => {
    expect(() => rateOf(1, 0)).toThrow(RangeError);
    expect(() => rateOf(5, 4)).toThrow(RangeError);
  });

  it("is finite and carries part and base", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (part, rest) => {
        const rate = rateOf(part, part + rest);
        if (rate.kind === "absent") return part + rest === 0;
        const figures = [rate.value, rate.low, rate.high];
        return Math.abs(rate.value * rate.base - part) < 1e-6 && figures.every(Number.isFinite);
      }),
    );
  });
});

describe("ratesOf", () => {
  it("leaves a gap where a bucket has no base", () => {
    expect(ratesOf([1, 0, 0], [4, 0, 2]).map((rate) => (rate.kind === "rate" ? rate.value : "gap"))).toEqual([
      0.25,
      "gap",
      0,
    ]);
  });
});

describe("changes", () => {
  it("a count changes by a fraction of the old count", () => {
    expect(countChange(40, 50)).toEqual({ kind: "percent", from: 40, to: 50, fraction: 0.25 });
    expect(countChange(40, 0)).toMatchObject({ fraction: -1 });
  });

  it("a count has no change from 0, not even to 0", () => {
    expect(countChange(0, 7)).toEqual({ kind: "absent" });
    expect(countChange(0, 0)).toEqual({ kind: "absent" });
  });

  it("a rate changes by percentage points", () => {
    const change = rateChange(rateOf(10, 40), rateOf(30, 40));
    expect(change).toEqual({
      kind: "points",
      from: 0.25,
      fromPart: 10,
      to: 0.75,
      points: 50,
      isChance: false,
    });
  });

  it("a rate has no change when one side is absent", () => {
    expect(rateChange(rateOf(10, 40), rateOf(12, 40))).toMatchObject({ isChance: true });
    expect(rateChange(rateOf(0, 0), rateOf(1, 2))).toEqual({ kind: "absent" });
    expect(rateChange(rateOf(1, 2), rateOf(0, 0))).toEqual({ kind: "absent" });
  });
});
