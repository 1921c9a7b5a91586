import { describe, expect, it } from "vitest";
import { rateOf } from "#referrals/rate.ts";
import { cohortLines, namedPlaces } from "./cohort-lines.ts";

const lines = (parts: readonly (number | null)[], unfinished: readonly number[] = []) =>
  cohortLines({
    rates: parts.map((part) => (part === null ? rateOf(0, 0) : rateOf(part, 100))),
    isUnfinished: (at) => unfinished.includes(at),
    width: 400,
    height: 100,
  });

describe("the course of a rate by cohort", () => {
  it("has a gap, not 0 %, where nothing was created", () => {
    expect(lines([50, 50, null, 20, 30]).solid).toBe("M40 50L120 50M280 80L360 70");
  });

  it("is dashed to and from what is unfinished", () => {
    const { solid, dashed } = lines([50, 60, 70, 80], [3]);
    expect(solid).toBe("M50 50L150 40M150 40L250 30");
    expect(dashed).toBe("M250 30L350 20");
  });

  it("tells the rates that stand alone, which no line shows", () => {
    expect(lines([50, null, 40, null]).lone).toEqual([0, 2]);
    expect(lines([50, null, 40, null]).band).toBe("");
  });

  it("has its interval around it", () => {
    expect(lines([50, 50]).band).toMatch(/^M100 40\.4L300 40\.4L300 59\.6L100 59\.6Z$/);
  });
});

describe("the names on an axis", () => {
  it("are at most so many, evenly apart, from the first on", () => {
    expect(namedPlaces(12, 6)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(namedPlaces(3, 6)).toEqual([0, 1, 2]);
    expect(namedPlaces(53, 6)).toEqual([0, 9, 18, 27, 36, 45]);
    expect(namedPlaces(0, 6)).toEqual([]);
  });
});
