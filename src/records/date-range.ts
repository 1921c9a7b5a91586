import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";

/** Times of two imports, in ms UTC: the date lies between them and stands at their middle. */
export type RangeOfDate = { from: number; to: number };

const NAMES: ReadonlySet<string> = new Set(DATE_FIELDS.flatMap((field) => [`${field}From`, `${field}To`]));

/** Whether a source names an end of a range so, such as `wonDateFrom`. */
export function isRangeName(name: string): boolean {
  return NAMES.has(name);
}

/** The range of a date that is known no better; null for any other. */
export function rangeOfDate({ extras }: RecordTable, row: number, field: DateField): RangeOfDate | null {
  const from = extras?.numbers[`${field}From`]?.[row] ?? Number.NaN;
  const to = extras?.numbers[`${field}To`]?.[row] ?? Number.NaN;
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from, to };
}

/** Whether any row has a range for one of these dates. */
export function hasRanges({ extras }: RecordTable, fields: readonly DateField[]): boolean {
  return fields.some((field) => extras?.numbers[`${field}From`] !== undefined);
}

/** The range of the date of a row that stands at this instant. */
export function rangeAt(table: RecordTable, row: number, at: number): RangeOfDate | null {
  if (Number.isNaN(at)) return null;
  const field = DATE_FIELDS.find((one) => table.dates[one].at[row] === at && rangeOfDate(table, row, one));
  return field === undefined ? null : rangeOfDate(table, row, field);
}
