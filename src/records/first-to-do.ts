import { DAY_MS, type Day, endOfMonth, instantOfDay } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { Stretch } from "./changes-since.ts";
import { type DatedToDo, TO_DO_KINDS, type ToDo, type ToDoKind } from "./to-do.ts";

/** Kinds without a limit of age, of which there may be too many to download. */
const LONG_KINDS = ["expired", "silent"] as const;
type LongKind = (typeof LONG_KINDS)[number];

/** How many referrals have their date in a month, by its first day. */
export type MonthCount = { month: Day; count: number };

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
