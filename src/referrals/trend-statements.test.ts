import { describe, expect, it } from "vitest";
import { trendStatements } from "./trend.ts";
import { trendAxis } from "./trend-axis.ts";

/** Statements on monthly counts from January 2024, at a time of the data. */
function said(values: number[], dataTime: number, byKey: Record<string, number[]> = {}) {
  const period = { from: "2024-01-01", to: "2024-06-30" };
  const series = Object.entries(byKey).map(([key, counts]) => ({ key, values: counts }));
  return trendStatements(trendAxis(period, "month", dataTime), values, series);
}

const inJune = Date.UTC(2024, 5, 20);
const inJuly = Date.UTC(2024, 6, 1);

describe("best and worst", () => {
  it("are the highest and the lowest finished bucket", () => {
    expect(said([5, 9, 2, 7, 6, 4], inJuly).extremes).toMatchObject({
      best: { start: "2024-02-01", end: "2024-02-29", count: 9 },
      worst: { start: "2024-03-01", count: 2 },
    });
  });

  it("leave an unfinished bucket out, high or low", () => {
    expect(said([5, 9, 2, 7, 6, 0], inJune).extremes).toMatchObject({ worst: { count: 2 } });
    expect(said([5, 9, 2, 7, 6, 99], inJune).extremes).toMatchObject({ best: { count: 9 } });
  });

  it("are the earliest among equals", () => {
    expect(said([9, 2, 9, 2, 5, 5], inJuly).extremes).toMatchObject({
      best: { start: "2024-01-01" },
      worst: { start: "2024-02-01" },
    });
  });

  it("are absent where all finished buckets are alike, or none is finished", () => {
    expect(said([3, 3, 3, 3, 3, 9], inJune).extremes).toEqual({ kind: "absent" });
    expect(said([3, 4, 0, 0, 0, 0], Date.UTC(2024, 0, 5)).extremes).toEqual({ kind: "absent" });
  });
});

describe("last", () => {
  it("is the last finished bucket and its change to the one before", () => {
    expect(said([5, 9, 2, 8, 6, 1], inJune).last).toEqual({
      kind: "later",
      last: { start: "2024-05-01", end: "2024-05-31", count: 6 },
      before: { start: "2024-04-01", end: "2024-04-30", count: 8 },
      change: { kind: "percent", from: 8, to: 6, fraction: -0.25 },
    });
  });

  it("has no change from 0", () => {
    expect(said([5, 9, 2, 7, 0, 4], inJuly).last).toMatchObject({
      kind: "later",
      change: { kind: "absent" },
    });
  });

  it("has nothing before it when it is the first, and is absent when none is finished", () => {
    expect(said([5, 1, 0, 0, 0, 0], Date.UTC(2024, 1, 3)).last).toMatchObject({
      kind: "first",
      last: { count: 5 },
    });
    expect(said([5, 1, 0, 0, 0, 0], Date.UTC(2024, 0, 3)).last).toEqual({ kind: "absent" });
  });
});

describe("grew most", () => {
  const byKey = { US: [0, 0, 0, 50, 55, 0], DE: [0, 0, 0, 1, 9, 0], FR: [0, 0, 0, 8, 0, 90] };

  it("is the key with the most more referrals than in the bucket before", () => {
    expect(said([0, 0, 0, 59, 64, 90], inJune, byKey).grewMost).toEqual({
      kind: "grew",
      key: "DE",
      from: 1,
      to: 9,
      change: { kind: "percent", from: 1, to: 9, fraction: 8 },
    });
  });

  it("goes to the larger series among equals", () => {
    const even = { US: [0, 0, 0, 9, 11, 0], DE: [0, 0, 0, 0, 2, 0] };
    expect(said([], inJune, even).grewMost).toMatchObject({ key: "US" });
  });

  it("is absent where no key grew, and where there is no bucket before", () => {
    expect(said([], inJune, { US: [0, 0, 0, 4, 4, 9] }).grewMost).toEqual({ kind: "absent" });
    expect(said([], Date.UTC(2024, 1, 3), { US: [4, 9, 0, 0, 0, 0] }).grewMost).toEqual({ kind: "absent" });
  });
});
