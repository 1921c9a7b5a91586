import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { TermField } from "#partner-center/fields.ts";
import { derivedFieldsOf } from "#records/derived-fields.ts";
import { groupRecords } from "#records/group-records.ts";
import { dueWithin, overdueRows, waitingCounts } from "#records/row-age.ts";
import { OVERDUE_LIMITS, type OverdueLimits } from "#referrals/open-age.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import type { Drill } from "#selection/drill.ts";

/** An unanswered referral; age and time left until a limit in ms (negative: overdue). */
export type WaitingReferral = {
  row: number;
  id: string;
  name: string;
  market: string;
  outcome: Outcome;
  createdAt: number;
  ageMs: number;
  leftMs: number;
};

export type Overdue = {
  waiting: number;
  /** Past the answer time, including expired ones. */
  pastAnswer: number;
  pastExpiry: number;
  soon: number;
  /** The oldest past the answer time; time left until expiry. */
  first: WaitingReferral[];
  /** The most urgent due within a day; time left until then. */
  next: WaitingReferral[];
  /** The customer market with most overdue referrals. */
  most: { market: string; count: number } | null;
};

export const LIST_LENGTH = 10;

/** Unanswered referrals of a selection, and the urgent ones. */
export function overdueOf(selected: SelectedRecords, limits: OverdueLimits): Overdue {
  const { table, rows, now } = selected;
  const { answer, expiry } = overdueRows(table, rows, now, limits);
  const soon = dueWithin(table, rows, now, limits, DAY_MS);
  const [most] = groupRecords(table, answer, "market");
  const listed = (some: Uint32Array, limitMs: number) =>
    Array.from(some.slice(0, LIST_LENGTH), (row) => waitingAt(selected, row, limitMs));
  return {
    waiting: waitingCounts(table, rows, now, limits).waiting,
    pastAnswer: answer.length,
    pastExpiry: expiry.length,
    soon: soon.length,
    first: listed(answer, limits.expiryMs),
    next: listed(soon, limits.answerMs),
    most: most ? { market: most.key, count: most.rows.length } : null,
  };
}

function waitingAt({ table, now }: SelectedRecords, row: number, limitMs: number): WaitingReferral {
  const text = (field: TermField) => table.terms[field].values[table.terms[field].codes[row] ?? 0] ?? "";
  const { markets, outcomes } = derivedFieldsOf(table);
  const createdAt = table.dates.createdDate.at[row] ?? Number.NaN;
  return {
    row,
    id: text("id"),
    name: text("customerName"),
    market: markets.values[markets.codes[row] ?? 0] ?? "",
    outcome: OUTCOMES[outcomes[row] ?? 0] ?? "open-new",
    createdAt,
    ageMs: now - createdAt,
    leftMs: limitMs - (now - createdAt),
  };
}

/** What stands behind a count of waiting referrals; limits are said where they are not the usual ones. */
export function overdueDrill(overdue: NonNullable<Drill["overdue"]>, limits: OverdueLimits): Drill {
  const { answerMs, expiryMs } = limits;
  const isUsual = answerMs === OVERDUE_LIMITS.answerMs && expiryMs === OVERDUE_LIMITS.expiryMs;
  if (isUsual || overdue === "waiting") return { overdue };
  return { overdue, limits: { answer: answerMs / HOUR_MS, expiry: expiryMs / HOUR_MS } };
}
