import { FIRST_INSTANT, type InstantReading, LAST_INSTANT } from "#partner-center/instant.ts";
import { type DateForm, type DateOrder, takeApart, type WrittenDate, type WrittenDay } from "./date-text.ts";

const DAY_MS = 86_400_000;

/** Day 0 of serial numbers; the 1904 epoch is that of old Macintosh workbooks. */
const EPOCHS = { "serial-1900": Date.UTC(1899, 11, 30), "serial-1904": Date.UTC(1904, 0, 1) } as const;

/** Milliseconds per unit of Unix time. */
const STEPS = {
  "epoch-seconds": 1000,
  "epoch-milliseconds": 1,
  "epoch-microseconds": 1e-3,
  "epoch-nanoseconds": 1e-6,
} as const;

type NumberForm = keyof typeof EPOCHS | keyof typeof STEPS;

/** Serial numbers of 1982 to 2119; smaller numbers may be anything. */
const SERIALS = { first: 30_000, last: 80_000 };

/** What a number can represent, by its size; null for none. */
function numberForm(value: number): NumberForm | null {
  if (value >= SERIALS.first && value <= SERIALS.last) return "serial-1900";
  if (value >= 3e8 && value < 1e10) return "epoch-seconds";
  if (value >= 3e11 && value < 1e13) return "epoch-milliseconds";
  if (value >= 3e14 && value < 1e16) return "epoch-microseconds";
  return value >= 3e17 && value < 1e19 ? "epoch-nanoseconds" : null;
}

/** The instant (ms since 1970 UTC) of a number; serial numbers to the second, as spreadsheets show them. */
function instantOfNumber(value: number, form: NumberForm): number {
  if (form === "serial-1900" || form === "serial-1904") {
    return EPOCHS[form] + Math.round((value * DAY_MS) / 1000) * 1000;
  }
  return Math.floor(value * STEPS[form]);
}

/** How the order of day and month was determined. */
export type OrderOrigin =
  /** By a value with a number above 12. */
  | "values"
  /** By the user. */
  | "setting"
  /** By the other date columns of the table. */
  | "other-columns"
  /** By the documentation of the format. */
  | "format"
  /** Unknown: month first until the user chooses. */
  | "unknown";

/** Report on a date column: forms found, order used, and an example with its instant (ms UTC). */
export type DateColumnReport = {
  column: string;
  forms: readonly (Exclude<DateForm, "number"> | NumberForm)[];
  /** Null where no value needs an order. */
  order: DateOrder | null;
  origin: OrderOrigin | null;
  example: { text: string; at: number } | null;
  /** No value has a time of day. */
  isDayOnly: boolean;
};

/** Statistics of a date column, added value by value. */
export type DateColumn = {
  name: string;
  forms: Map<Exclude<DateForm, "number"> | NumberForm, number>;
  /** Values with an ambiguous order. */
  open: number;
  dayFirst: number;
  monthFirst: number;
  dayFirstExample: string | null;
  monthFirstExample: string | null;
  /** A value with an ambiguous order, if possible one that means two days. */
  openExample: string | null;
  example: string | null;
  timed: number;
  largest: number;
};

export type DateChoice = { order: DateOrder; origin: OrderOrigin };

/** An order is used if at most this share of the values contradicts it. */
const MAX_CONTRARY = 0.02;

export function createDateColumn(name: string): DateColumn {
  return {
    name,
    forms: new Map(),
    open: 0,
    dayFirst: 0,
    monthFirst: 0,
    dayFirstExample: null,
    monthFirstExample: null,
    openExample: null,
    example: null,
    timed: 0,
    largest: 0,
  };
}

/** Adds a value to the statistics. */
export function observeDate(column: DateColumn, text: string): void {
  const written = takeApart(text);
  if (written === null) return;
  if (!("day" in written)) {
    const form = numberForm(written.value);
    if (form === null) return;
    countForm(column, form, text);
    if (form !== "serial-1900" || written.value % 1 !== 0) column.timed += 1;
    column.largest = Math.max(column.largest, written.value);
    return;
  }
  if (written.form !== "number") countForm(column, written.form, text);
  if (written.ms !== 0) column.timed += 1;
  if (written.day.kind === "open") observeOrder(column, written.day, text);
}

function countForm(column: DateColumn, form: Exclude<DateForm, "number"> | NumberForm, text: string): void {
  column.forms.set(form, (column.forms.get(form) ?? 0) + 1);
  column.example ??= text;
}

function observeOrder(
  column: DateColumn,
  { first, second }: WrittenDay & { kind: "open" },
  text: string,
): void {
  if (first > 12 && second <= 12) {
    column.dayFirst += 1;
    column.dayFirstExample ??= text;
  } else if (second > 12 && first <= 12) {
    column.monthFirst += 1;
    column.monthFirstExample ??= text;
  } else {
    column.open += 1;
    if (first !== second) column.openExample ??= text;
  }
}

/** The order proved by the values of a column: null if ambiguous, "mixed" if contradictory. */
export function orderOfValues({ dayFirst, monthFirst }: DateColumn): DateOrder | "mixed" | null {
  const all = dayFirst + monthFirst;
  if (all === 0) return null;
  if (monthFirst <= all * MAX_CONTRARY) return "day-first";
  return dayFirst <= all * MAX_CONTRARY ? "month-first" : "mixed";
}

export function needsOrder({ open, dayFirst, monthFirst }: DateColumn): boolean {
  return open + dayFirst + monthFirst > 0;
}

export type OrderHints = {
  /** The user's. */
  setting: DateOrder | null;
  /** The format's. */
  format: DateOrder | null;
};

/** The order for each column of a table: by its values, the user's choice, the other columns, or the format. */
export function chooseOrders(columns: readonly DateColumn[], hints: OrderHints): Map<DateColumn, DateChoice> {
  const shown = columns.map(orderOfValues).filter((order) => order !== null && order !== "mixed");
  const shared = new Set(shown).size === 1 ? (shown[0] ?? null) : null;
  return new Map(columns.map((column) => [column, choiceFor(column, shared, hints)]));
}

function choiceFor(
  column: DateColumn,
  shared: DateOrder | null,
  { setting, format }: OrderHints,
): DateChoice {
  const own = orderOfValues(column);
  if (own === "day-first" || own === "month-first") return { order: own, origin: "values" };
  if (setting !== null) return { order: setting, origin: "setting" };
  if (shared !== null) return { order: shared, origin: "other-columns" };
  return format === null ? { order: "month-first", origin: "unknown" } : { order: format, origin: "format" };
}

/** A parser for the values of a column, after all were scanned; `now` in ms UTC, for serial numbers. */
export function dateReader(
  column: DateColumn,
  { order }: DateChoice,
  now: number,
): (text: string | null) => InstantReading {
  const isSince1904 = column.forms.has("serial-1900") && isSecondEpoch(column.largest, now);
  return (text) => {
    if (text === null || text.trim() === "") return { kind: "never" };
    const written = takeApart(text);
    if (written === null) return { kind: "unreadable", text };
    const at = "day" in written ? instantOf(written, order) : instantOfSerial(written.value, isSince1904);
    if (!(at <= LAST_INSTANT)) return { kind: "unreadable", text };
    return at < FIRST_INSTANT ? { kind: "never" } : { kind: "instant", at };
  };
}

/**
 * Whether serial numbers use the 1904 epoch: the largest would be implausibly early (before 2010) with the 1900 epoch,
 * and is not in the future with the 1904 one.
 */
function isSecondEpoch(largest: number, now: number): boolean {
  return (
    instantOfNumber(largest, "serial-1900") < Date.UTC(2010, 0, 1) &&
    instantOfNumber(largest, "serial-1904") <= now
  );
}

function instantOfSerial(value: number, isSince1904: boolean): number {
  const form = numberForm(value);
  if (form === null) return Number.NaN;
  return instantOfNumber(value, form === "serial-1900" && isSince1904 ? "serial-1904" : form);
}

function instantOf({ day, ms, offset }: WrittenDate, order: DateOrder): number {
  const { year, month, day: number } = day.kind === "known" ? day : ordered(day, order);
  const midnight = year < 100 ? earlyDay(year, month, number) : Date.UTC(year, month - 1, number);
  const isPast28 = number < 1 || number > 28;
  const exists = month >= 1 && month <= 12 && !(isPast28 && new Date(midnight).getUTCDate() !== number);
  return exists ? midnight + ms - offset * 60_000 : Number.NaN;
}

/** Date.UTC maps the years 0 to 99 to 1900 to 1999, hence the setter. */
function earlyDay(year: number, month: number, day: number): number {
  return year > 0 ? new Date(0).setUTCFullYear(year, month - 1, day) : Number.NaN;
}

function ordered({ year, first, second }: WrittenDay & { kind: "open" }, order: DateOrder) {
  return order === "day-first" ? { year, month: second, day: first } : { year, month: first, day: second };
}

/** The report on a column; null when it has no dates. */
export function reportDates(
  column: DateColumn,
  choice: DateChoice,
  read: (text: string | null) => InstantReading,
): DateColumnReport | null {
  if (column.forms.size === 0) return null;
  const isOrdered = needsOrder(column);
  const { dayFirstExample, monthFirstExample, openExample, example } = column;
  const text = dayFirstExample ?? monthFirstExample ?? openExample ?? example ?? "";
  const reading = read(text);
  return {
    column: column.name,
    forms: [...column.forms].toSorted((a, b) => b[1] - a[1]).map(([form]) => form),
    order: isOrdered ? choice.order : null,
    origin: isOrdered ? choice.origin : null,
    example: reading.kind === "instant" ? { text, at: reading.at } : null,
    isDayOnly: column.timed === 0,
  };
}
