import { addMonths, bucketEnd, bucketStart, type Day, endOfMonth, startOfMonth } from "#lib/calendar.ts";

/** Whole UTC days, both included. */
export type Period = { from: Day; to: Day };

/** A named period: a number of calendar months, a calendar quarter or year, a fiscal year, or all data. */
export type Preset =
  | { kind: "months"; months: 1 | 3 | 6 | 12 }
  | { kind: "quarter" | "year" | "all" }
  | { kind: "fiscal-year"; startMonth: number };

function calendarMonths(last: Day, months: number): Period {
  return { from: startOfMonth(addMonths(startOfMonth(last), 1 - months)), to: endOfMonth(last) };
}

/** Twelve calendar months up to that of the newest `createdDate`. */
export function defaultPeriod(newestCreated: Day): Period {
  return calendarMonths(newestCreated, 12);
}

function fiscalYear(day: Day, startMonth: number): Period {
  const monthsIn = (Number(day.slice(5, 7)) - startMonth + 12) % 12;
  const from = addMonths(startOfMonth(day), -monthsIn);
  return { from, to: endOfMonth(addMonths(from, 11)) };
}

/**
 * The period of a preset around a day, usually the newest of the data; months end with that day's month. `dataset` is
 * the first and last day of the data; `startMonth` (fiscal year) counts from 1.
 */
export function presetPeriod(preset: Preset, day: Day, dataset: Period): Period {
  switch (preset.kind) {
    case "months":
      return calendarMonths(day, preset.months);
    case "quarter":
    case "year":
      return { from: bucketStart(day, preset.kind), to: bucketEnd(day, preset.kind) };
    case "fiscal-year":
      return fiscalYear(day, preset.startMonth);
    case "all":
      return dataset;
  }
}
