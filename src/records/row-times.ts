import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import type { Rows } from "./rows.ts";

/** Times above `overMs` up to and with `upToMs`; null is no bound. */
export type TimeRange = { overMs: number | null; upToMs: number | null };
export type TimeBin = TimeRange & { count: number };

/** Upper ends (ms) of the bins of a distribution, from an hour to two weeks; one more bin is open. */
export const TIME_EDGES: readonly number[] = [
  HOUR_MS,
  4 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  3 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
];

/** What a row took, in ms; NaN unless it has both dates in order. */
export function timeReader({ dates }: RecordTable, time: Time): (row: number) => number {
  const { from, to } = TIMES[time];
  const [starts, ends] = [dates[from].at, dates[to].at];
  return (row) => {
    const ms = (ends[row] as number) - (starts[row] as number);
    return ms >= 0 ? ms : Number.NaN;
  };
}

/** What each of these rows with both dates in order took, in ms, ascending; the others are left out. */
export function timesOfRows(table: RecordTable, rows: Rows, time: Time): Float64Array {
  const [read, times] = [timeReader(table, time), new Float64Array(rows.length)];
  let size = 0;
  for (const row of rows) {
    const ms = read(row);
    if (!Number.isNaN(ms)) times[size++] = ms;
  }
  return times.slice(0, size).sort();
}

/** Whether a time lies in a range; NaN lies in none. */
export function isInRange(ms: number, { overMs, upToMs }: TimeRange): boolean {
  return ms > (overMs ?? -1) && ms <= (upToMs ?? Number.POSITIVE_INFINITY);
}

/** The place of the first value above a bound in ascending values. */
function firstAbove(ascending: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many times fall into each bin: up to each edge, and above the last. All times are in one of them. */
export function histogram(ascending: ArrayLike<number>, edges: readonly number[] = TIME_EDGES): TimeBin[] {
  const ends = [...edges.map((edge) => firstAbove(ascending, edge)), ascending.length];
  return ends.map((end, index) => ({
    overMs: edges[index - 1] ?? null,
    upToMs: edges[index] ?? null,
    count: end - (ends[index - 1] ?? 0),
  }));
}
