import { describe, expect, it } from "vitest";
import { cubeOf } from "#cube/testing/cubes.ts";
import { summariseDataset } from "./dataset-summary.ts";
import { DATASET_SUMMARY_QUERY } from "./query-builders.ts";

const NOW = Date.parse("2026-11-29T12:00:00Z");

/** The summary of referrals of one market with these counts per month. */
const summaryOf = (months: Record<string, number>) => {
  const buckets = Object.entries(months).map(([day, count]) => ({ keys: ["US", day], count }));
  return summariseDataset(cubeOf(DATASET_SUMMARY_QUERY, buckets), NOW);
};

describe("what the data holds", () => {
  it("begins and ends with plausible months, and tells of the others", () => {
    const summary = summaryOf({
      "0206-05-01": 1,
      "1970-01-01": 2,
      "2010-01-01": 3,
      "2026-11-01": 5,
      "2026-12-01": 7,
      "2062-03-01": 11,
    });
    expect(summary.total).toBe(29);
    expect(summary.months).toEqual({ first: "2010-01-01", last: "2026-11-01" });
    expect(summary.implausible).toEqual([
      { from: "0206-05-01", to: "1970-01-31", count: 3 },
      { from: "2026-12-01", to: "2062-03-31", count: 18 },
    ]);
  });

  it("is what it is where no month is plausible", () => {
    const summary = summaryOf({ "1998-05-01": 1, "1999-01-01": 2 });
    expect(summary).toMatchObject({ months: { first: "1998-05-01", last: "1999-01-01" }, implausible: [] });
  });

  it("whose time is the end of a month has none of the next", () => {
    const buckets = [{ keys: ["US", "2017-12-01"], count: 1 }];
    const cube = cubeOf(DATASET_SUMMARY_QUERY, buckets);
    expect(summariseDataset(cube, Date.parse("2018-01-01")).implausible).toEqual([]);
    expect(summariseDataset(cube, Date.parse("2018-01-01")).months?.last).toBe("2017-12-01");
  });
});
