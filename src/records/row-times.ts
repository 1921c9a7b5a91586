import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import type { Rows } from "./rows.ts";

/** Times above `overMs` up to and including `upToMs`; null is unbounded. */
export type TimeRange = { overMs: number | null; upToMs: number | null };
export type TimeBin = TimeRange & { count: number };

/** Upper bounds in ms of histogram bins, from an hour to two weeks; the last bin is open. */
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

/** Duration of a row in ms; NaN unless both dates are in order. */
export function timeReader({ dates }: RecordTable, time: Time): (row: number) => number {
  const { from, to } = TIMES[time];
  const [starts, ends] = [dates[from].at, dates[to].at];
  return (row) => {
    const ms = (ends[row] as number) - (starts[row] as number);
    return ms >= 0 ? ms : Number.NaN;
  };
}

/** Durations in ms of the rows with both dates in order, ascending. */
export function timesOfRows(table: RecordTable, rows: Rows, time: Time): Float64Array {
  const [read, times] = [timeReader(table, time), new Float64Array(rows.length)];
  let size = 0;
  for (const row of rows) {
    const ms = read(row);
    if (!Number.isNaN(ms)) times[size++] = ms;
  }
  return times.slice(0, size).sort();
}

/** Whether a duration is in a range; NaN never is. */
export function isInRange(ms: number, { overMs, upToMs }: TimeRange): boolean {
  return ms > (overMs ?? -1) && ms <= (upToMs ?? Number.POSITIVE_INFINITY);
}

/** Index of the first ascending value above a bound. */
function firstAbove(ascending: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts per bin: up to each edge, and above the last. */
export function histogram(ascending: ArrayLike<number>, edges: readonly number[] = TIME_EDGES): TimeBin[] {
  const ends = [...edges.map((edge) => firstAbove(ascending, edge)), ascending.length];
  return ends.map((end, index) => ({
    overMs: edges[index - 1] ?? null,
    upToMs: edges[index] ?? null,
    count: end - (ends[index - 1] ?? 0),
  }));
}
