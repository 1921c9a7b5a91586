import { DAY_MS, type Day, instantOfDay } from "#lib/calendar.ts";
import { OVERDUE_LIMITS, type OverdueLimits, overdueAt, WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Outcome } from "#referrals/outcome.ts";

/** Referrals by creation day (UTC, null when unknown) and outcome. */
export type DayOutcome = { day: Day | null; outcome: Outcome; count: number };

/** Bounds of a count, because only days are known. */
export type Bounds = { atLeast: number; atMost: number };

/** Unanswered referrals, from daily groups; `answer` includes those past expiry. */
export type OverdueCounts = {
  precision: "day";
  waiting: number;
  /** Without a created date; in no bound. */
  undated: number;
  answer: Bounds;
  expiry: Bounds;
};

type Ages = { youngest: number; oldest: number; count: number };

/** Ages at `now` of referrals created in the first and last millisecond of a day. */
function agesOf(day: Day, now: number, count: number): Ages {
  const oldest = now - instantOfDay(day);
  return { youngest: oldest - DAY_MS + 1, oldest, count };
}

function boundsOf(ages: readonly Ages[], isPast: (ageMs: number) => boolean): Bounds {
  const sum = (wanted: (one: Ages) => boolean): number =>
    ages.reduce((total, one) => (wanted(one) ? total + one.count : total), 0);
  return {
    atLeast: sum(({ youngest }) => isPast(youngest)),
    atMost: sum(({ oldest }) => isPast(oldest)),
  };
}

/** Unanswered and overdue referrals at `now` (ms UTC), as bounds accurate to the day. */
export function overdueCounts(
  rows: Iterable<DayOutcome>,
  now: number,
  limits: OverdueLimits = OVERDUE_LIMITS,
): OverdueCounts {
  const waitingOutcomes: readonly Outcome[] = WAITING_OUTCOMES;
  const waiting = [...rows].filter(({ outcome }) => waitingOutcomes.includes(outcome));
  const count = (some: readonly DayOutcome[]): number => some.reduce((sum, one) => sum + one.count, 0);
  const ages = waiting.flatMap((one) => (one.day === null ? [] : [agesOf(one.day, now, one.count)]));
  return {
    precision: "day",
    waiting: count(waiting),
    undated: count(waiting.filter(({ day }) => day === null)),
    answer: boundsOf(ages, (ageMs) => overdueAt(ageMs, limits) !== "no"),
    expiry: boundsOf(ages, (ageMs) => overdueAt(ageMs, limits) === "past-expiry"),
  };
}
