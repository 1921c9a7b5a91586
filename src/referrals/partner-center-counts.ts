import { addDays, type Day, daysBetween, endOfMonth, startOfMonth } from "#lib/calendar.ts";
import { funnelOf, type OutcomeCount } from "./funnel.ts";
import type { Period } from "./period.ts";
import { type Change, countChange, type Rate, rateOf } from "./rate.ts";

/** Referrals by the day of the period's date, of creation and of acceptance; null where there is none. */
export type DatedCount = OutcomeCount & {
  date: Day | null;
  createdOn: Day | null;
  acceptedOn: Day | null;
};

/** Whole days from created to accepted, both included; null is no end. */
export type AcceptanceBin = { from: number; to: number | null; count: number };

/** What Partner Center's Insights pages show of the same referrals; null where the period has no two full months. */
export type PartnerCenterCounts = {
  winRate: Rate;
  months: { first: Day; last: Day; change: Change } | null;
  acceptance: readonly AcceptanceBin[];
};

/** The ends of the bins of acceptance times on the Insights pages, in days. */
const BIN_STARTS = [0, 2, 4, 6, 8, 10, 12, 15] as const;

/**
 * Counts as the Insights pages do ("Referrals insights", learn.microsoft.com/partner-center): won of accepted, the last
 * full month of the period against its first, and acceptance times in bins. `today` is the day of the data.
 */
export function partnerCenterCounts(
  rows: readonly DatedCount[],
  period: Period,
  today: Day,
): PartnerCenterCounts {
  const { won, accepted } = funnelOf(rows);
  return {
    winRate: rateOf(won, accepted),
    months: monthsOf(rows, period, today),
    acceptance: BIN_STARTS.map((from, place) => {
      const next = BIN_STARTS[place + 1] ?? null;
      return { from, to: next === null ? null : next - 1, count: acceptedWithin(rows, from, next) };
    }),
  };
}

function acceptedWithin(rows: readonly DatedCount[], from: number, before: number | null): number {
  return rows.reduce((sum, { createdOn, acceptedOn, count }) => {
    if (createdOn === null || acceptedOn === null) return sum;
    const days = daysBetween(createdOn, acceptedOn);
    return days >= from && (before === null || days < before) ? sum + count : sum;
  }, 0);
}

/** A month counts when all of its days are in the period, and over. */
function monthsOf(
  rows: readonly DatedCount[],
  { from, to }: Period,
  today: Day,
): PartnerCenterCounts["months"] {
  const isFull = (month: Day) => endOfMonth(month) <= to && endOfMonth(month) < today;
  const first = from.endsWith("-01") ? from : addDays(endOfMonth(from), 1);
  const end = addDays(to, 1) < today ? addDays(to, 1) : today;
  const last = startOfMonth(addDays(startOfMonth(end), -1));
  if (last <= first || !isFull(last)) return null;
  const countIn = (month: Day) =>
    rows.reduce((sum, { date, count }) => (date?.slice(0, 7) === month.slice(0, 7) ? sum + count : sum), 0);
  return { first, last, change: countChange(countIn(first), countIn(last)) };
}
