import { expect, it, vi } from "vitest";
import { referral } from "#referrals/arbitraries.ts";
import { tableOf } from "./arbitraries.ts";
import { qualityOfRows } from "./row-quality.ts";
import { allRows } from "./rows.ts";
import { sortRows } from "./sort-rows.ts";
import { warmUpSteps } from "./warm-up.ts";

it("leaves nothing to compare or to name afterwards", () => {
  const table = tableOf(["b", "a", "c"].map((customerName) => referral({ customerName })));
  const [isNamedMarket, compareTexts] = [
    vi.fn(() => true),
    vi.fn((a: string, b: string) => (a < b ? -1 : 1)),
  ];
  for (const step of warmUpSteps(table, { isNamedMarket, compareTexts })) step();
  const calls = [isNamedMarket, compareTexts].map(({ mock }) => mock.calls.length);
  const by = [{ field: "customerName", descending: false }] as const;
  expect([...sortRows(table, allRows(table), by, compareTexts)]).toEqual([1, 0, 2]);
  expect(qualityOfRows(table, isNamedMarket)["unnamed-market"]).toHaveLength(0);
  expect([isNamedMarket, compareTexts].map(({ mock }) => mock.calls.length)).toEqual(calls);
});
