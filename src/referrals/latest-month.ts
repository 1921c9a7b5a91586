import { addDays, addMonths, type Day, daysBetween, endOfMonth, startOfMonth } from "#lib/calendar.ts";
import type { Period } from "./period.ts";

/**
 * The days of the period's last month that have passed, and the same days of the month before. `whole`: all of both
 * months; `running`: equally many days from the first; `part`: anything else, for example days that the shorter month
 * before lacks.
 */
export type LatestMonth = { kind: "whole" | "running" | "part"; days: Period; before: Period };

/** The latest month of a period at `today` (UTC, not counted as passed); null when none of its days has passed. */
export function latestMonth(period: Period, today: Day): LatestMonth | null {
  const yesterday = addDays(today, -1);
  const [to = yesterday] = [period.to, yesterday].sort();
  if (to < period.from) return null;
  const [, from = to] = [period.from, startOfMonth(to)].sort();
  const days = { from, to };
  const before = { from: addMonths(days.from, -1), to: sameDayBefore(to) };
  return { kind: kindOf(days, before), days, before };
}

/** The last day of a month corresponds to the last day of the month before. */
function sameDayBefore(day: Day): Day {
  const before = addMonths(day, -1);
  return day === endOfMonth(day) ? endOfMonth(before) : before;
}

function kindOf(days: Period, before: Period): LatestMonth["kind"] {
  if (days.from !== startOfMonth(days.from)) return "part";
  if (days.to === endOfMonth(days.to)) return "whole";
  return daysBetween(days.from, days.to) === daysBetween(before.from, before.to) ? "running" : "part";
}
