import { addDays, addMonths, DAY_MS, type Day, daysBetween } from "#lib/calendar.ts";
import type { Period } from "./period.ts";

export const COMPARISONS = ["previous-period", "last-year"] as const;
export type Comparison = (typeof COMPARISONS)[number];

type BothPeriods = { period: Period; comparison: Period };

/**
 * `cut` when both were cut to the days that have passed; `whole`: the two whose distance decides the age, where these are
 * a part of them.
 */
export type ComparedPeriods = BothPeriods & {
  kind: "whole" | "cut" | "nothing-passed";
  whole?: BothPeriods;
};

/** The same number of days, ending the day before. */
export function previousPeriod({ from, to }: Period): Period {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

/** The same calendar days a year earlier; 29 February becomes 28. */
export function samePeriodLastYear({ from, to }: Period): Period {
  return { from: addMonths(from, -12), to: addMonths(to, -12) };
}

function comparedWith(period: Period, comparison: Comparison): Period {
  return comparison === "previous-period" ? previousPeriod(period) : samePeriodLastYear(period);
}

/** The part of the comparison that corresponds to the period up to a day. */
function comparedUntil(period: Period, comparison: Comparison, to: Day): Period {
  if (comparison === "last-year") return samePeriodLastYear({ from: period.from, to });
  const { from } = previousPeriod(period);
  return { from, to: addDays(from, daysBetween(period.from, to)) };
}

/**
 * A period and its comparison. While the period is running at `today` (UTC, not counted as passed), both are cut to the
 * days that have passed; before its second day none has, so both stay whole but cannot be compared yet.
 */
export function cutToPassed(period: Period, comparison: Comparison, today: Day): ComparedPeriods {
  const whole = { period, comparison: comparedWith(period, comparison) };
  if (period.to < today) return { kind: "whole", ...whole };
  if (period.from >= today) return { kind: "nothing-passed", ...whole };
  const to = addDays(today, -1);
  return {
    kind: "cut",
    period: { from: period.from, to },
    comparison: comparedUntil(period, comparison, to),
  };
}

/** How the comparison is judged: at the same age as the period, or as known today. */
export const JUDGED = ["equal-age", "today"] as const;
export type Judged = (typeof JUDGED)[number];

/**
 * The last instant at which a comparison period was as old as the period is at `at` (ms UTC). Excludes `at` itself: it
 * may be the end of a day, and dates without a time lie at the start of the next one.
 */
export function equalAgeAt({ whole, ...both }: BothPeriods & { whole?: BothPeriods }, at: number): number {
  const { period, comparison } = whole ?? both;
  return at - daysBetween(comparison.from, period.from) * DAY_MS - 1;
}

/**
 * Some days and those they stand against, cut to nothing where the later ones have not passed at `today`. As a part of a
 * comparison they are as old as the whole of it.
 */
export function comparedPart(both: BothPeriods, of: BothPeriods | null, today: Day): ComparedPeriods {
  const isPart = of !== null && isWithin(both.period, of.period) && isWithin(both.comparison, of.comparison);
  const { period, comparison } = both;
  const kind = period.to < today ? "whole" : "nothing-passed";
  return { kind, period, comparison, ...(isPart && { whole: of }) };
}

function isWithin(part: Period, whole: Period): boolean {
  return part.from >= whole.from && part.to <= whole.to;
}
