import type { RecordTable } from "#partner-center/record-table.ts";
import type { IsNamedMarket } from "#referrals/quality.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { type CompareTexts, ranksOf } from "./ranks.ts";
import { qualityFlags } from "./row-quality.ts";
import { searchKeys } from "./search-key.ts";

/** The functions by which results are kept: the same that filters and sorts will be called with. */
export type WarmUp = { isNamedMarket: IsNamedMarket; compareTexts: CompareTexts };

/**
 * What is found out once for a table, in steps for idle moments: facts, quality, the letters to search in, and the
 * order of names, ids and created dates. Whoever comes earlier finds it out for himself.
 */
export function warmUpSteps(table: RecordTable, { isNamedMarket, compareTexts }: WarmUp): (() => void)[] {
  return [
    () => derivedFieldsOf(table),
    () => qualityFlags(table, isNamedMarket),
    () => searchKeys(table.terms.customerName.values),
    () => searchKeys(table.terms.id.values),
    () => ranksOf(table, "createdDate", compareTexts),
    () => ranksOf(table, "customerName", compareTexts),
    () => ranksOf(table, "id", compareTexts),
  ];
}
