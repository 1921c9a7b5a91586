import fc from "fast-check";
import { expect, test } from "vitest";
import { cubeOf } from "#cube/testing/cubes.ts";
import { FIELDS, type Referral } from "#partner-center/fields.ts";
import { type Filters, NO_FILTERS } from "#referrals/filters.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import type { CubeResult } from "./cube-result.ts";
import { filteredCube, outcomeCountRows } from "./outcome-counts.ts";
import { stagesQuery } from "./query-builders.ts";
import { closingQueryFor, type StagesResult } from "./stages.ts";
import { outcomeTrendRows, trendRows } from "./use-trend.ts";

const BLANK = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
const date = fc.constantFrom(null, "2024-01-05", "2024-02-10");
const anyReferral: fc.Arbitrary<Referral> = fc
  .record({
    status: fc.constantFrom(null, "Won", "Archived", "closed", "Active", "New", "Declined", "odd"),
    customerMarket: fc.constantFrom(null, "US", "us ", "DE"),
    customerOrgSize: fc.constantFrom(null, "1to9employees"),
    createdDate: fc.constantFrom("2024-01-01", "2024-01-02", "2024-02-01", null),
    acknowledgedDate: date,
    acceptedDate: date,
    wonDate: date,
    expiredDate: date,
  })
  .map((part) => ({ ...BLANK, ...part }));
const anyReferrals = fc.array(anyReferral, { maxLength: 40 });

function answerTo(referrals: readonly Referral[], query: ReturnType<typeof stagesQuery>): CubeResult {
  const rows = referrals.map((referral) => ({
    keys: query.groupBy.map((field) => referral[field]),
    count: 1,
  }));
  return { cube: cubeOf(query, rows), completeness: { kind: "complete" }, time: 0 };
}

/** Both results; the closing one counts the referrals that its filter matches. */
function stagesOf(referrals: readonly Referral[]): StagesResult {
  const stages = answerTo(
    referrals,
    stagesQuery(null, ["customerMarket", "customerOrgSize", "createdDate"], "day"),
  );
  const query = closingQueryFor(stages.cube);
  const unclear = referrals.filter(({ status }) => /^(archived|closed|)$/i.test(status ?? ""));
  expect(query === null).toBe(unclear.length === 0);
  return { stages, closing: query && answerTo(unclear, query) };
}

const tally = (names: readonly [unknown, number][]) => {
  const counts = new Map<string, number>();
  for (const [name, count] of names) counts.set(String(name), (counts.get(String(name)) ?? 0) + count);
  return counts;
};

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  markets: fc.subarray(["US", "DE", ""]),
  partners: fc.constant([]),
  sizes: fc.subarray(["", "1to9employees"]),
  outcomes: fc.subarray([...OUTCOMES]),
});

const isChosen = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value);

function passes(referral: Referral, filters: Filters): boolean {
  const code = (referral.customerMarket ?? "").trim().toUpperCase();
  const passesFilters =
    isChosen(filters.markets, code) && isChosen(filters.sizes, referral.customerOrgSize ?? "");
  return passesFilters && isChosen(filters.outcomes, outcomeCountOf(referral).outcome);
}

test("outcome counts from grouped answers are those of the records, one by one", () => {
  fc.assert(
    fc.property(anyReferrals, anyFilters, (referrals, filters) => {
      const fields = ["customerMarket", "createdDate"] as const;
      const grouped = outcomeCountRows(stagesOf(referrals), fields, filters).map(
        ({ keys, outcome, acknowledged, accepted, count }) => {
          return [[...keys, outcome, acknowledged, accepted], count] as [unknown, number];
        },
      );
      const counted = referrals
        .filter((referral) => passes(referral, filters))
        .map((referral) => {
          const { outcome, acknowledged, accepted } = outcomeCountOf(referral);
          const keys = fields.map((field) => referral[field]);
          return [[...keys, outcome, acknowledged, accepted], 1] as [unknown, number];
        });
      expect(tally(grouped)).toEqual(tally(counted));
    }),
  );
});

test("a trend by outcome counts every dated referral of the chosen filters once", () => {
  fc.assert(
    fc.property(anyReferrals, anyFilters, (referrals, filters) => {
      const chosen = referrals.filter((one) => one.createdDate !== null && passes(one, filters));
      const rows = outcomeTrendRows(stagesOf(referrals), "outcomes", "createdDate", filters);
      expect(tally(rows.map(({ key, day, count }) => [[key, day], count]))).toEqual(
        tally(chosen.map((one) => [[outcomeCountOf(one).outcome, one.createdDate], 1])),
      );
    }),
  );
});

test("a trend by a filter leaves out what has no day, and joins the spellings of a market", () => {
  const query = stagesQuery(null, ["customerMarket", "customerOrgSize", "createdDate"], "day");
  const us = { ...BLANK, customerMarket: "US", createdDate: "2024-01-01" };
  const { cube } = answerTo([us, { ...us, customerMarket: " us" }, { ...us, createdDate: null }], query);
  const byMarket = trendRows(cube, "markets", "createdDate", NO_FILTERS);
  expect(tally(byMarket.map(({ key, day, count }) => [[key, day], count]))).toEqual(
    tally([["US,2024-01-01", 2]]),
  );
  const ofUs = { ...NO_FILTERS, markets: ["US"] };
  expect(trendRows(cube, "sizes", "createdDate", ofUs)).toEqual([{ key: "", day: "2024-01-01", count: 2 }]);
  expect(filteredCube(cube, { ...NO_FILTERS, markets: ["FR"] }).size).toBe(0);
});
