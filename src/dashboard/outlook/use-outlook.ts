import { useMemo } from "react";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { forecastWins, type LookBack, lookBack, openRows, type WinForecast } from "#records/forecast-wins.ts";
import { useView } from "../context/view-context.tsx";
import { useInSlices } from "../data/use-in-slices.ts";
import type { SelectedRecordsState } from "../data/use-selected-records.ts";

/** The forecast for the open referrals of the page's period, with its backtest. */
export type Outlook = WinForecast & { looks: readonly LookBack[] };

/** Computes the forecast from the filtered records in idle time. */
export function useOutlook(records: SelectedRecordsState): QueryState<Outlook> {
  const { date, period } = useView().viewData.resolved;
  const { from, to } = period;
  const selected = currentData(records.state);
  const steps = useMemo(
    () =>
      selected &&
      function* (): Generator<undefined, Outlook> {
        const { table, rows, now } = selected;
        const of = openRows(table, rows, { field: date, from, to });
        yield;
        const won = forecastWins(table, rows, now, { of });
        return { ...won, looks: yield* lookBack(table, rows, now) };
      },
    [selected, date, from, to],
  );
  return useInSlices(steps, records.state);
}
