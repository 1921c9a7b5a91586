import { useMemo, useState } from "react";
import { reconcileCount } from "#cube/reconcile.ts";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { addDays, dayOfInstant } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import { PAGE_TOP } from "#partner-center/pages.ts";
import { printQuery } from "#partner-center/query-print.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { periodFilter } from "#queries/query-builders.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type RecordsResult, type RecordsState, useRecords } from "#queries/use-records.ts";
import { FORECAST_DAYS } from "#records/forecast-wins.ts";
import type { FilterContext } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { type Filters, NO_FILTERS } from "#referrals/filters.ts";
import { totalCounted } from "#referrals/funnel.ts";

/** A larger period is only downloaded on request. */
export const MAX_UNCONFIRMED = 200_000;

/** Records of the period, the rows that pass the filters, and the time of the data (ms UTC). */
export type SelectedRecords = { table: RecordTable; rows: Rows; now: number };

export type SelectedRecordsState = {
  state: QueryState<SelectedRecords>;
  source: QuerySource | null;
  download: RecordsState;
  /** Referrals of the period without filters; null while pending. */
  count: number | null;
  /** Too many to download without a request. */
  isTooMany: boolean;
  readAll: () => void;
};

const MARKET = ["customerMarket"] as const;

/** Downloads the records of the selection, for figures that need single records. */
export function useSelectedRecords(): SelectedRecordsState {
  const { population, filters } = useView().viewData.resolved;
  return useRecordsOf(population, filters, true);
}

/**
 * Records for incidence curves and forecasts: created in the page's period, or as far back as a forecast and its
 * backtest need. Outcome filters are ignored: a rate by age needs all outcomes.
 */
export function useAgedRecords(isWanted: boolean): SelectedRecordsState {
  const { resolved, dataTime } = useView().viewData;
  const { markets, partners, sizes } = resolved.filters;
  const { from, to } = resolved.period;
  const population = useMemo(() => {
    const today = dayOfInstant(dataTime);
    const days = [from, to, today, addDays(today, -FORECAST_DAYS)].sort();
    return periodFilter("createdDate", { from: days[0] ?? from, to: days.at(-1) ?? to });
  }, [from, to, dataTime]);
  const filters = useMemo(() => ({ ...NO_FILTERS, markets, partners, sizes }), [markets, partners, sizes]);
  return useRecordsOf(population, filters, isWanted);
}

/** Records of a population, and the rows that pass the filters; fetched once wanted. */
export function useRecordsOf(population: Filter, filters: Filters, isWanted: boolean): SelectedRecordsState {
  const { viewData } = useView();
  const { dataTime } = viewData;
  const mayBeMany = viewData.dataset.total > MAX_UNCONFIRMED;
  const quality = useQualityContext();
  const [allowed, setAllowed] = useState<string | null>(null);
  const period = printFilter(population);
  const counted = useOutcomeCounts(isWanted ? { population, filters: NO_FILTERS, fields: MARKET } : null);
  const counts = currentData(counted);
  const count = counts && totalCounted(counts.rows);
  const isTooMany = count !== null && count > MAX_UNCONFIRMED && allowed !== period;
  const download = useRecords(
    isWanted && !isTooMany && (count !== null || !mayBeMany) ? population : undefined,
  );
  const result = currentData(download.state);
  const selected = useMemo(
    () => result && selectedOf(result.table, filters, { now: dataTime, ...quality }),
    [result, filters, dataTime, quality],
  );
  return {
    state: combineStates(selected, useLast(selected), [counted, download.state]),
    source: result && sourceOf(result, population),
    download,
    count,
    isTooMany,
    readAll: () => setAllowed(period),
  };
}

function selectedOf(table: RecordTable, filters: Filters, context: FilterContext): SelectedRecords {
  return { table, rows: rowsMatching(table, filters, context), now: context.now };
}

function sourceOf({ table, total }: RecordsResult, filter: Filter): QuerySource {
  const query = printQuery({ kind: "records", query: { filter }, page: { top: PAGE_TOP, skip: 0 } });
  return { queries: [query], completeness: [reconcileCount(table.size, total)] };
}
