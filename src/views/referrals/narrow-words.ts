import { useI18n } from "#i18n/i18n.tsx";
import { REFERRAL_COLUMNS, type ReferralKeys } from "#selection/keys/referrals.ts";
import { useValueName } from "./filter-options.ts";

/** What the reader asks of the list beyond the selection, in words: on paper and in files its fields are not seen. */
export function useNarrowWords({ search, where }: Pick<ReferralKeys, "search" | "where">): string[] {
  const { words, formats } = useI18n();
  const nameOf = useValueName();
  const bound = (day: string) => (day === "" ? "…" : formats.day(day));
  const asked = REFERRAL_COLUMNS.flatMap((column) => {
    const value = where[column];
    if (value === undefined) return [];
    const said =
      typeof value === "string" ? nameOf(column, value) : `${bound(value.from)} – ${bound(value.to)}`;
    return [words("list.narrowed", { name: words(`list.column.${column}`), value: said })];
  });
  if (search === "") return asked;
  return [words("list.narrowed", { name: words("list.search"), value: search }), ...asked];
}
