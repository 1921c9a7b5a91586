import type { ViewData } from "#dashboard/context/view-context.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { periodFilter } from "#queries/query-builders.ts";
import type { OutcomeCountsQuery, OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { type LatestMonth, latestMonth } from "#referrals/latest-month.ts";
import type { Period } from "#referrals/period.ts";
import type { Selection } from "#selection/selection.ts";

const NO_FIELDS = [] as const;

/** The headline's month, and what is fetched for it. `before`: null where one query has both months, or without one. */
export type HeadlineQueries = {
  month: LatestMonth;
  hasBefore: boolean;
  now: OutcomeCountsQuery;
  before: OutcomeCountsQuery | null;
};

/** Null where no day of the period has passed. Two whole months are one query, two ranges of days two. */
export function headlineQueriesOf(
  { resolved, dataset, dataTime }: ViewData,
  { judged }: Pick<Selection, "judged">,
): HeadlineQueries | null {
  const { period, date, filters } = resolved;
  const month = latestMonth(period, dayOfInstant(dataTime));
  if (month === null) return null;
  const begins = dataset.months?.first ?? null;
  // A plain count is the same at any age. With outcome filters it is not, and the months would differ in age.
  const isAged = filters.outcomes.length > 0 && judged !== "today";
  const hasBefore = !isAged && begins !== null && month.before.from >= begins;
  const of = (part: Period) => ({ population: periodFilter(date, part), filters, fields: NO_FIELDS });
  const { days, before } = month;
  if (!hasBefore || month.kind !== "whole")
    return { month, hasBefore, now: of(days), before: hasBefore ? of(before) : null };
  const both = { ...of({ from: before.from, to: days.to }), fields: [date], level: "month" as const };
  return { month, hasBefore, now: both, before: null };
}

/** The rows of the headline's month, and the count of the month before; null for none. */
export function headlineRows(
  { month, hasBefore, before }: HeadlineQueries,
  came: OutcomeCountsResult,
  cameBefore: OutcomeCountsResult | null,
): { rows: readonly OutcomeCountRow[]; before: number | null } {
  if (!hasBefore || before !== null)
    return { rows: came.rows, before: cameBefore && totalOf(cameBefore.rows) };
  const isOfMonth = ({ keys: [day] }: OutcomeCountRow) => day === month.days.from;
  return {
    rows: came.rows.filter(isOfMonth),
    before: totalOf(came.rows.filter((row) => !isOfMonth(row))),
  };
}

function totalOf(rows: readonly OutcomeCountRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
