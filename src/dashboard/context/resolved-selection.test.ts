import { describe, expect, it } from "vitest";
import { DEFAULT_SELECTION } from "#selection/selection.ts";
import { grainsFor, MAX_POINTS, resolveSelection } from "./resolved-selection.ts";

const TODAY = "2026-11-22";
const resolved = (part: object, newest: string | null = "2026-11-01") =>
  resolveSelection({ ...DEFAULT_SELECTION, ...part }, newest, TODAY);

describe("a resolved selection", () => {
  it("is twelve calendar months, ending with the month of the newest referral", () => {
    expect(resolved({}, "2017-12-01").period).toEqual({ from: "2017-01-01", to: "2017-12-31" });
  });

  it("goes by today where no referral has a created date", () => {
    expect(resolved({}, null).period).toEqual({ from: "2025-12-01", to: "2026-11-30" });
  });

  it("takes the finest grain with at most 60 buckets, unless another is chosen", () => {
    expect(resolved({})).toMatchObject({ grain: "week", isAutoGrain: true });
    expect(resolved({ grain: "quarter" })).toMatchObject({
      grain: "quarter",
      isAutoGrain: false,
      grainFault: null,
    });
  });

  it("refuses a grain that draws more than 400 points, and says which", () => {
    const long = resolved({ from: "2020-01-01", to: "2026-12-31", grain: "day" });
    expect(long).toMatchObject({ grain: "quarter", grainFault: "day" });
    expect(grainsFor(long.period)).toEqual(["week", "month", "quarter", "year"]);
    expect(MAX_POINTS).toBe(400);
  });

  it("completes a period of which one end is chosen", () => {
    expect(resolved({ from: "2026-03-10" }).period).toEqual({ from: "2026-03-10", to: "2026-11-30" });
    expect(resolved({ to: "2026-03-10" }).period).toEqual({ from: "2025-12-01", to: "2026-03-10" });
    expect(resolved({ from: "2027-02-10" }).period).toEqual({ from: "2027-02-10", to: "2027-02-28" });
    expect(resolved({ to: "2020-02-10" }).period).toEqual({ from: "2020-02-01", to: "2020-02-10" });
  });

  it("runs along the date that was chosen", () => {
    expect(resolved({}).date).toBe("createdDate");
    expect(resolved({ basis: "won" })).toMatchObject({ date: "wonDate", basis: "won" });
  });

  it("is compared with as many days before it, both cut to the days that have passed", () => {
    expect(resolved({ from: "2026-11-01", to: "2026-11-30" }).compared).toEqual({
      by: "previous-period",
      kind: "cut",
      period: { from: "2026-11-01", to: "2026-11-21" },
      comparison: { from: "2026-10-02", to: "2026-10-22" },
    });
    expect(resolved({ compare: "none" }).compared).toBeNull();
  });
});
