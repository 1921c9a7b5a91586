import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketStarts, GRAINS } from "#lib/calendar.ts";
import { autoGrain, wireLevel } from "./grain.ts";
import { anyPeriod } from "./testing/arbitraries.ts";

describe("automatic grain", () => {
  it.each([
    ["2024-01-01", "2024-02-29", "day"],
    ["2024-01-01", "2024-03-01", "week"],
    ["2024-01-01", "2024-12-31", "week"],
    ["2020-01-01", "2024-12-31", "month"],
    ["2020-01-01", "2025-01-01", "quarter"],
    ["1900-01-01", "1959-12-31", "year"],
    ["1000-01-01", "2024-12-31", "year"],
  ])("from %s to %s is %s", (from, to, grain) => {
    expect(autoGrain({ from, to })).toBe(grain);
  });

  it("is the finest with at most 60 buckets", () => {
    fc.assert(
      fc.property(anyPeriod, ({ from, to }) => {
        const fitting = GRAINS.filter((grain) => bucketStarts(from, to, grain).length <= 60);
        expect(autoGrain({ from, to })).toBe(fitting[0]);
      }),
    );
  });
});

describe("wireLevel", () => {
  it("asks for months where quarters and years are shown", () => {
    expect(GRAINS.map(wireLevel)).toEqual(["day", "week", "month", "month", "month"]);
  });
});
