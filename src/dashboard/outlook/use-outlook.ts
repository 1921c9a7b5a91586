import { useEffect, useMemo, useState } from "react";
import { inSlices } from "#lib/in-slices.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { dateTests } from "#records/filter-dates.ts";
import { forecastWins, type LookBack, lookBack, type WinForecast } from "#records/forecast-wins.ts";
import { filterRows } from "#records/rows.ts";
import { useView } from "../context/view-context.tsx";
import type { SelectedRecordsState } from "../data/use-selected-records.ts";

/** What the open referrals of the page's period will bring, and how well the same would have done before. */
export type Outlook = WinForecast & { looks: readonly LookBack[] };

/** Worked out of the records that the filters let pass, while nothing else is to be done. */
export function useOutlook(records: SelectedRecordsState): QueryState<Outlook> {
  const { date, period } = useView().viewData.resolved;
  const { from, to } = period;
  const selected = currentData(records.state);
  const steps = useMemo(
    () =>
      selected &&
      function* (): Generator<undefined, Outlook> {
        const { table, rows, now } = selected;
        const tests = dateTests(table, { dates: [{ field: date, from, to }] });
        const of = filterRows(rows, (row) => tests.every((passes) => passes(row)));
        yield;
        const won = forecastWins(table, rows, now, { of });
        return { ...won, looks: yield* lookBack(table, rows, now) };
      },
    [selected, date, from, to],
  );
  return useInSlices(steps, records.state);
}

type Done<T> = { of: unknown; value: T } | null;

/**
 * What takes long, worked out while the browser has nothing else to do; what was worked out before stays meanwhile.
 * `steps` is the same function as long as the work is the same; null has nothing to work on.
 */
function useInSlices<T>(
  steps: (() => Generator<undefined, T>) | null,
  from: QueryState<unknown>,
): QueryState<T> {
  const [done, setDone] = useState<Done<T>>(null);
  const [failure, setFailure] = useState<{ of: unknown; error: unknown } | null>(null);
  useEffect(() => {
    if (steps === null) return;
    const controller = new AbortController();
    inSlices(steps(), controller.signal).then(
      (value) => value !== null && setDone({ of: steps, value }),
      (error: unknown) => setFailure({ of: steps, error }),
    );
    return () => controller.abort();
  }, [steps]);
  // An error of the work itself is one of the page.
  if (failure !== null && failure.of === steps) throw failure.error;
  const isCurrent = done !== null && done.of === steps;
  return combineStates(isCurrent ? done.value : null, done?.value ?? null, [from]);
}
