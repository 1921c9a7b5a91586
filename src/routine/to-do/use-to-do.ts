import { useMemo, useState } from "react";
import type { Cube } from "#cube/cube.ts";
import { useDealFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { statusFilter } from "#dashboard/data/status-filter.ts";
import { type SelectedRecordsState, useRecordsOf } from "#dashboard/data/use-selected-records.ts";
import { useLatch } from "#dashboard/frame/view-frame.tsx";
import { addDays, dayOfInstant } from "#lib/calendar.ts";
import { useSame } from "#lib/use-same.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, anyOf } from "#partner-center/filter-build.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { joinSources, type QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useDayTime } from "#queries/use-day-times.ts";
import { useGrouped, useLast } from "#queries/use-grouped.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import type { Stretch } from "#records/changes-since.ts";
import {
  endOfFirst,
  type FirstToDo,
  firstToDo,
  happenedIn,
  type ToDoFilter,
  type ToDoKind,
  toDoFilters,
  toDoOf,
} from "#records/to-do.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { totalCounted } from "#referrals/funnel.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Outcome } from "#referrals/outcome.ts";

/** More than the page shows of all kinds. */
const WANTED = 200;

/**
 * How many have the date within the stretch, how many have none, and the filter of the oldest (null: no stretch), which
 * has all until `end` (ms UTC).
 */
type LongKind = QuerySource & { count: number; undated: number; oldest: Filter | null; end: number };

type LongKindQuery = {
  /** Grouped by status; null fetches nothing. */
  cube: Cube | null;
  outcomes: readonly Outcome[];
  date: DateField;
  /** Null: nothing is counted but those without the date. */
  happened: Stretch | null;
};

/** Counts open referrals by a date instead of downloading them: there may be too many. */
function useLongKind({ cube, outcomes, date, happened }: LongKindQuery): QueryState<LongKind> {
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
    count: totalCounted(months),
    undated: totalCounted(wanted(ofAll.rows).filter(({ keys: [month = null] }) => month === null)),
    oldest: happened && allOf([ofStatus, happenedIn(date, { ...happened, upTo: end })]),
    end,
  };
  return combineStates(found, null, [all, within]);
}

/** Tasks at the time of the data, and the filter of each kind. */
export type ToDoList = FirstToDo & {
  table: RecordTable;
  now: number;
  /** The 75th percentile (ms) of the time to win over the last 24 months; null without wins. */
  usualMs: number | null;
  filters: Partial<Record<ToDoKind, ToDoFilter>>;
};

export type ToDoState = {
  state: QueryState<ToDoList>;
  records: SelectedRecordsState;
  source: QuerySource | null;
  /** Downloads the rest. */
  readAll: () => void;
};

const BY_STATUS = { filter: null, groupBy: ["status"], level: "month" } as const;
const USUAL_DAYS = 730;
const ACCEPTED = ["open-accepted"] as const;

/** Tasks for the open, filtered referrals of all periods; fetched once wanted. */
export function useToDo(isWanted: boolean): ToDoState {
  const { resolved, dataTime } = useView().viewData;
  const [isWhole, setWhole] = useState(false);
  // Only records tell whether an expected close has passed.
  const needsAll = useDealFields().has("expectedClose") || isWhole;
  const statuses = useGrouped(isWanted ? BY_STATUS : null);
  const cube = currentData(statuses)?.cube ?? null;
  const usual = useUsual(isWanted);
  const known = currentData(usual);
  const first = useFirst(
    needsAll || known === null ? null : cube,
    toDoFilters(dataTime, known?.usualMs ?? null),
  );
  const ofFirst = needsAll ? null : currentData(first);
  const population = useSame(
    needsAll
      ? cube && statusFilter(cube, [...WAITING_OUTCOMES, ...ACCEPTED]).filter
      : (ofFirst?.population ?? null),
  );
  const records = useRecordsOf(population ?? NOTHING, resolved.filters, population !== null);
  const selected = currentData(records.state);
  const counted = useSame(ofFirst?.counted ?? null);
  const undated = ofFirst?.undated ?? 0;
  const list = useMemo((): ToDoList | null => {
    if (selected === null || known === null || !(needsAll || counted)) return null;
    const { table, rows } = selected;
    const { usualMs } = known;
    const toDo = toDoOf(table, rows, dataTime, usualMs);
    const filters = toDoFilters(dataTime, usualMs);
    const tasks = counted ? { ...firstToDo(toDo, counted), undated } : { ...toDo, left: 0 };
    return { ...tasks, table, now: dataTime, usualMs, filters };
  }, [selected, known, dataTime, needsAll, counted, undated]);
  return {
    state: combineStates(list, useLast(list), [statuses, usual, ...(needsAll ? [] : [first]), records.state]),
    records,
    source: records.source && known && joinSources([records.source, known, ofFirst]),
    readAll: () => setWhole(true),
  };
}

/** A filter that matches nothing, while disabled. */
const NOTHING = { kind: "term", field: "id", operator: "eq", value: "" } as const;

/** What to download for the first tasks, and how many of each kind there are. */
type First = QuerySource & {
  population: Filter;
  counted: Parameters<typeof firstToDo>[1];
  undated: number;
};

/** Counts the tasks, and finds those to download. `cube` is grouped by status; null fetches nothing. */
function useFirst(cube: Cube | null, filters: ReturnType<typeof toDoFilters>): QueryState<First> {
  const { due, expiring, expired: late, silent: quiet } = filters;
  const waiting = { cube, outcomes: WAITING_OUTCOMES, date: "createdDate" } as const;
  const states = [
    useLongKind({ ...waiting, happened: late.happened }),
    useLongKind({ cube, outcomes: ACCEPTED, date: "acceptedDate", happened: quiet?.happened ?? null }),
  ] as const;
  const [expired, silent] = states.map(currentData) as [LongKind | null, LongKind | null];
  if (cube === null || expired === null || silent === null) return combineStates<First>(null, null, states);
  const young = { after: expiring.happened.after, upTo: due.happened.upTo };
  const found = {
    ...joinSources([expired, silent]),
    population: anyOf([
      allOf([statusFilter(cube, WAITING_OUTCOMES).filter, happenedIn("createdDate", young)]) ?? NOTHING,
      ...[expired.oldest, silent.oldest].filter((one) => one !== null),
    ]),
    counted: {
      expired: { count: expired.count, end: expired.end },
      silent: { count: silent.count, end: silent.end },
    },
    undated: expired.undated + silent.undated,
  };
  return combineStates(found, null, states);
}

/** The 75th percentile of the days from accepted to won over the last 24 months, regardless of filters. */
function useUsual(isWanted: boolean): QueryState<QuerySource & { usualMs: number | null }> {
  const { dataTime } = useView().viewData;
  const today = dayOfInstant(dataTime);
  const won = useMemo(
    () => periodFilter("wonDate", { from: addDays(today, -USUAL_DAYS), to: today }),
    [today],
  );
  // Latched: a click on a filter does not change it, and its summary takes a while.
  const state = useDayTime("accepted-won", useLatch(isWanted) ? won : null, NO_FILTERS);
  const result = currentData(state);
  const usual = useMemo(() => {
    const summary = result?.times[0]?.summary;
    if (!result || !summary) return null;
    return { ...result, usualMs: summary.kind === "times" ? Math.round(summary.p75) : null };
  }, [result]);
  return combineStates(usual, null, [state]);
}
