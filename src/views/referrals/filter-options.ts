import { useMemo } from "react";
import { dealTextName } from "#dashboard/context/deal-names.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { RecordTable } from "#partner-center/record-table.ts";
import { countDealTexts } from "#records/deal-splits.ts";
import { keysOfRows } from "#records/group-records.ts";
import type { CodedTexts, Rows } from "#records/rows.ts";
import { ANSWER_GROUPS, type AnswerGroup } from "#referrals/answer-group.ts";
import { DEAL_TEXTS, type DealText } from "#referrals/deal-fields.ts";
import type { Dimension } from "#referrals/dimensions.ts";
import { compareMarkets } from "#referrals/market.ts";
import { ANSWER_HOURS, EXPIRY_DAYS } from "#referrals/open-age.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import {
  NOTED,
  type ReferralColumn,
  WAITING_PLACES,
  type WaitingPlace,
  type Where,
} from "#selection/keys/referrals.ts";
import { useMarketName } from "#ui/value.tsx";
import type { List } from "./use-list.ts";

export type ColumnFilterOption = { value: Extract<NonNullable<Where[ReferralColumn]>, string>; name: string };
export type ColumnFilterOptions = Partial<Record<ReferralColumn, readonly ColumnFilterOption[]>>;

type Counted = { value: string; count: number };

/** Occurrences of each value in these rows; absent values are left out. */
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

/** Display name of a filter value. */
export function useValueName(): (column: ReferralColumn, value: string) => string {
  const i18n = useI18n();
  const { t } = i18n;
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const names: Partial<Record<ReferralColumn, (value: string) => string>> = {
    market: marketName,
    partner: marketName,
    size: sizeName,
    outcome: (value) => t(`outcome.${value as Outcome}`),
    status: (value) => value || t("list.noStatus"),
    answer: (value) => t(`list.answer.${value as AnswerGroup}`, LIMITS),
    age: (value) => t(`list.waiting.${value as WaitingPlace}`, LIMITS),
    notes: (value) => t(`note.${value as (typeof NOTED)[number]}`),
    ...Object.fromEntries(
      DEAL_TEXTS.map((field) => [field, (value: string) => dealTextName(field, value, i18n)]),
    ),
    value: (value) => t(`deal.value.${value as "any" | "none"}`),
    valueUsd: (value) => t(`deal.value.${value as "any" | "none"}`),
  };
  return (column, value) => names[column]?.(value) ?? value;
}

/** The options of column filters with their counts in the list; all options where values are derived by a rule. */
export function useFilterOptions({ table, all }: Pick<List, "table" | "all">): ColumnFilterOptions {
  const { t, formats } = useI18n();
  const nameOf = useValueName();
  const counts = useMemo(() => {
    const by = (breakdown: Dimension) => countValues(keysOfRows(table, breakdown), all);
    return {
      market: by("market").sort((a, b) => compareMarkets(a.value, b.value)),
      partner: by("partner").sort((a, b) => compareMarkets(a.value, b.value)),
      size: by("size").sort((a, b) => compareOrgSizes(a.value, b.value)),
      outcome: OUTCOMES.flatMap((outcome) => by("outcome").filter(({ value }) => value === outcome)),
      status: countValues(statusTexts(table), all),
      ...(Object.fromEntries(
        DEAL_TEXTS.map((field) => [field, table.extras ? countDealTexts(table, field, all) : []]),
      ) as Record<DealText, Counted[]>),
    };
  }, [table, all]);
  const counted = (column: keyof typeof counts) =>
    counts[column].map(({ value, count }) => ({
      value,
      name: t("list.filter.option", { name: nameOf(column, value), count: formats.count(count) }),
    }));
  const ruled = (column: ReferralColumn, values: readonly ColumnFilterOption["value"][]) =>
    values.map((value) => ({ value, name: nameOf(column, value) }));
  return {
    market: counted("market"),
    partner: counted("partner"),
    size: counted("size"),
    outcome: counted("outcome"),
    status: counted("status"),
    answer: ruled("answer", ANSWER_GROUPS),
    age: ruled("age", WAITING_PLACES),
    notes: ruled("notes", NOTED),
    ...Object.fromEntries(DEAL_TEXTS.map((field) => [field, counted(field)])),
    value: ruled("value", ["any", "none"]),
    valueUsd: ruled("valueUsd", ["any", "none"]),
  };
}
