import type { Formats } from "#i18n/formats.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { type OpenDayRange, REFERRAL_COLUMNS, type ReferralKeys } from "#selection/keys/referrals.ts";
import { useValueName } from "./filter-options.ts";

/** Days from and to, each of which may be open. */
export function daysText({ from, to }: OpenDayRange, { day }: Formats): string {
  return [from, to].map((one) => (one === "" ? "…" : day(one))).join(" – ");
}

/** What the reader asks of the list beyond the selection, in words: on paper and in files its fields are not seen. */
export function useListFilterSentences({ search, where }: Pick<ReferralKeys, "search" | "where">): string[] {
  const { t, formats } = useI18n();
  const nameOf = useValueName();
  const asked = REFERRAL_COLUMNS.flatMap((column) => {
    const value = where[column];
    if (value === undefined) return [];
    const said = typeof value === "string" ? nameOf(column, value) : daysText(value, formats);
    return [t("list.narrowed", { name: t(`list.column.${column}`), value: said })];
  });
  if (search === "") return asked;
  return [t("list.narrowed", { name: t("list.search"), value: search }), ...asked];
}
