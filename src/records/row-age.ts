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

/** Referrals that wait for an answer; the four add up to `waiting`. */
export type WaitingCounts = {
  waiting: number;
  /** Nobody knows since when. */
  undated: number;
  inTime: number;
  /** Past the answer time, not yet past expiry. */
  pastAnswer: number;
  pastExpiry: number;
};

const WAITING: readonly Outcome[] = WAITING_OUTCOMES;
const IS_WAITING = OUTCOMES.map((outcome) => WAITING.includes(outcome));

/** now − created of a row that waits for an answer, in ms; null for one that does not, NaN where nobody knows. */
export function ageReader(table: RecordTable, now: number): (row: number) => number | null {
  const [{ outcomes }, { at }] = [derivedFieldsOf(table), table.dates.createdDate];
  return (row) => (IS_WAITING[outcomes[row] as number] ? now - (at[row] as number) : null);
}

/** The open age of a row at `now` (ms UTC), as of `openAge`. */
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

/** Rows that wait for an answer and whose age passes a test, the oldest first; equals in the order of the table. */
function waitingRows(table: RecordTable, rows: Rows, now: number, passes: (ageMs: number) => boolean): Rows {
  const [ageOf, { at }] = [ageReader(table, now), table.dates.createdDate];
  const kept = filterRows(rows, (row) => {
    const ageMs = ageOf(row);
    return ageMs !== null && passes(ageMs);
  });
  return kept.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b);
}

/** What is overdue at `now`, the oldest first: past the answer time, those past expiry too; and past expiry. */
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

/** What is not past its answer time at `now` but will be so many ms later, the most urgent first. */
export function dueWithin(
  table: RecordTable,
  rows: Rows,
  now: number,
  limits: OverdueLimits,
  horizonMs: number,
): Rows {
  return waitingRows(table, rows, now, (ageMs) => isDueWithin(ageMs, limits, horizonMs));
}

/** Whether an age in ms is within the answer time now but will not be so many ms later. */
export function isDueWithin(ageMs: number, limits: OverdueLimits, horizonMs: number): boolean {
  return overdueAt(ageMs, limits) === "no" && overdueAt(ageMs + horizonMs, limits) !== "no";
}

/** How many of these rows wait for an answer, and for how long already. */
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
