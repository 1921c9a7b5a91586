import type { Page } from "playwright/test";
import { comparedWith, ofFilters } from "../oracle/address.ts";
import { sidesOf } from "../oracle/comparison.ts";
import type { Referral } from "../oracle/csv.ts";
import { rankedParts } from "../oracle/parts.ts";
import { keyOf, within } from "../oracle/trend-figures.ts";
import { panel } from "../page.ts";
import {
  expectedCohortStatus,
  expectedCohorts,
  expectedComparison,
  expectedFunnelTable,
  expectedIntervals,
  readCohortStatus,
  readCohorts,
  readComparison,
  readFunnelTable,
  readIntervals,
  readParts,
} from "../views/funnel-page.ts";
import { visit } from "../views/referrals-page.ts";
import { type Check, says, soon } from "./check.ts";
import { flowSentence } from "./sentences.ts";

/** The figures of the Funnel: its stages, parts, cohorts, and both kinds of comparison. */
export async function funnelIsCounted(page: Page, check: Check): Promise<void> {
  const { all, search, selected, filtered, basis, period, grain, compare, rival } = check;
  const address = `/funnel?${search}&as=table&split=partner`;
  await visit(page, address);
  await soon(address, () => readFunnelTable(page), expectedFunnelTable(selected));
  const parts = rankedParts(selected, (one) => keyOf(one, "partner"));
  const title = "Funnel by partner market";
  await soon(`${address} parts`, () => readParts(page, title), parts);
  await soon(`${address} intervals`, () => readIntervals(page, title), expectedIntervals(parts));
  const cohorts = expectedCohorts(within(filtered, "created", period), period, grain);
  await soon(`${address} cohorts`, () => readCohorts(page), cohorts);
  await soon(
    `${address} cohorts, status`,
    () => readCohortStatus(page),
    expectedCohortStatus(cohorts, period, grain),
  );
  if (compare === "none")
    await panel(page, "Side-by-side comparison").getByText("Choose a comparison above").waitFor();
  else {
    const sides = sidesOf(period, compare, new Date().toISOString().slice(0, 10));
    const a = within(filtered, basis, sides.own);
    const b = comparedWith(all, `/?${search}`, sides, Date.now());
    await soon(`${address} compared`, () => readComparison(page), expectedComparison(a, b));
  }
  const versus = `${address}&with=${rival.dimension}:${rival.key || "-"}`;
  await visit(page, versus);
  await soon(versus, () => readComparison(page), expectedComparison(selected, rivals(check)));
  if (selected.length === 0) return;
  await visit(page, `/funnel?${search}`);
  await says(page, address, flowSentence(selected));
}

/** The same days and filters, but another value of one term. */
function rivals({ all, search, basis, period, rival }: Check): Referral[] {
  const others = new URLSearchParams(search);
  others.set(rival.dimension, rival.key || "-");
  return within(ofFilters(all, `/?${others}`), basis, period);
}
