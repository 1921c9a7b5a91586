import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import { HOUR_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { FilterContext, RecordFilter } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";

type Part<T> = (value: T, date: DateField) => RecordFilter;
type Parts = { [Key in keyof Drill]-?: Part<NonNullable<Drill[Key]>> };

const PARTS: Parts = {
  within: (days, field) => ({ dates: [{ field, ...days }] }),
  undated: (_, field) => ({ lacking: [{ field, because: "either" }] }),
  markets: (markets) => ({ markets }),
  partners: (partners) => ({ partners }),
  sizes: (sizes) => ({ sizes }),
  outcomes: (outcomes) => ({ outcomes }),
  notMarkets: (notMarkets) => ({ notMarkets }),
  notPartners: (notPartners) => ({ notPartners }),
  notSizes: (notSizes) => ({ notSizes }),
  notOutcomes: (notOutcomes) => ({ notOutcomes }),
  route: (route) => ({ route }),
  notRoute: (notRoute) => ({ notRoute }),
  reached: (reached) => ({ reached }),
  left: (left) => ({ left }),
  implied: (implied) => ({ implied }),
  fate: (fate) => ({ fate }),
  asOf: (asOf) => ({ asOf }),
  quality: (quality) => (quality === "any" ? { noted: true } : { quality }),
  overdue: (overdue) => ({ overdue }),
  time: ({ time, over, upTo }) => ({ times: [{ time, overMs: inMs(over), upToMs: inMs(upTo) }] }),
  days: (days) => ({ days }),
  answer: ({ hours, group }) => ({ answer: { limitMs: hours * HOUR_MS, group } }),
  // What it says is for the other parts: see `limitsOf`.
  limits: () => ({}),
};

function inMs(hours: number | null): number | null {
  return hours === null ? null : hours * HOUR_MS;
}

/** A drill as a filter of records; `date` is the date of the selection's basis. */
export function drillFilter(drill: Drill, date: DateField): RecordFilter {
  const keys = Object.keys(drill) as (keyof Drill)[];
  const parts = keys.filter((key) => drill[key] !== undefined);
  return Object.assign({}, ...parts.map((key) => (PARTS[key] as Part<unknown>)(drill[key], date)));
}

/** After how long a waiting referral is overdue and expires, where a drill says so; else the usual limits hold. */
export function drillLimits({ limits }: Drill): { limits?: OverdueLimits } {
  if (limits === undefined) return {};
  return { limits: { answerMs: limits.answer * HOUR_MS, expiryMs: limits.expiry * HOUR_MS } };
}

/** The selection as a filter of records; its period holds unless the drill asks for those without the basis date. */
export function resolvedFilter(
  { filters, period, date }: Pick<ResolvedSelection, "filters" | "period" | "date">,
  drill: Drill,
) {
  const { markets, partners, sizes, outcomes } = filters;
  const filter: RecordFilter = { markets, partners, sizes, outcomes };
  if (drill.asOf !== undefined) filter.asOf = drill.asOf;
  return drill.undated ? filter : { ...filter, dates: [{ field: date, ...period }] };
}

/** The rows that a selection and a drill leave, in the order of the table. */
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
