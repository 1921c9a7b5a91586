import { useMemo } from "react";
import { type AggregateQuery, rowsOf } from "#cube/cube.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { Filter } from "#partner-center/filter.ts";
import { daysByKey } from "#referrals/days-between.ts";
import type { Terms } from "#referrals/terms.ts";
import { TIMES, type Time, type TimesSummary } from "#referrals/times.ts";
import { type Answer, wireText } from "./answer.ts";
import type { DataClient } from "./data-client.ts";
import { ofTerms } from "./outcome-counts.ts";
import { fieldsOfTerms } from "./query-builders.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { useGrouped } from "./use-grouped.ts";

/** The three times to the day, from groups by the days of two dates. */
export type DayTimesAnswer = {
  times: { time: Time; summary: TimesSummary }[];
  completeness: readonly Completeness[];
  queries: readonly string[];
};

/** Asks for the three times to the day. Outcomes cannot be told apart here; such terms, and null, ask nothing. */
export function useDayTimes(
  dataClient: DataClient,
  filter: Filter | null,
  terms: Terms,
): QueryState<DayTimesAnswer> {
  const wanted = terms.outcomes.length > 0 ? null : filter;
  const acknowledged = useOne(dataClient, "created-acknowledged", wanted, terms);
  const accepted = useOne(dataClient, "created-accepted", wanted, terms);
  const won = useOne(dataClient, "accepted-won", wanted, terms);
  const parts = [acknowledged, accepted, won];
  const answers = parts.map(currentData).filter((one) => one !== null);
  const all = answers.length === parts.length ? joined(answers) : null;
  return combineStates(all, null, parts);
}

function joined(answers: readonly DayTimesAnswer[]): DayTimesAnswer {
  return {
    times: answers.flatMap(({ times }) => times),
    completeness: answers.flatMap(({ completeness }) => completeness),
    queries: answers.flatMap(({ queries }) => queries),
  };
}

function useOne(
  dataClient: DataClient,
  time: Time,
  filter: Filter | null,
  terms: Terms,
): QueryState<DayTimesAnswer> {
  const query = useMemo(() => filter && dayTimesQuery(time, filter, terms), [time, filter, terms]);
  const state = useGrouped(dataClient, query);
  const answer = currentData(state);
  const times = useMemo(() => answer && dayTimes(answer, time, terms), [answer, time, terms]);
  return combineStates(times, null, [state]);
}

function dayTimesQuery(time: Time, filter: Filter, terms: Terms): AggregateQuery {
  const { from, to } = TIMES[time];
  return { filter, groupBy: [from, to, ...fieldsOfTerms(terms)], level: "day" };
}

function dayTimes({ cube, completeness }: Answer, time: Time, terms: Terms): DayTimesAnswer {
  const { from, to } = TIMES[time];
  const table = rollUp(ofTerms(cube, terms), [{ field: from }, { field: to }]);
  const pairs = rowsOf(table).map(({ keys: [start = null, end = null], count }) => ({
    key: time,
    from: start,
    to: end,
    count,
  }));
  const summary = daysByKey(pairs).get(time) ?? { kind: "absent" as const };
  return { times: [{ time, summary }], completeness: [completeness], queries: [wireText(cube.query)] };
}
