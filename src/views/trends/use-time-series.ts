import { useView } from "#dashboard/context/view-context.tsx";
import type { QuerySource } from "#dashboard/panel/query-panel.tsx";
import type { Grain } from "#lib/calendar.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { useStandingCounts } from "#queries/use-standing-counts.ts";
import { useTrend } from "#queries/use-trend.ts";
import { DIMENSIONS, type Dimension, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Period } from "#referrals/period.ts";
import type { TrendMeasure } from "#selection/keys/trends.ts";
import { type PartRow, partRows } from "./rate-parts.ts";

/** Days of the page's date basis, in buckets of a level; split by a term, by outcome, or not at all. */
export type TimeSeriesOptions = {
  days: Period;
  level: Grain;
  split: Dimension | null;
  /** Judged as it stood at this instant (ms UTC); null is as known today. */
  asOf: number | null;
};

export type TimeSeries = QuerySource & { rows: readonly PartRow[] };

/** Referrals over time and, for a rate, how many of them got so far. Null asks nothing. */
export function useTimeSeries(
  query: TimeSeriesOptions | null,
  measure: TrendMeasure,
): QueryState<TimeSeries> {
  const { outcomes } = useView().viewData.resolved.filters;
  const asOf = query?.asOf ?? null;
  // How many there are of a day is the same at any age, unless outcomes decide which of them count.
  const isPlain = measure === "count" && (asOf === null || outcomes.length === 0);
  const counts = useCounts(isPlain ? query : null);
  const parts = useParts(isPlain || asOf !== null ? null : query, measure);
  const standing = useStandingParts(isPlain ? null : query, measure);
  if (isPlain) return counts;
  return asOf === null ? parts : standing;
}

function useCounts(query: TimeSeriesOptions | null): QueryState<TimeSeries> {
  const { viewData } = useView();
  const { date, filters } = viewData.resolved;
  const by = DIMENSIONS[query?.split ?? "market"].filter;
  const state = useTrend(
    query && { population: periodFilter(date, query.days), date, by, grain: query.level, filters },
  );
  // Keys of another split mean nothing here.
  if (state.kind === "success" && state.value.by !== by) return { kind: "pending" };
  return mapData(state, (result) => ({
    ...result,
    rows: result.rows.map((row) => ({ ...row, part: 0 })),
  }));
}

/** The same as it stood, of all together. */
function useStandingParts(query: TimeSeriesOptions | null, measure: TrendMeasure): QueryState<TimeSeries> {
  const { viewData } = useView();
  const { date, filters } = viewData.resolved;
  const { days, level, asOf = null } = query ?? {};
  const state = useStandingCounts(
    days && level && asOf !== null
      ? { population: periodFilter(date, days), fields: [date], level, filters, date, asOf }
      : null,
  );
  if (state.kind === "success" && state.isPlaceholder) return { kind: "pending" };
  return mapData(state, (answer) => ({ ...answer, rows: partRows(answer.rows, null, measure) }));
}

/** A rate by outcome would be all or nothing: there all are together. */
function useParts(query: TimeSeriesOptions | null, measure: TrendMeasure): QueryState<TimeSeries> {
  const { viewData } = useView();
  const { date, filters } = viewData.resolved;
  const split = query?.split ?? null;
  const filterKey = split === null || split === "outcome" ? null : DIMENSIONS[split].filter;
  const state = useOutcomeCounts(
    query && {
      population: periodFilter(date, query.days),
      fields: filterKey === null ? [date] : [date, FIELD_OF_FILTER[filterKey]],
      level: query.level,
      filters,
    },
  );
  if (measure === "count" || (state.kind === "success" && state.isPlaceholder)) return { kind: "pending" };
  return mapData(state, (result) => ({ ...result, rows: partRows(result.rows, filterKey, measure) }));
}
