import { useMemo } from "react";
import { type AggregateQuery, rowsOf, totalOf } from "#cube/cube.ts";
import type { Grain } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, anyOf, termIs } from "#partner-center/filter-build.ts";
import { FIRST_INSTANT } from "#partner-center/instant.ts";
import {
  CLOSING_DATES,
  needsClosingDates,
  OUTCOME_OF_CLOSING_DATE,
  outcomeGroupOf,
  outcomeOf,
} from "#referrals/outcome.ts";
import type { StandingDate } from "#referrals/standing.ts";
import { type OutcomeCountRow, outcomeCountRows } from "./outcome-counts.ts";
import { type GroupField, stagesQuery } from "./query-builders.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { TERM_DIMENSIONS, undatedRows } from "./standing-counts.ts";
import { useGrouped } from "./use-grouped.ts";
import type { OutcomeCountsQuery } from "./use-outcome-counts.ts";
import { useStages } from "./use-stages.ts";

const STATUS = ["status"] as const;
const NONE: readonly OutcomeCountRow[] = [];

/**
 * The part of outcome counts (`all`, the result of a query) that has no date to prove it, only a status. A small query
 * shows whether there are any; if so, a second one gets them, whatever the filters. Null fetches nothing.
 */
export function useUndatedCounts(
  query: OutcomeCountsQuery | null,
  all: readonly OutcomeCountRow[] | null,
): QueryState<readonly OutcomeCountRow[]> {
  const isEnabled = query !== null && all !== null;
  const { population = null, fields = [], level = "month" } = query ?? {};
  const byStatus = useMemo(
    () => (isEnabled ? ({ filter: population, groupBy: STATUS, level: "month" } as const) : null),
    [isEnabled, population],
  );
  const counted = useGrouped(byStatus);
  const statuses = currentData(counted)?.cube ?? null;
  const asked = useMemo(
    () =>
      statuses &&
      provedQuery(
        population,
        rowsOf(statuses).map(({ keys: [status = null] }) => status),
      ),
    [population, statuses],
  );
  const dated = asked?.filter ?? null;
  const proved = useGrouped(asked);
  const provedCube = currentData(proved)?.cube ?? null;
  const isAllProved =
    statuses !== null &&
    (dated === null || (provedCube !== null && totalOf(provedCube) >= totalOf(statuses)));
  const needsMore = provedCube !== null && !isAllProved;
  const state = useStages(
    useMemo(() => (needsMore ? undatedQuery(dated, fields, level) : null), [needsMore, dated, fields, level]),
  );
  const stages = needsMore ? currentData(state) : null;
  const rows = useMemo(() => {
    if (isAllProved) return NONE;
    if (stages === null || query === null || all === null) return null;
    const filters = { ...query.filters, outcomes: [] };
    return undatedRows(all, outcomeCountRows(stages, query.fields, filters), query.fields);
  }, [isAllProved, stages, query, all]);
  return combineStates(rows, null, [counted, proved, ...(needsMore ? [state] : [])]);
}

/** Counts the referrals with a date that proves their outcome; null where no status needs one. */
export function provedQuery(
  filter: Filter | null,
  statuses: readonly (string | null)[],
): AggregateQuery | null {
  const dated = datedFilter(filter, statuses);
  return dated && { filter: dated, groupBy: STATUS, level: "month" };
}

/** The same referrals by all that filters use, which the others are found by. */
export function undatedQuery(
  dated: Filter | null,
  fields: readonly GroupField[],
  level: Grain = "month",
): AggregateQuery {
  return stagesQuery(dated, [...TERM_DIMENSIONS, ...fields], level);
}

/** The dates any of which proves the outcome of a status; null where none is needed. */
function provingDates(status: string | null): readonly StandingDate[] | null {
  const outcome = outcomeOf(status, () => false);
  if (outcome === "open-new") return null;
  if (outcomeGroupOf(outcome) === "open")
    return outcome === "open-accepted" ? ["acceptedDate"] : ["acknowledgedDate", "acceptedDate"];
  const own = needsClosingDates(status)
    ? CLOSING_DATES
    : CLOSING_DATES.filter((field) => OUTCOME_OF_CLOSING_DATE[field] === outcome);
  return [...own, "archivedDate"];
}

/**
 * The referrals of a filter whose outcome a date proves, given their statuses as they stand in the data; null where no
 * status needs a proof.
 */
export function datedFilter(filter: Filter | null, statuses: readonly (string | null)[]): Filter | null {
  const byDates = new Map<string, { dates: readonly StandingDate[] | null; statuses: (string | null)[] }>();
  for (const status of statuses) {
    const dates = provingDates(status);
    const group = byDates.get(String(dates)) ?? { dates, statuses: [] };
    byDates.set(String(dates), group);
    // The service groups an empty status as null: match both.
    group.statuses.push(...(status === null ? [null, ""] : [status]));
  }
  const groups = [...byDates.values()];
  if (groups.every(({ dates }) => dates === null)) return null;
  const parts = groups.flatMap(({ dates, statuses: ofGroup }) => {
    // Sorted, because dictionary order is arbitrary and equal queries must print equally.
    const status = termIs(
      "status",
      ofGroup.sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    );
    const proofs = (dates ?? []).map(
      (field): Filter => ({ kind: "date", field, operator: "ge", instant: FIRST_INSTANT }),
    );
    const [first, ...rest] = proofs;
    return allOf([status, first ? anyOf([first, ...rest]) : null]) ?? [];
  });
  const [first, ...rest] = parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return allOf([filter, first ? anyOf([first, ...rest]) : null]);
}
