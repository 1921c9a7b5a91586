import type { Formats } from "#i18n/formats.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { type OpenDayRange, REFERRAL_COLUMNS, type ReferralKeys } from "#selection/keys/referrals.ts";
import { useValueName } from "./filter-options.ts";

/** From and to day, each optional. */
export function daysText({ from, to }: OpenDayRange, { day }: Formats): string {
  return [from, to].map((one) => (one === "" ? "…" : day(one))).join(" – ");
}

/** The list's filters beyond the selection as text, for print and exports, which do not show the fields. */
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
