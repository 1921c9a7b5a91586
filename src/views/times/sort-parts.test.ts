import { describe, expect, it } from "vitest";
import { rateOf } from "#referrals/rate.ts";
import { nextSort, sortParts, sortWay } from "./sort-parts.ts";
import type { PartTimes } from "./times-view-model.ts";

const part = (key: string, referrals: number, median: number | null): PartTimes => ({
  key,
  referrals,
  inTime: rateOf(0, 0),
  summary:
    median === null
      ? { kind: "absent" }
      : { kind: "times", precision: "minute", count: referrals, median, p75: median, p90: median },
});
const PARTS = [part("DE", 9, 5), part("FR", 7, null), part("US", 3, 8), part("AT", 3, 5)];
const compare = (a: string, b: string) => (a < b ? -1 : 1);
const sorted = (sort: Parameters<typeof sortWay>[0]) =>
  sortParts(PARTS, sortWay(sort), compare).map(({ key }) => key);

describe("the order of the parts", () => {
  it("follows a column in both directions, with those without a figure last", () => {
    expect(sorted("median")).toEqual(["DE", "AT", "US", "FR"]);
    expect(sorted("-median")).toEqual(["US", "DE", "AT", "FR"]);
    expect(sorted("name")).toEqual(["AT", "DE", "FR", "US"]);
    expect(sorted("-referrals")).toEqual(["DE", "FR", "US", "AT"]);
    expect(sorted("-share")).toEqual(["DE", "FR", "US", "AT"]);
  });

  it("turns with a second press; names begin upwards and figures downwards", () => {
    expect(nextSort(sortWay("-referrals"), "median")).toBe("-median");
    expect(nextSort(sortWay("-median"), "median")).toBe("median");
    expect(nextSort(sortWay("-median"), "name")).toBe("name");
    expect(nextSort(sortWay("name"), "name")).toBe("-name");
  });
});
