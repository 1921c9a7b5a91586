import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import type { QualityContext } from "#records/row-quality.ts";
import { marketCode, NO_MARKET } from "#referrals/market.ts";

/** Quality problems visible in groups by customer market, as counts of referrals; `any` is one or both. */
export type GroupIssues = { unrecognised: number; unnamed: number; any: number };

/** Referrals with an unrecognised status, and those whose customer market has no name. */
export function groupIssues(
  rows: readonly OutcomeCountRow[],
  { isNamedMarket, absent }: QualityContext,
): GroupIssues {
  const issues = { unrecognised: 0, unnamed: 0, any: 0 };
  for (const { keys, outcome, count } of rows) {
    const code = marketCode(keys[0] ?? null);
    const isUnnamed = code === NO_MARKET ? absent?.has("customerMarket") !== true : !isNamedMarket(code);
    const isUnrecognised = outcome === "unrecognised";
    if (isUnnamed) issues.unnamed += count;
    if (isUnrecognised) issues.unrecognised += count;
    if (isUnnamed || isUnrecognised) issues.any += count;
  }
  return issues;
}
