import { DAY_MS, type Day, endOfMonth, instantOfDay } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { Risk } from "#referrals/deals.ts";
import { OVERDUE_LIMITS, WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { Stretch } from "./changes-since.ts";
import { dealNumbers } from "./deal-columns.ts";
import type { RecordFilter } from "./record-filter.ts";
import type { Rows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";

/** Kinds without a limit of age, of which there may be too many to download. */
const LONG_KINDS = ["expired", "silent"] as const;
type LongKind = (typeof LONG_KINDS)[number];

/** How many referrals have their date in a month, by its first day. */
type MonthCount = { month: Day; count: number };

/** The end (ms UTC) of the first months that have this many referrals together, or of all of them. */
export function endOfFirst(wanted: number, months: readonly MonthCount[]): number {
  let sum = 0;
  for (const { month, count } of months.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    sum += count;
    if (sum >= wanted) return instantOfDay(endOfMonth(month)) + DAY_MS - 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Passes referrals of this date within a stretch of time. */
export function happenedIn(date: DatedToDo["date"], { after, upTo }: Stretch): Filter {
  return {
    kind: "and",
    operands: [
      { kind: "date", field: date, operator: "gt", instant: after },
      { kind: "date", field: date, operator: "le", instant: upTo },
    ],
  };
}

/** The first tasks, and how many follow them. */
export type FirstToDo = ToDo & { left: number };

/** How many tasks of a long kind there are, and until when (ms UTC) all of them are downloaded. */
type Counted = { count: number; end: number };

/** The first tasks of all, from a download that has the oldest of the long kinds and all of the others. */
export function firstToDo(downloaded: ToDo, counted: Readonly<Record<LongKind, Counted>>): FirstToDo {
  const { expired, silent } = counted;
  const counts = { ...downloaded.counts, expired: expired.count, silent: silent.count };
  // The download may have some that come later, for another reason.
  const ends = new Map<ToDoKind, number>(LONG_KINDS.map((kind) => [kind, counted[kind].end]));
  const known = downloaded.items.filter(({ kind, since }) => since <= (ends.get(kind) ?? since));
  const gap = LONG_KINDS.find((kind) => known.filter((one) => one.kind === kind).length < counts[kind]);
  const last = gap ? TO_DO_KINDS.indexOf(gap) : TO_DO_KINDS.length;
  const items = known.filter(({ kind }) => TO_DO_KINDS.indexOf(kind) <= last);
  const all = TO_DO_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  return { ...downloaded, items, counts, left: all - items.length };
}

/**
 * Kinds of tasks, most urgent first: to answer within the answer time; past it; about to expire; expired; open
 * past the expected close; accepted and without progress for longer than most of the won ones took.
 */
export const TO_DO_KINDS = ["due", "overdue", "expiring", "expired", "pastClose", "silent"] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

/** How long before expiry a referral counts as about to expire. */
export const EXPIRING_MS = 2 * DAY_MS;

/** Referrals with one of these outcomes and a date after one instant, and not after another (ms UTC). */
export type DatedToDo = { outcomes: readonly Outcome[]; date: DateField; happened: Stretch };
export type ToDoFilter =
  | DatedToDo
  | { risks: readonly Risk[]; outcomes?: never; date?: never; happened?: never };
type DatedKind = Exclude<ToDoKind, "pastClose" | "silent">;
type ToDoFilters = Record<DatedKind, DatedToDo> & { pastClose: ToDoFilter; silent?: DatedToDo };

/**
 * The referrals of each kind at `now` (ms UTC); `usualMs` is the 75th percentile of the time to win (null: unknown).
 */
export function toDoFilters(now: number, usualMs: number | null): ToDoFilters {
  const { answerMs, expiryMs } = OVERDUE_LIMITS;
  const edges = [now, now - answerMs - 1, now - expiryMs + EXPIRING_MS - 1, now - expiryMs - 1, 0];
  const waiting = (place: number): DatedToDo => ({
    outcomes: WAITING_OUTCOMES,
    date: "createdDate",
    happened: { after: edges[place + 1] ?? 0, upTo: edges[place] ?? 0 },
  });
  const silent = usualMs !== null && {
    outcomes: ["open-accepted" as const],
    date: "acceptedDate" as const,
    happened: { after: 0, upTo: now - usualMs - 1 },
  };
  return {
    due: waiting(0),
    overdue: waiting(1),
    expiring: waiting(2),
    expired: waiting(3),
    pastClose: { risks: ["past-close"] },
    ...(silent && { silent }),
  };
}

/** A reason for a task; `since` (for `pastClose` the expected close) and `deadline` (null for none) in ms UTC. */
export type ToDoReason = { kind: ToDoKind; since: number; deadline: number | null };

/** A task of a referral, by its most urgent reason; `also` are the others. */
export type ToDoItem = ToDoReason & { row: number; also: readonly ToDoReason[] };

type ToDo = {
  /** Each referral once. */
  items: readonly ToDoItem[];
  /** A referral counts for each of its reasons. */
  counts: Readonly<Record<ToDoKind, number>>;
  /** When those past their expected close were created, in ms UTC; null where some have no date. */
  pastCloseCreated: { first: number; last: number } | null;
  /** Open referrals without the created or accepted date that is needed, and without another reason. */
  undated: number;
};

/** Time from creation to the deadline of a kind, in ms. */
const DEADLINES: Partial<Record<ToDoKind, number>> = {
  due: OVERDUE_LIMITS.answerMs,
  overdue: OVERDUE_LIMITS.expiryMs,
  expiring: OVERDUE_LIMITS.expiryMs,
};

/** The tasks of these rows: most urgent kind first, within a kind the longest waiting first. */
export function toDoOf(table: RecordTable, rows: Rows, now: number, usualMs: number | null): ToDo {
  const filters = toDoFilters(now, usualMs);
  const context = { now, isNamedMarket: () => true };
  const matching = (filter: RecordFilter) => Array.from(rowsMatching(table, filter, context, rows));
  const lists = TO_DO_KINDS.map((kind) => {
    const filter: ToDoFilter | undefined = filters[kind];
    return filter ? { kind, rows: matching(recordFilterOf(filter)), since: sinceOf(table, filter) } : null;
  }).filter((list) => list !== null);
  const items = new Map<number, ToDoItem>();
  for (const { kind, rows: those, since } of lists)
    for (const row of those) {
      const [at, limit] = [since[row] as number, DEADLINES[kind]];
      const reason = { kind, since: at, deadline: limit === undefined ? null : at + limit };
      const known = items.get(row);
      items.set(row, known ? { ...known, also: [...known.also, reason] } : { row, ...reason, also: [] });
    }
  const lacking = (outcomes: readonly Outcome[], field: DateField) =>
    matching({ outcomes, lacking: [{ field, because: "either" }] }).filter((row) => !items.has(row)).length;
  const rowsOf = (kind: ToDoKind) => lists.find((list) => list.kind === kind)?.rows ?? [];
  return {
    items: [...items.values()].sort(
      (a, b) =>
        TO_DO_KINDS.indexOf(a.kind) - TO_DO_KINDS.indexOf(b.kind) || a.since - b.since || a.row - b.row,
    ),
    counts: Object.fromEntries(TO_DO_KINDS.map((kind) => [kind, rowsOf(kind).length])) as ToDo["counts"],
    pastCloseCreated: createdOf(table, rowsOf("pastClose")),
    undated: lacking(WAITING_OUTCOMES, "createdDate") + lacking(["open-accepted"], "acceptedDate"),
  };
}

function recordFilterOf({ happened, date, ...filter }: ToDoFilter): RecordFilter {
  return happened ? { ...filter, happened: { field: date, ...happened } } : filter;
}

function sinceOf(table: RecordTable, { date }: ToDoFilter): Float64Array {
  return date ? table.dates[date].at : dealNumbers(table, "expectedClose");
}

function createdOf(table: RecordTable, rows: readonly number[]): ToDo["pastCloseCreated"] {
  const at = rows.map((row) => table.dates.createdDate.at[row] as number).sort((a, b) => a - b);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  return at.some(Number.isNaN) ? null : { first, last };
}
