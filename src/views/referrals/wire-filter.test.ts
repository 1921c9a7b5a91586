import { describe, expect, it } from "vitest";
import { cubeOf } from "#cube/testing/cubes.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import { DATASET_SUMMARY_QUERY, periodFilter } from "#queries/query-builders.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { narrowed, spellingsOf, wireFilter } from "./use-records-of-drill.ts";

const PERIOD = { from: "2024-01-01", to: "2024-12-31" };
const SUMMARY = cubeOf(
  DATASET_SUMMARY_QUERY,
  ["DE", " de", "US", null].map((market) => ({ keys: [market, "2024-01-01"], count: 1 })),
);

describe("what the service is asked for where a period holds too much", () => {
  it("are the days and filters that selection and drill have in common", () => {
    const resolved = {
      period: PERIOD,
      filters: { ...NO_FILTERS, markets: ["DE", "US"], outcomes: ["won" as const] },
    };
    const drill = { within: { from: "2023-12-25", to: "2024-01-07" }, markets: ["FR", "US"], sizes: ["s"] };
    expect(narrowed(resolved, drill)).toEqual({
      period: { from: "2024-01-01", to: "2024-01-07" },
      filters: { ...NO_FILTERS, markets: ["US"], sizes: ["s"] },
    });
  });

  it("is never less than both allow, also where they have nothing in common", () => {
    const resolved = { period: PERIOD, filters: { ...NO_FILTERS, markets: ["DE"] } };
    const within = { from: "2025-01-01", to: "2025-01-31" };
    expect(narrowed(resolved, { within, markets: ["US"] })).toEqual({
      period: within,
      filters: { ...NO_FILTERS, markets: ["US"] },
    });
  });

  it("names a market in each of its spellings, and none in all its ways", () => {
    expect(spellingsOf(SUMMARY, ["DE"])).toEqual(["DE", " de"]);
    expect(spellingsOf(SUMMARY, [""])).toEqual([null, "", "UNKNOWN"]);
    expect(spellingsOf(SUMMARY, ["FR"])).toEqual(["FR"]);
  });

  it("is the period alone where nothing narrows it", () => {
    const filter = wireFilter({ period: PERIOD, filters: NO_FILTERS }, "createdDate", SUMMARY);
    expect(filter).toEqual(periodFilter("createdDate", PERIOD));
  });

  it("is written as the service reads it", () => {
    const filters = { ...NO_FILTERS, markets: ["US"], sizes: ["a", "b"] };
    expect(printFilter(wireFilter({ period: PERIOD, filters }, "wonDate", SUMMARY))).toBe(
      `${printFilter(periodFilter("wonDate", PERIOD))} and customerMarket eq 'US' and (customerOrgSize eq 'a' or customerOrgSize eq 'b')`,
    );
  });
});
