import { useMemo } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { RecordTable } from "#partner-center/record-table.ts";
import { keysOfRows } from "#records/group-rows.ts";
import type { CodedTexts, Rows } from "#records/rows.ts";
import { ANSWER_GROUPS } from "#referrals/answer-group.ts";
import type { Breakdown } from "#referrals/breakdown.ts";
import { compareMarkets } from "#referrals/market.ts";
import { ANSWER_HOURS, EXPIRY_DAYS } from "#referrals/open-age.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { NOTED, type ReferralColumn, WAITING_PLACES, type Where } from "#selection/keys/referrals.ts";
import { useMarketName } from "#ui/value.tsx";
import { useSizeName } from "../common/series-look.ts";
import type { List } from "./use-list.ts";

/** A value that a column can be held to. */
export type FilterOption = { value: Extract<NonNullable<Where[ReferralColumn]>, string>; name: string };
export type FilterOptions = Partial<Record<ReferralColumn, readonly FilterOption[]>>;

type Counted = { value: string; count: number };

/** How often each value occurs in some rows; values that do not are left out. */
export function countValues({ codes, values }: CodedTexts, rows: Rows): Counted[] {
  const counts = new Uint32Array(values.length);
  for (const row of rows) counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
  return values.map((value, code) => ({ value, count: counts[code] ?? 0 })).filter(({ count }) => count > 0);
}

/** Statuses as sent; none is "". */
function statusTexts({ terms }: RecordTable): CodedTexts {
  return { codes: terms.status.codes, values: terms.status.values.map((value) => value ?? "") };
}

const LIMITS = { hours: ANSWER_HOURS, days: EXPIRY_DAYS };

/** The values of the columns among the rows of a list, with their counts; where a rule makes the values, all of them. */
export function useFilterOptions({ table, all }: Pick<List, "table" | "all">): FilterOptions {
  const { words, formats } = useI18n();
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const counts = useMemo(() => {
    const by = (breakdown: Breakdown) => countValues(keysOfRows(table, breakdown), all);
    return {
      market: by("market").sort((a, b) => compareMarkets(a.value, b.value)),
      partner: by("partner").sort((a, b) => compareMarkets(a.value, b.value)),
      size: by("size").sort((a, b) => compareOrgSizes(a.value, b.value)),
      outcome: OUTCOMES.flatMap((outcome) => by("outcome").filter(({ value }) => value === outcome)),
      status: countValues(statusTexts(table), all),
    };
  }, [table, all]);
  const named = (counted: readonly Counted[], nameOf: (value: string) => string) =>
    counted.map(({ value, count }) => ({
      value,
      name: words("list.filter.option", { name: nameOf(value), count: formats.count(count) }),
    }));
  return {
    market: named(counts.market, marketName),
    partner: named(counts.partner, marketName),
    size: named(counts.size, sizeName),
    outcome: named(counts.outcome, (outcome) => words(`outcome.${outcome as Outcome}`)),
    status: named(counts.status, (status) => status || words("list.noStatus")),
    answer: ANSWER_GROUPS.map((value) => ({ value, name: words(`list.answer.${value}`, LIMITS) })),
    age: WAITING_PLACES.map((value) => ({ value, name: words(`list.waiting.${value}`, LIMITS) })),
    notes: NOTED.map((value) => ({ value, name: words(`note.${value}`) })),
  };
}
