import type { Period } from "./period.ts";
import { daysFrom } from "./trend-figures.ts";

export type ComparedWith = "previous-period" | "last-year";

/** A period and what stands against it. */
export type Sides = { own: Period; before: Period };

/** The same day of the year before; 29 February becomes 28. */
export function yearBefore(day: string): string {
  const text = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return text.endsWith("02-29") ? text.replace("02-29", "02-28") : text;
}

/** The day that stands against a day of a period. */
export function dayBefore(day: string, period: Period, by: ComparedWith): string {
  return by === "last-year" ? yearBefore(day) : daysFrom(day, -lengthOf(period));
}

/** How many days a period has. */
export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** Both sides, cut to the days that have passed; whole where none has, and then nothing can be compared yet. */
export function sidesOf(period: Period, by: ComparedWith, today: string): Sides & { isEarly: boolean } {
  const yesterday = daysFrom(today, -1);
  const isEarly = period.from > yesterday;
  const [to = period.to] = isEarly ? [period.to] : [period.to, yesterday].sort();
  const before = { from: dayBefore(period.from, period, by), to: dayBefore(to, period, by) };
  return { own: { from: period.from, to }, before, isEarly };
}

/** A change of a count as a part of the old one; NaN where that is 0. */
export function countChange(before: number, now: number): number {
  return before === 0 ? Number.NaN : (now - before) / before;
}
