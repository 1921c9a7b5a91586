import { useMemo } from "react";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { HOUR_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { CompareTexts } from "#records/ranks.ts";
import type { FilterContext, RecordFilter } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import type { ReferralKeys } from "#selection/keys/referrals.ts";
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

function inMs(hours: number | null): number | null {
  return hours === null ? null : hours * HOUR_MS;
}

/** A drill-through as a record filter; `field` is the selection's date basis. Limits are in `drillLimits`. */
export function drillFilter(drill: Drill, field: DateField): RecordFilter {
  const { within, happened, undated, quality, time, answer, limits: _, ...same } = drill;
  return {
    ...same,
    ...(within && { dates: [{ field, ...within }] }),
    ...(happened && { happened: { field, ...happened } }),
    ...(undated && { lacking: [{ field, because: "either" }] }),
    ...(quality && (quality === "any" ? { noted: true } : { quality })),
    ...(time && { times: [{ time: time.time, overMs: inMs(time.over), upToMs: inMs(time.upTo) }] }),
    ...(answer && { answer: { limitMs: answer.hours * HOUR_MS, group: answer.group } }),
  };
}

/** The overdue limits of a drill-through, if not the defaults. */
export function drillLimits({ limits }: Drill): { limits?: OverdueLimits } {
  if (limits === undefined) return {};
  return { limits: { answerMs: limits.answer * HOUR_MS, expiryMs: limits.expiry * HOUR_MS } };
}

/** The selection as a record filter; without its period if the drill-through is for undated referrals. */
function resolvedFilter(
  { filters, period, date }: Pick<ResolvedSelection, "filters" | "period" | "date">,
  drill: Drill,
) {
  const { markets, partners, sizes, outcomes } = filters;
  const filter: RecordFilter = { markets, partners, sizes, outcomes };
  if (drill.asOf !== undefined) filter.asOf = drill.asOf;
  return drill.undated ? filter : { ...filter, dates: [{ field: date, ...period }] };
}

/** The rows of a selection and a drill-through, in table order. */
export function rowsOfDrill(
  table: RecordTable,
  resolved: Pick<ResolvedSelection, "filters" | "period" | "date">,
  drill: Drill,
  context: FilterContext,
): Rows {
  const inSelection = rowsMatching(table, resolvedFilter(resolved, drill), context);
  return rowsMatching(
    table,
    drillFilter(drill, resolved.date),
    { ...context, ...drillLimits(drill) },
    inSelection,
  );
}
