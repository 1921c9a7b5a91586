import { useMemo } from "react";
import { useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useLoadProgress, useView, type ViewData } from "#dashboard/context/view-context.tsx";
import type { Day } from "#lib/calendar.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { type GroupField, periodFilter } from "#queries/query-builders.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsQuery, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type StandingQuery, useStandingCounts } from "#queries/use-standing-counts.ts";
import { equalAgeAt, type Judged } from "#referrals/comparison.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";

/**
 * Outcome counts of the page's period and of its comparison, both cut to the days that have passed. `before` is judged
 * as selected: by default as it stood at `asOf` (ms UTC), at the same age.
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
  /** `before` if all undated outcomes came later. */
  late: readonly OutcomeCountRow[];
  /** The number of referrals that differ between `before` and `late`. */
  undated: number;
  /** The source has no acceptance dates. */
  isAcceptanceUnproved: boolean;
  /** The comparison by either way of judging. */
  beforeBy: Readonly<Record<Judged, readonly OutcomeCountRow[]>>;
};

/** Why there is no comparison: none selected, pending, failed, no day has passed yet, or the data begins later. */
export type NotCompared =
  | { kind: "off" }
  | Extract<QueryState<unknown>, { kind: "error" }>
  | { kind: "pending" }
  | { kind: "nothing-passed" }
  | { kind: "no-data-before"; comparison: Period; begins: Day };

/** Fetches the comparison, grouped by `fields` (a constant), in the background. */
export function useComparison(fields: readonly GroupField[]): Compared | NotCompared {
  const { viewData, selection } = useView();
  const { isQuiet } = useLoadProgress();
  const { resolved, dataset } = viewData;
  const { compared } = resolved;
  const { judged } = selection;
  const isAcceptanceUnproved = useIsAcceptanceUnproved();
  const begins = dataset.months?.first ?? null;
  const queries = useMemo(
    () => (isQuiet ? comparisonQueriesOf(viewData, fields) : null),
    [isQuiet, viewData, fields],
  );
  const states = [
    useOutcomeCounts(queries?.now ?? null),
    useStandingCounts(queries?.before ?? null),
  ] as const;
  const [rows, before] = [currentData(states[0]), currentData(states[1])];
  if (compared === null) return { kind: "off" };
  if (compared.kind === "nothing-passed") return { kind: "nothing-passed" };
  const { period, comparison } = compared;
  if (begins === null || comparison.from < begins)
    return begins ? { kind: "no-data-before", comparison, begins } : { kind: "off" };
  if (rows === null || before === null || queries === null)
    return states.find((one) => one.kind === "error") ?? { kind: "pending" };
  const beforeBy = { "equal-age": before.rows, today: before.today };
  const late = { "equal-age": before.late, today: before.today }[judged];
  return {
    kind: "compared",
    period,
    comparison,
    isCut: compared.kind === "cut",
    judged,
    asOf: queries.before.asOf,
    rows: rows.rows,
    before: beforeBy[judged],
    late,
    undated: undatedBetween(beforeBy[judged], late),
    isAcceptanceUnproved,
    beforeBy,
    queries: [...new Set([...rows.queries, ...before.queries])],
    completeness: [...rows.completeness, ...before.completeness],
  };
}

/** Its two queries; null without a comparison, or where no data is as old. */
export function comparisonQueriesOf(
  { resolved, dataset, dataTime }: ViewData,
  fields: readonly GroupField[],
): { now: OutcomeCountsQuery; before: StandingQuery } | null {
  const { compared, date, filters } = resolved;
  if (compared === null || compared.kind === "nothing-passed") return null;
  const begins = dataset.months?.first ?? null;
  if (begins === null || compared.comparison.from < begins) return null;
  const of = (period: Period) => ({ population: periodFilter(date, period), filters, fields });
  return {
    now: of(compared.period),
    before: { ...of(compared.comparison), date, asOf: equalAgeAt(compared, dataTime) },
  };
}

/**
 * Whether the comparison is at equal age but the source has no acceptance dates, so that earlier acceptance is unknown.
 */
export function useIsAcceptanceUnproved(): boolean {
  const isAbsent = useAbsentFields(ACCEPTED_DATE).length > 0;
  return useView().selection.judged !== "today" && isAbsent;
}

const ACCEPTED_DATE = ["acceptedDate"] as const;

/** Referrals whose outcome differs between two views of the same referrals. */
function undatedBetween(early: readonly OutcomeCountRow[], late: readonly OutcomeCountRow[]): number {
  if (early === late) return 0;
  const [one, two] = [countsByOutcome(early), countsByOutcome(late)];
  return OUTCOMES.reduce(
    (sum, outcome) => sum + Math.max(0, (one.get(outcome) ?? 0) - (two.get(outcome) ?? 0)),
    0,
  );
}

function countsByOutcome(rows: readonly OutcomeCountRow[]): Map<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const { outcome, count } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  return counts;
}
