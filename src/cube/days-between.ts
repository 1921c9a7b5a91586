import { DAY_MS, instantOfDay } from "#lib/calendar.ts";
import type { CubeColumn, Table } from "./table.ts";

/**
 * Counts by the whole days from the first column to the second, both dates by day; negative where they run backwards.
 * Rows that lack a date are left out.
 */
export function countDaysBetween({ columns, counts }: Table): { days: number; count: number }[] {
  const [from, to] = columns;
  if (from === undefined || to === undefined) throw new RangeError("Days are between two columns.");
  // Tens of thousands of rows have a few hundred dates.
  const [starts, ends] = [dayNumbers(from), dayNumbers(to)];
  const sums = new Map<number, number>();
  for (let row = 0; row < counts.length; row++) {
    const days = (ends[to.codes[row] as number] as number) - (starts[from.codes[row] as number] as number);
    if (!Number.isNaN(days)) sums.set(days, (sums.get(days) ?? 0) + (counts[row] as number));
  }
  return Array.from(sums, ([days, count]) => ({ days, count }));
}

function dayNumbers({ values }: CubeColumn): Float64Array {
  return Float64Array.from(values, (day) => (day === null ? Number.NaN : instantOfDay(day) / DAY_MS));
}
