import { describe, expect, test } from "vitest";
import type { Cube } from "#cube/cube.ts";
import { cubeOf } from "#cube/testing/cubes.ts";
import { daysWithin } from "#partner-center/filter-build.ts";
import { DATASET_SUMMARY_QUERY } from "./query-builders.ts";
import { MAX_BUCKETS, supersetQuery, withComparisons } from "./use-prefetch-cube.ts";

const YEAR = { from: "2024-01-01", to: "2024-12-31" };

/** A data set with these counts per month. */
const dataset = (months: Record<string, number>): Cube =>
  cubeOf(
    DATASET_SUMMARY_QUERY,
    Object.entries(months).map(([month, count]) => ({ keys: ["US", `${month}-01`], count })),
  );

describe("the wide query", () => {
  test("holds all the data, also what has no created date, where that fits", () => {
    const query = supersetQuery(dataset({ "2015-03": MAX_BUCKETS - 1, "2024-05": 1 }), YEAR);
    expect(query).toMatchObject({ filter: null, level: "day" });
    expect(query.groupBy).toContain("partnerMarket");
    expect(query.groupBy).toContain("customerOrgSize");
  });

  test("else holds the period and what it is compared with, else the period alone", () => {
    const compared = supersetQuery(dataset({ "2015-03": MAX_BUCKETS, "2023-05": 1 }), YEAR);
    expect(compared.filter).toEqual(daysWithin("createdDate", "2022-12-31", "2024-12-31"));
    const alone = supersetQuery(dataset({ "2023-05": MAX_BUCKETS, "2024-12": 1 }), YEAR);
    expect(alone.filter).toEqual(daysWithin("createdDate", "2024-01-01", "2024-12-31"));
  });

  test("is by month and customer market where even the period is too much", () => {
    const query = supersetQuery(dataset({ "2024-12": MAX_BUCKETS + 1 }), YEAR);
    expect(query).toMatchObject({ filter: null, level: "month" });
    expect(query.groupBy).not.toContain("partnerMarket");
  });

  test("counts the whole month in which a period begins", () => {
    const period = { from: "2024-12-20", to: "2024-12-31" };
    expect(supersetQuery(dataset({ "2024-12": MAX_BUCKETS + 1 }), period).level).toBe("month");
  });
});

test("a period with its comparisons is one range", () => {
  expect(withComparisons({ from: "2024-03-01", to: "2024-03-31" })).toEqual({
    from: "2023-03-01",
    to: "2024-03-31",
  });
  expect(withComparisons({ from: "2020-01-01", to: "2023-12-31" })).toEqual({
    from: "2016-01-01",
    to: "2023-12-31",
  });
});
