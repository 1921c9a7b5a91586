import { useMemo } from "react";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { CompareTexts } from "#records/ranks.ts";
import type { FilterContext } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import type { Drill } from "#selection/drill.ts";
import type { ReferralKeys } from "#selection/keys/referrals.ts";
import { drillLimits, rowsOfDrill } from "./drill-filter.ts";
import { orderRows } from "./list-order.ts";
import { rowsWhere } from "./where-filter.ts";

/** A list of referrals: `all` of the drill-through, and those `shown` after filtering and sorting. */
export type List = { table: RecordTable; all: Rows; shown: Rows; context: FilterContext };

export type ListKeys = Pick<ReferralKeys, "sort" | "search" | "where">;

/** Memoised by hand: each step visits all rows. */
export function useList(table: RecordTable, drill: Drill, keys: ListKeys): List {
  const { resolved, dataTime } = useView().viewData;
  const quality = useQualityContext();
  const compareTexts = useCompareTexts();
  const context = useMemo(
    () => ({ now: dataTime, ...quality, ...drillLimits(drill) }),
    [dataTime, quality, drill],
  );
  const { sort, search, where } = keys;
  const all = useMemo(() => rowsOfDrill(table, resolved, drill, context), [table, resolved, drill, context]);
  // Sorted before searching, so that a changed search only filters.
  const ordered = useMemo(
    () => orderRows(table, all, sort, context, compareTexts),
    [table, all, sort, context, compareTexts],
  );
  const shown = useMemo(
    () => rowsWhere(table, ordered, where, search, context),
    [table, ordered, where, search, context],
  );
  return useMemo(() => ({ table, all, shown, context }), [table, all, shown, context]);
}

/** Compares texts in the page's language, markets by name. */
function useCompareTexts(): CompareTexts {
  const { locale, formats } = useI18n();
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const nameOf = formats.market;
    return (a, b, field) =>
      field === "customerMarket" || field === "partnerMarket" ? compare(nameOf(a), nameOf(b)) : compare(a, b);
  }, [locale, formats]);
}
