import { useMemo } from "react";
import type { Completeness } from "#cube/reconcile.ts";
import { isSame } from "#lib/is-same.ts";
import { useSame } from "#lib/use-same.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { wireText } from "./cube-result.ts";
import type { OutcomeCountRow } from "./outcome-counts.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { dividedDay, dividedFilter, laterQuery, standingRows } from "./standing-counts.ts";
import { useGrouped, useLast } from "./use-grouped.ts";
import { type OutcomeCountsQuery, type OutcomeCountsResult, useOutcomeCounts } from "./use-outcome-counts.ts";
import { useRecords } from "./use-records.ts";
import { useUndatedCounts } from "./use-undated-counts.ts";

/** Outcome counts as they stood at `asOf` (ms UTC); the population's period restricts `date`. */
export type StandingQuery = OutcomeCountsQuery & { population: Filter; date: DateField; asOf: number };

/** Counts at the instant, the same if undated outcomes came later, and today's. */
export type StandingResult = OutcomeCountsResult & {
  late: readonly OutcomeCountRow[];
  today: readonly OutcomeCountRow[];
};

/**
 * Outcome counts of a period at an instant: today's minus later changes. Only the period and the instant decide what is
 * fetched, filters do not. Null fetches nothing.
 */
export function useStandingCounts(wanted: StandingQuery | null): QueryState<StandingResult> {
  const query = useSame(wanted);
  const { population, date = null, asOf = null } = query ?? {};
  const known = useMemo(() => query && { ...query, filters: { ...query.filters, outcomes: [] } }, [query]);
  const day = asOf === null ? null : dividedDay(asOf);
  const changesQuery = useMemo(
    () => (population && date && asOf !== null ? laterQuery(population, date, asOf) : null),
    [population, date, asOf],
  );
  const dividedQuery = useMemo(
    () => (population && day !== null ? dividedFilter(population, day) : undefined),
    [population, day],
  );
  const counted = useOutcomeCounts(known);
  const counts = currentData(counted);
  const changed = useGrouped(changesQuery);
  const unproved = useUndatedCounts(known, counts?.rows ?? null);
  const read = useRecords(dividedQuery).state;
  const [changes, undated, records] = [currentData(changed), currentData(unproved), currentData(read)];
  const result = useMemo((): StandingResult | null => {
    if (query === null || counts === null || changes === null || undated === null) return null;
    if (day !== null && records === null) return null;
    const { outcomes } = query.filters;
    const divided = day === null ? null : (records?.table ?? null);
    const part = { cube: changes.cube, divided, date: query.date, asOf: query.asOf };
    const completeness: Completeness[] = [...counts.completeness, changes.completeness];
    return {
      ...sharedRows(counts.rows, part, query, undated),
      today: counts.rows.filter(({ outcome }) => outcomes.length === 0 || outcomes.includes(outcome)),
      completeness,
      queries: [...counts.queries, wireText(changes.cube.query)],
    };
  }, [query, counts, changes, undated, records, day]);
  const states = [counted, changed, unproved, ...(day === null ? [] : [read])];
  return combineStates(result, useLast(result), states);
}

type Args = Parameters<typeof standingRows>;
const shared = new WeakMap<Args[0], { args: Args; rows: ReturnType<typeof standingRows> }>();

/** Memoised, because several panels compute the same from the same immutable counts. */
function sharedRows(...args: Args): ReturnType<typeof standingRows> {
  const known = shared.get(args[0]);
  if (known && isSameArgs(known.args, args)) return known.rows;
  const rows = standingRows(...args);
  shared.set(args[0], { args, rows });
  return rows;
}

/** Compares results by identity and queries by value. */
function isSameArgs([, a, query, undated]: Args, [, b, other, others]: Args): boolean {
  const isSameData = a.cube === b.cube && a.divided === b.divided && undated === others;
  return isSameData && a.date === b.date && a.asOf === b.asOf && isSame(query, other);
}
