import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useInSlices } from "#dashboard/data/use-in-slices.ts";
import type { SelectedRecordsState } from "#dashboard/data/use-selected-records.ts";
import type { Day, Grain } from "#lib/calendar.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { type AgedCohort, type AgedRates, agedCohorts, agedRates, rowsByRange } from "#records/aged-rates.ts";
import { MAX_SERIES } from "#referrals/trend.ts";
import { type TrendBucket, trendAxis } from "#referrals/trend-axis.ts";
import { multiplesGrain } from "./multiples-model.ts";

export type AgedPart = AgedCohort & { bucket: TrendBucket };

/** Rates by age of the referrals created in the page's period: overall, by cohort, and for a few larger intervals. */
export type Ages = {
  all: AgedRates;
  /** By first day of their bucket. */
  cohorts: ReadonlyMap<Day, AgedCohort>;
  /** The latest intervals, in order, of a grain that shows all of them at once. */
  parts: readonly AgedPart[];
  partsGrain: Grain;
};

/** Computed from records in idle time. */
export function useAges(records: SelectedRecordsState): QueryState<Ages> {
  const { viewData, selection } = useView();
  const { period, grain } = viewData.resolved;
  const { from, to } = period;
  const partsGrain = multiplesGrain(period, selection.grain && grain);
  const selected = currentData(records.state);
  const steps = useMemo(
    () =>
      selected &&
      function* (): Generator<undefined, Ages> {
        const { table, rows, now } = selected;
        const [own = rows] = rowsByRange(table, rows, [{ from, to }]);
        yield;
        const all = agedRates(table, own, now);
        const axis = trendAxis({ from, to }, grain, now);
        const cohorts = yield* agedCohorts(table, own, coveredBy(axis), now);
        const parts = trendAxis({ from, to }, partsGrain, now)
          .filter(({ unfinished }) => !unfinished?.because.includes("not-begun"))
          .slice(-MAX_SERIES);
        const ofParts = yield* agedCohorts(table, own, coveredBy(parts), now);
        return {
          all,
          cohorts: new Map(axis.map(({ start }, at) => [start, cohorts[at] as AgedCohort])),
          parts: parts.map((bucket, at) => ({ bucket, ...(ofParts[at] as AgedCohort) })),
          partsGrain,
        };
      },
    [selected, from, to, grain, partsGrain],
  );
  return useInSlices(steps, records.state);
}

const coveredBy = (axis: readonly TrendBucket[]) => axis.map(({ covered }) => covered);
