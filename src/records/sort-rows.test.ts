import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, isDateField, type Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { lastStage } from "#referrals/funnel.ts";
import { marketCode } from "#referrals/market.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { outcomeCountOf, timesOf } from "#referrals/testing/reference-rules.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import type { SortField } from "./ranks.ts";
import { allRows } from "./rows.ts";
import { type SortBy, sortRows } from "./sort-rows.ts";
import { anyRecords, tableOf } from "./testing/arbitraries.ts";

const { compare } = new Intl.Collator("sv");
const TIME_NAMES = Object.keys(TIMES) as Time[];
const anyField = fc.constantFrom<SortField>(...FIELDS, "outcome", "stage", ...TIME_NAMES);
const anyOrder = fc.array(fc.record({ field: anyField, descending: fc.boolean() }), { maxLength: 3 });

function cellOf(one: Referral, field: SortField): string | number | null {
  if (field === "outcome") return OUTCOMES.indexOf(outcomeCountOf(one).outcome);
  if (field === "stage") return STAGES.indexOf(lastStage(outcomeCountOf(one)));
  if (field in TIMES) return timesOf([one], field as Time)[0] ?? null;
  const name = field as (typeof FIELDS)[number];
  if (name === "customerMarket" || name === "partnerMarket") return marketCode(one[name]) || null;
  if (name === "customerOrgSize") return one[name]?.trim() || null;
  if (!isDateField(name)) return one[name] || null;
  const reading = readInstant(one[name]);
  return reading.kind === "instant" ? reading.at : null;
}

function compareValues(a: string | number, b: string | number, field: SortField): number {
  if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
  if (field === "id") return a < b ? -1 : Number(a > b);
  return field === "customerOrgSize" ? compareOrgSizes(a, b) : compare(a, b);
}

function compareCells(a: Referral, b: Referral, { field, descending }: SortBy): number {
  const [first, second] = [cellOf(a, field), cellOf(b, field)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return compareValues(first, second, field) * (descending ? -1 : 1);
}

function naiveOrder(referrals: readonly Referral[], by: readonly SortBy[]): number[] {
  return referrals
    .map((one, row) => ({ one, row }))
    .sort((a, b) => by.map((order) => compareCells(a.one, b.one, order)).find((sign) => sign !== 0) ?? 0)
    .map(({ row }) => row);
}

describe("sorted rows", () => {
  it("stand in the order of their values, equals as they came, and nothing last", () => {
    fc.assert(
      fc.property(anyRecords, anyOrder, ({ referrals, table }, by) => {
        expect([...sortRows(table, allRows(table), by, compare)]).toEqual(naiveOrder(referrals, by));
      }),
      { numRuns: 300 },
    );
  });

  it("stay in the order in which they came where values are equal, also turned round", () => {
    const table = tableOf(["b", "a", "b", null, "a"].map((customerName) => referral({ customerName })));
    const backwards = allRows(table).reverse();
    const by = (descending: boolean) => [
      ...sortRows(table, backwards, [{ field: "customerName", descending }], compare),
    ];
    expect(by(false)).toEqual([4, 1, 2, 0, 3]);
    expect(by(true)).toEqual([2, 0, 4, 1, 3]);
    expect([...backwards]).toEqual([4, 3, 2, 1, 0]);
  });

  it("follow the language of the reader, and another one when it changes", () => {
    const table = tableOf(["Z", "Å", "A"].map((customerName) => referral({ customerName })));
    const by = [{ field: "customerName", descending: false }] as const;
    const german = new Intl.Collator("de").compare;
    expect([...sortRows(table, allRows(table), by, compare)]).toEqual([2, 0, 1]);
    expect([...sortRows(table, allRows(table), by, german)]).toEqual([2, 1, 0]);
  });

  it("take the names of markets from the one who compares them", () => {
    const table = tableOf(["DE", "AT", "", "CH"].map((customerMarket) => referral({ customerMarket })));
    const names: Record<string, string> = { DE: "Germany", AT: "Austria", CH: "Switzerland" };
    const byName = (a: string, b: string) => compare(names[b] ?? "", names[a] ?? "");
    const rows = sortRows(table, allRows(table), [{ field: "customerMarket", descending: false }], byName);
    expect([...rows]).toEqual([3, 0, 1, 2]);
  });
});
