import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import type { Day } from "#lib/calendar.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { type GroupField, periodFilter } from "#queries/query-builders.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { useStandingCounts } from "#queries/use-standing-counts.ts";
import { equalAgeAt, type Judged } from "#referrals/comparison.ts";
import type { Period } from "#referrals/period.ts";

/**
 * Outcome counts of the page's period and of the one it is compared with, both cut to the days that have passed.
 * `before` as the page judges them: by default as they stood at `asOf` (ms UTC), when they were as old.
 */
export type Compared = QuerySource & {
  kind: "compared";
  period: Period;
  comparison: Period;
  isCut: boolean;
  judged: Judged;
  asOf: number;
  rows: readonly OutcomeCountRow[];
  before: readonly OutcomeCountRow[];
  /** The same by either way of judging. */
  beforeBy: Readonly<Record<Judged, readonly OutcomeCountRow[]>>;
};

/** Why nothing is compared: no comparison is selected, it is pending or failed, nothing has passed yet, or the data begins later. */
export type NotCompared =
  | { kind: "off" }
  | Extract<QueryState<unknown>, { kind: "error" }>
  | { kind: "pending" }
  | { kind: "nothing-passed" }
  | { kind: "no-data-before"; comparison: Period; begins: Day };

/** What the page's comparison needs, told apart by `fields` (a constant); states for last, since it can wait. */
export function useComparison(fields: readonly GroupField[]): Compared | NotCompared {
  const { viewData, selection, isQuiet } = useView();
  const { resolved, dataset, dataTime } = viewData;
  const { compared, date, filters } = resolved;
  const { judged } = selection;
  const begins = dataset.months?.first ?? null;
  const hasData = compared !== null && begins !== null && compared.comparison.from >= begins;
  const isAsked = compared !== null && compared.kind !== "nothing-passed" && hasData && isQuiet;
  const queries = useMemo(() => {
    if (!isAsked) return null;
    const of = (period: Period) => ({ population: periodFilter(date, period), filters, fields });
    const asOf = equalAgeAt(compared.period, compared.comparison, dataTime);
    return { now: of(compared.period), before: { ...of(compared.comparison), date, asOf } };
  }, [isAsked, compared, date, filters, fields, dataTime]);
  const states = [
    useOutcomeCounts(queries?.now ?? null),
    useStandingCounts(queries?.before ?? null),
  ] as const;
  const [rows, before] = [currentData(states[0]), currentData(states[1])];
  if (compared === null) return { kind: "off" };
  if (compared.kind === "nothing-passed") return { kind: "nothing-passed" };
  const { period, comparison } = compared;
  if (!hasData) return begins ? { kind: "no-data-before", comparison, begins } : { kind: "off" };
  if (rows === null || before === null || queries === null)
    return states.find((one) => one.kind === "error") ?? { kind: "pending" };
  const beforeBy = { "equal-age": before.rows, today: before.today };
  return {
    kind: "compared",
    period,
    comparison,
    isCut: compared.kind === "cut",
    judged,
    asOf: queries.before.asOf,
    rows: rows.rows,
    before: beforeBy[judged],
    beforeBy,
    queries: [...new Set([...rows.queries, ...before.queries])],
    completeness: [...rows.completeness, ...before.completeness],
  };
}
