import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import { HOUR_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { FilterContext, RecordFilter } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";

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
export function resolvedFilter(
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
