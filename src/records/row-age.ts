import type { RecordTable } from "#partner-center/record-table.ts";
import {
  type OpenAge,
  OVERDUE_LIMITS,
  type OverdueLimits,
  overdueAt,
  WAITING_OUTCOMES,
} from "#referrals/open-age.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { filterRows, type Rows } from "./rows.ts";

/** Unanswered referrals; the four others add up to `waiting`. */
export type WaitingCounts = {
  waiting: number;
  /** Without a created date. */
  undated: number;
  inTime: number;
  /** Past the answer time, not yet past expiry. */
  pastAnswer: number;
  pastExpiry: number;
};

const WAITING: readonly Outcome[] = WAITING_OUTCOMES;
const IS_WAITING = OUTCOMES.map((outcome) => WAITING.includes(outcome));

/** now − created of an unanswered row, in ms; null for others, NaN without a created date. */
export function ageReader(table: RecordTable, now: number): (row: number) => number | null {
  const [{ outcomes }, { at }] = [derivedFieldsOf(table), table.dates.createdDate];
  return (row) => (IS_WAITING[outcomes[row] as number] ? now - (at[row] as number) : null);
}

/** The open age of a row at `now` (ms UTC), like `openAge`. */
export function openAgeOfRow(
  table: RecordTable,
  row: number,
  now: number,
  limits: OverdueLimits = OVERDUE_LIMITS,
): OpenAge {
  const ageMs = ageReader(table, now)(row);
  if (ageMs === null) return { kind: "not-waiting" };
  return Number.isNaN(ageMs)
    ? { kind: "undated" }
    : { kind: "waiting", ageMs, overdue: overdueAt(ageMs, limits) };
}

/** Unanswered rows whose age passes a test, oldest first; ties in table order. */
function waitingRows(table: RecordTable, rows: Rows, now: number, passes: (ageMs: number) => boolean): Rows {
  const [ageOf, { at }] = [ageReader(table, now), table.dates.createdDate];
  const kept = filterRows(rows, (row) => {
    const ageMs = ageOf(row);
    return ageMs !== null && passes(ageMs);
  });
  return kept.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b);
}

/** Overdue rows at `now`, oldest first: past the answer time (including expired), and past expiry. */
export function overdueRows(
  table: RecordTable,
  rows: Rows,
  now: number,
  limits: OverdueLimits = OVERDUE_LIMITS,
): { answer: Rows; expiry: Rows } {
  return {
    answer: waitingRows(table, rows, now, (ageMs) => overdueAt(ageMs, limits) !== "no"),
    expiry: waitingRows(table, rows, now, (ageMs) => overdueAt(ageMs, limits) === "past-expiry"),
  };
}

/** Rows within the answer time at `now` that will be past it `horizonMs` later, most urgent first. */
export function dueWithin(
  table: RecordTable,
  rows: Rows,
  now: number,
  limits: OverdueLimits,
  horizonMs: number,
): Rows {
  return waitingRows(table, rows, now, (ageMs) => isDueWithin(ageMs, limits, horizonMs));
}

/** Whether an age in ms is within the answer time now but not `horizonMs` later. */
export function isDueWithin(ageMs: number, limits: OverdueLimits, horizonMs: number): boolean {
  return overdueAt(ageMs, limits) === "no" && overdueAt(ageMs + horizonMs, limits) !== "no";
}

/** Counts of unanswered rows by age. */
export function waitingCounts(
  table: RecordTable,
  rows: Rows,
  now: number,
  limits: OverdueLimits = OVERDUE_LIMITS,
): WaitingCounts {
  const [ageOf, counts] = [ageReader(table, now), { undated: 0, inTime: 0, pastAnswer: 0, pastExpiry: 0 }];
  for (const row of rows) {
    const ageMs = ageOf(row);
    if (ageMs !== null) counts[placeOf(ageMs, limits)] += 1;
  }
  const { undated, inTime, pastAnswer, pastExpiry } = counts;
  return { waiting: undated + inTime + pastAnswer + pastExpiry, ...counts };
}

function placeOf(ageMs: number, limits: OverdueLimits): Exclude<keyof WaitingCounts, "waiting"> {
  if (Number.isNaN(ageMs)) return "undated";
  const overdue = overdueAt(ageMs, limits);
  if (overdue === "no") return "inTime";
  return overdue === "past-answer" ? "pastAnswer" : "pastExpiry";
}
