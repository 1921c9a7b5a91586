import { DAY_MS, instantOfDay } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { OVERDUE_LIMITS, type OverdueLimits, overdueAt } from "#referrals/open-age.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { answerReader } from "./answered.ts";
import type {
  DateRange,
  FilterContext,
  Lacking,
  OverdueFilter,
  RecordFilter,
  RowTest,
} from "./record-filter.ts";
import { ageReader, isDueWithin } from "./row-age.ts";
import { flagOf, qualityFlags } from "./row-quality.ts";
import { isInRange, timeReader } from "./row-times.ts";

export function dateTests(
  table: RecordTable,
  { dates = [], lacking = [], happened }: RecordFilter,
): RowTest[] {
  return [
    ...dates.map((range) => rangeTest(table, range)),
    ...lacking.map((one) => lackTest(table, one)),
    ...(happened === undefined ? [] : [happenedTest(table, happened)]),
  ];
}

function happenedTest(
  { dates }: RecordTable,
  { field, after, upTo }: NonNullable<RecordFilter["happened"]>,
): RowTest {
  const { at } = dates[field];
  return (row) => (at[row] as number) > after && (at[row] as number) <= upTo;
}

function rangeTest({ dates }: RecordTable, { field, from, to }: DateRange): RowTest {
  return withinDays((row) => dates[field].at[row] as number, { from, to });
}

/** Whether an instant (ms UTC) is within whole days, both included; null is unbounded. */
export function withinDays(read: (row: number) => number, { from, to }: Omit<DateRange, "field">): RowTest {
  const start = from === null ? Number.NEGATIVE_INFINITY : instantOfDay(from);
  const end = to === null ? Number.POSITIVE_INFINITY : instantOfDay(to) + DAY_MS;
  return (row) => read(row) >= start && read(row) < end;
}

function lackTest({ dates }: RecordTable, { field, because }: Lacking): RowTest {
  const { at, unreadable } = dates[field];
  if (because === "unreadable") return (row) => unreadable.has(row);
  if (because === "either") return (row) => Number.isNaN(at[row]);
  return (row) => Number.isNaN(at[row]) && !unreadable.has(row);
}

/** Tests for unanswered referrals. */
export function ageTests(table: RecordTable, { overdue }: RecordFilter, context: FilterContext): RowTest[] {
  return overdue === undefined ? [] : [overdueTest(table, overdue, context)];
}

export function qualityTests(
  table: RecordTable,
  { quality, noted }: RecordFilter,
  context: FilterContext,
): RowTest[] {
  return [
    ...(quality === undefined ? [] : [flagTest(table, context, flagOf(quality))]),
    ...(noted === undefined ? [] : [notedTest(table, context, noted)]),
  ];
}

const AGE_TESTS: Record<OverdueFilter, (ageMs: number, limits: OverdueLimits) => boolean> = {
  waiting: () => true,
  answer: (ageMs, limits) => overdueAt(ageMs, limits) !== "no",
  expiry: (ageMs, limits) => overdueAt(ageMs, limits) === "past-expiry",
  soon: (ageMs, limits) => isDueWithin(ageMs, limits, DAY_MS),
  "in-time": (ageMs, limits) => !Number.isNaN(ageMs) && overdueAt(ageMs, limits) === "no",
  undated: (ageMs) => Number.isNaN(ageMs),
};

function overdueTest(table: RecordTable, overdue: OverdueFilter, { now, limits }: FilterContext): RowTest {
  const [ageOf, passes] = [ageReader(table, now), AGE_TESTS[overdue]];
  return (row) => {
    const ageMs = ageOf(row);
    return ageMs !== null && passes(ageMs, limits ?? OVERDUE_LIMITS);
  };
}

function flagTest(table: RecordTable, context: FilterContext, flag: number): RowTest {
  const flags = qualityFlags(table, context);
  return (row) => ((flags[row] as number) & flag) !== 0;
}

function notedTest(table: RecordTable, context: FilterContext, noted: boolean): RowTest {
  const flags = qualityFlags(table, context);
  return (row) => (flags[row] !== 0) === noted;
}

export function timeTests(
  table: RecordTable,
  { times = [], days, answer }: RecordFilter,
  { now }: FilterContext,
): RowTest[] {
  const ranges = times.map(({ time, ...range }): RowTest => {
    const read = timeReader(table, time);
    return (row) => isInRange(read(row), range);
  });
  if (days !== undefined) ranges.push(daysTest(table, days));
  if (answer === undefined) return ranges;
  const groupOf = answerReader(table, answer.limitMs, now);
  return [...ranges, (row) => groupOf(row) === answer.group];
}

function daysTest({ dates }: RecordTable, time: Time): RowTest {
  const { from, to } = TIMES[time];
  const [starts, ends] = [dates[from].at, dates[to].at];
  const dayOf = (instant: number) => Math.floor(instant / DAY_MS);
  return (row) => dayOf(starts[row] as number) <= dayOf(ends[row] as number);
}
