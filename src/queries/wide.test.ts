import { describe, expect, test } from "vitest";
import type { Cube } from "#cube/cube.ts";
import { cubeOf } from "#cube/testing/cubes.ts";
import { daysWithin } from "#partner-center/filter-build.ts";
import { EXTENT_QUESTION } from "./questions.ts";
import { MOST_BUCKETS, wideQuestion, withComparisons } from "./wide.ts";

const YEAR = { from: "2024-01-01", to: "2024-12-31" };

/** So many referrals in each of these months. */
const extent = (months: Record<string, number>): Cube =>
  cubeOf(
    EXTENT_QUESTION,
    Object.entries(months).map(([month, count]) => ({ keys: ["US", `${month}-01`], count })),
  );

describe("the wide question", () => {
  test("holds all the data, also what has no created date, where that fits", () => {
    const question = wideQuestion(extent({ "2015-03": MOST_BUCKETS - 1, "2024-05": 1 }), YEAR);
    expect(question).toMatchObject({ filter: null, level: "day" });
    expect(question.groupBy).toContain("partnerMarket");
    expect(question.groupBy).toContain("customerOrgSize");
  });

  test("else holds the period and what it is compared with, else the period alone", () => {
    const compared = wideQuestion(extent({ "2015-03": MOST_BUCKETS, "2023-05": 1 }), YEAR);
    expect(compared.filter).toEqual(daysWithin("createdDate", "2022-12-31", "2024-12-31"));
    const alone = wideQuestion(extent({ "2023-05": MOST_BUCKETS, "2024-12": 1 }), YEAR);
    expect(alone.filter).toEqual(daysWithin("createdDate", "2024-01-01", "2024-12-31"));
  });

  test("is by month and customer market where even the period is too much", () => {
    const question = wideQuestion(extent({ "2024-12": MOST_BUCKETS + 1 }), YEAR);
    expect(question).toMatchObject({ filter: null, level: "month" });
    expect(question.groupBy).not.toContain("partnerMarket");
  });

  test("counts the whole month in which a period begins", () => {
    const period = { from: "2024-12-20", to: "2024-12-31" };
    expect(wideQuestion(extent({ "2024-12": MOST_BUCKETS + 1 }), period).level).toBe("month");
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
