import type { RecordTable } from "#partner-center/record-table.ts";
import { CENSORED } from "#statistics/life-table.ts";
import { eventAges } from "./event-ages.ts";
import type { Rows } from "./rows.ts";

/**
 * Referrals with any end within so many days of creation (`part`), and those still open and young enough for that.
 * `unplaced` are not in the base: without the dates that decide.
 */
export type ClosedWithin = { part: number; base: number; open: number; unplaced: number };

/** Counts these rows as of an instant (ms UTC). */
export function closedWithin(table: RecordTable, rows: Rows, days: number, now: number): ClosedWithin {
  const { lifetimes, unplaced } = eventAges(table, rows, "won", now);
  const { ages, ends } = lifetimes;
  const counts = { part: 0, base: ages.length, open: 0, unplaced };
  for (const [at, age] of ages.entries())
    if (age <= days) counts[ends[at] === CENSORED ? "open" : "part"] += 1;
  // Those without a created date have no age.
  const created = table.dates.createdDate.at;
  for (const row of rows) if (Number.isNaN(created[row])) counts.unplaced += 1;
  return counts;
}
