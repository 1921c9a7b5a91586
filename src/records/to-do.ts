import { DAY_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { OVERDUE_LIMITS, WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { RecordFilter } from "./record-filter.ts";
import type { Rows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";

/**
 * Kinds of tasks, most urgent first: to answer within the answer time; past it; about to expire; expired; accepted and
 * without progress for longer than most of the won ones took.
 */
export const TO_DO_KINDS = ["due", "overdue", "expiring", "expired", "silent"] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

/** How long before expiry a referral counts as about to expire. */
export const EXPIRING_MS = 2 * DAY_MS;

/** Referrals with one of these outcomes and a date after one instant, and not after another (ms UTC). */
export type ToDoFilter = {
  outcomes: readonly Outcome[];
  date: DateField;
  happened: { after: number; upTo: number };
};

/**
 * The referrals of each kind at `now` (ms UTC); `usualMs` is the 75th percentile of the time to win (null: unknown).
 */
export function toDoFilters(now: number, usualMs: number | null): Partial<Record<ToDoKind, ToDoFilter>> {
  const { answerMs, expiryMs } = OVERDUE_LIMITS;
  const edges = [now, now - answerMs - 1, now - expiryMs + EXPIRING_MS - 1, now - expiryMs - 1, 0];
  const waiting = (place: number): ToDoFilter => ({
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
    ...(silent && { silent }),
  };
}

/** A task; `since` and `deadline` (null for none) in ms UTC. */
export type ToDoItem = { row: number; kind: ToDoKind; since: number; deadline: number | null };

export type ToDo = {
  items: readonly ToDoItem[];
  counts: Readonly<Record<ToDoKind, number>>;
  /** Open referrals without the created or accepted date that is needed. */
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
  const matching = (filter: RecordFilter) => rowsMatching(table, filter, CONTEXT, rows);
  const lists = TO_DO_KINDS.map((kind) => {
    const filter = filters[kind];
    if (filter === undefined) return [];
    const { outcomes, date, happened } = filter;
    const { at } = table.dates[date];
    return Array.from(matching({ outcomes, happened: { field: date, ...happened } }), (row): ToDoItem => {
      const [since, limit] = [at[row] as number, DEADLINES[kind]];
      return { row, kind, since, deadline: limit === undefined ? null : since + limit };
    }).sort((a, b) => a.since - b.since || a.row - b.row);
  });
  const lacking = (outcomes: readonly Outcome[], field: DateField) =>
    matching({ outcomes, lacking: [{ field, because: "either" }] }).length;
  return {
    items: lists.flat(),
    counts: Object.fromEntries(
      TO_DO_KINDS.map((kind, place) => [kind, lists[place]?.length ?? 0]),
    ) as ToDo["counts"],
    undated: lacking(WAITING_OUTCOMES, "createdDate") + lacking(["open-accepted"], "acceptedDate"),
  };
}

/** Market names and the current time do not matter here. */
const CONTEXT = { now: 0, isNamedMarket: () => true };
