import type { Cube } from "#cube/cube.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { statusFilter } from "#dashboard/data/status-filter.ts";
import { totalCounted } from "#dashboard/data/total-counted.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf } from "#partner-center/filter-build.ts";
import { joinSources, type QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import type { Stretch } from "#records/changes-since.ts";
import { endOfFirst, happenedIn } from "#records/first-to-do.ts";
import type { Outcome } from "#referrals/outcome.ts";

/** More than the page shows of all kinds. */
const WANTED = 200;

/**
 * How many have the date within the stretch, how many have none, and the filter of the oldest (null: no stretch), which
 * has all until `end` (ms UTC).
 */
export type LongKind = QuerySource & { count: number; undated: number; oldest: Filter | null; end: number };

type LongKindQuery = {
  /** Grouped by status; null fetches nothing. */
  cube: Cube | null;
  outcomes: readonly Outcome[];
  date: DateField;
  /** Null: nothing is counted but those without the date. */
  happened: Stretch | null;
};

/** Counts open referrals by a date instead of downloading them: there may be too many. */
export function useLongKind({ cube, outcomes, date, happened }: LongKindQuery): QueryState<LongKind> {
  const { filters } = useView().viewData.resolved;
  const ofStatus = cube && statusFilter(cube, outcomes).filter;
  const asked = { filters, fields: [date], level: "month" } as const;
  const all = useOutcomeCounts(ofStatus && { ...asked, population: ofStatus });
  const within = useOutcomeCounts(
    ofStatus && happened && { ...asked, population: allOf([ofStatus, happenedIn(date, happened)]) },
  );
  const [ofAll, ofStretch] = [currentData(all), currentData(within)];
  if (ofStatus === null || ofAll === null || (happened && ofStretch === null))
    return combineStates<LongKind>(null, null, happened ? [all, within] : [all]);
  const wanted = (rows: typeof ofAll.rows) => rows.filter(({ outcome }) => outcomes.includes(outcome));
  const months = wanted(ofStretch?.rows ?? []).map(({ keys: [month], count }) => ({
    month: month ?? "",
    count,
  }));
  const end = Math.min(endOfFirst(WANTED, months), happened?.upTo ?? 0);
  const found = {
    ...joinSources([ofAll, ofStretch]),
    count: months.reduce((sum, { count }) => sum + count, 0),
    undated: totalCounted(wanted(ofAll.rows).filter(({ keys: [month = null] }) => month === null)),
    oldest: happened && allOf([ofStatus, happenedIn(date, { ...happened, upTo: end })]),
    end,
  };
  return combineStates(found, null, [all, within]);
}
