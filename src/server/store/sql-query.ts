import { type DateField, FIELDS, type Field, isDateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery, Level, Page } from "#partner-center/query.ts";
import { type Sql, sql } from "./sql.ts";
import { filterSql } from "./sql-filter.ts";

/** Dates of which some texts could not be read; these stand in a column of their own. */
export type UnreadableFields = ReadonlySet<DateField>;

/** The column with the texts of a date field that could not be read. */
export function unreadableColumn(field: DateField): string {
  return `${field}Text`;
}

/** The column with year × 12 + month − 1: small whole numbers group twice as fast as dates. */
export function monthColumn(field: DateField): string {
  return `${field}Month`;
}

type Key = { field: Field; value: string; shown: (name: string) => string };

const LEVEL_KEYS: Record<Level, (field: DateField) => Omit<Key, "field">> = {
  day: (field) => ({ value: `${field}::DATE`, shown: startOfDay }),
  week: (field) => ({ value: `${field}::DATE - (isodow(${field}) - 1)::INTEGER`, shown: startOfDay }),
  month: (field) => ({
    value: monthColumn(field),
    shown: (name) => startOfDay(`make_date(${name} // 12, ${name} % 12 + 1, 1)`),
  }),
};

function startOfDay(date: string): string {
  return `${date}::VARCHAR || 'T00:00:00'`;
}

function keyOf(field: Field, level: Level): Key {
  if (isDateField(field)) return { field, ...LEVEL_KEYS[level](field) };
  return { field, value: field, shown: (name) => name };
}

/**
 * One row: `total`, the number of all buckets, and `rows`, the buckets of the page as JSON objects with a comma
 * between (null for none), ordered by their keys, nulls last.
 */
export function groupedSql({ filter, groupBy, level }: GroupedQuery, { top, skip }: Page): Sql {
  const keys = groupBy.map((field) => keyOf(field, level));
  const where = filterSql(filter);
  const order = keys.map((_, index) => `k${index} NULLS LAST`).join(", ");
  const shown = keys.map(({ field, shown }, index) => `${field} := ${shown(`k${index}`)}`);
  const text = `WITH buckets AS (
    SELECT ${keys.map(({ value }, index) => `${value} AS k${index}`).join(", ")}, count(*) AS n
    FROM referrals WHERE ${where.text} GROUP BY ALL),
  page AS (SELECT * FROM buckets ORDER BY ${order} LIMIT ? OFFSET ?)
  SELECT (SELECT count(*) FROM buckets) AS total, (
    SELECT string_agg(to_json(struct_pack(${shown.join(", ")}, referralCount := n::VARCHAR))::VARCHAR, ','
      ORDER BY ${order}) FROM page) AS rows`;
  return { text, values: [...where.values, BigInt(top), BigInt(skip)] };
}

/** One row: the number of referrals that pass the filter. */
export function countSql(filter: Filter | null): Sql {
  const where = filterSql(filter);
  return { text: `SELECT count(*) FROM referrals WHERE ${where.text}`, values: where.values };
}

/**
 * A row for each referral of the page: its JSON object with the sixteen fields. The table lies in the order of
 * the answer, so a page is a range of row numbers.
 */
export function recordsSql(filter: Filter | null, page: Page, unreadable: UnreadableFields): Sql {
  const cells = FIELDS.map((field) => `${field} := ${recordCell(field, unreadable)}`);
  const rows = rowsOfPage(filter, page);
  const text = `SELECT to_json(struct_pack(${cells.join(", ")}))::VARCHAR FROM referrals
  WHERE ${rows.text} ORDER BY rowid`;
  return { text, values: rows.values };
}

function rowsOfPage(filter: Filter | null, { top, skip }: Page): Sql {
  if (filter === null) return sql("rowid >= ? AND rowid < ?", BigInt(skip), BigInt(skip + top));
  const where = filterSql(filter);
  // First the row numbers, from the columns of the filter alone; then sixteen columns of these rows only.
  const text = `rowid IN (SELECT rowid FROM referrals WHERE ${where.text} LIMIT ? OFFSET ?)`;
  return { text, values: [...where.values, BigInt(top), BigInt(skip)] };
}

function recordCell(field: Field, unreadable: UnreadableFields): string {
  if (!isDateField(field)) return field;
  return unreadable.has(field) ? `coalesce(${isoText(field)}, ${unreadableColumn(field)})` : isoText(field);
}

/** The engine's own text is four times cheaper than its format function, but cuts the zeros of 0.120 s. */
function isoText(field: DateField): string {
  return `CASE WHEN epoch_us(${field}) % 1000000 = 0 THEN replace(${field}::VARCHAR, ' ', 'T')
    ELSE strftime(${field}, '%Y-%m-%dT%H:%M:%S.%g') END`;
}
