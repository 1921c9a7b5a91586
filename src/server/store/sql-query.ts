import { type DateField, FIELDS, type Field, isDateField, type TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery, Level, Page } from "#partner-center/query.ts";
import { type Sql, sql } from "./sql.ts";
import { filterSql } from "./sql-filter.ts";
import { arrayBytes, escapedText, objectText, orNull, plainText, quotedText } from "./sql-json.ts";

/** What is known of `referrals` once it is made, so that no question has to look for it again. */
export type TableFacts = {
  /** The number of its rows; these are numbered from 0 on, without a gap. */
  records: number;
  /** The fields with a text that JSON has to escape. */
  escaped: ReadonlySet<TermField>;
  /** The fields with texts that could not be read; these stand in a column of their own. */
  unreadable: ReadonlySet<DateField>;
  /** The fields with milliseconds. */
  fractional: ReadonlySet<DateField>;
};

/** The column with the texts of a date field that could not be read. */
export function unreadableColumn(field: DateField): string {
  return `${field}Text`;
}

/** The column with year × 12 + month − 1: small whole numbers group twice as fast as dates. */
export function monthColumn(field: DateField): string {
  return `${field}Month`;
}

/** What a bucket is counted by, and how it is shown; `json` takes the name of its column among the buckets. */
type Key = { field: Field; value: string; json: (name: string) => string };

const LEVEL_KEYS: Record<Level, (field: DateField) => Omit<Key, "field">> = {
  day: (field) => ({ value: `${field}::DATE`, json: (name) => startOfDay(name, name) }),
  week: (field) => ({
    value: `${field}::DATE - (isodow(${field}) - 1)::INTEGER`,
    json: (name) => startOfDay(name, name),
  }),
  month: (field) => ({
    value: monthColumn(field),
    json: (name) => startOfDay(name, `make_date(${name} // 12, ${name} % 12 + 1, 1)`),
  }),
};

function startOfDay(value: string, date: string): string {
  return plainText(value, `${date}::VARCHAR || 'T00:00:00'`);
}

function keyOf(field: Field, level: Level): Key {
  if (isDateField(field)) return { field, ...LEVEL_KEYS[level](field) };
  return { field, value: field, json: escapedText };
}

/**
 * One row: `total`, the number of all buckets, and `rows`, the buckets of the page as a JSON array,
 * ordered by their keys, nulls last. One pass: naming the buckets in a CTE and reading it
 * twice took a third longer.
 */
export function groupedSql({ filter, groupBy, level }: GroupedQuery, { top, skip }: Page): Sql {
  const keys = groupBy.map((field) => keyOf(field, level));
  const values = keys.map(({ value }, index) => `${value} AS k${index}`).join(", ");
  const order = keys.map((_, index) => `k${index} NULLS LAST`).join(", ");
  const members = keys.map(({ field, json }, index) => ({ name: field, json: json(`k${index}`) }));
  const bucket = objectText([...members, { name: "referralCount", json: plainText("n", "n") }]);
  const where = filterSql(filter);
  const text = `SELECT count(*) AS total,
    ${arrayBytes(`string_agg(CASE WHEN on_page THEN ${bucket} END, ',' ORDER BY place) FILTER (WHERE on_page)`)} AS rows
  FROM (SELECT *, place > ? AND place <= ? AS on_page
    FROM (SELECT *, row_number() OVER (ORDER BY ${order}) AS place
      FROM (SELECT ${values}, count(*) AS n FROM referrals WHERE ${where.text} GROUP BY ALL)))`;
  return { text, values: [BigInt(skip), BigInt(skip + top), ...where.values] };
}

/**
 * One row: `total`, the number of all referrals that pass, and `rows`, those of the page as a JSON array of objects
 * with the sixteen fields. The table lies in the order of the answer. First the row numbers are found; written out of a
 * materialized page, the objects are made by all threads.
 */
export function recordsSql(filter: Filter | null, page: Page, facts: TableFacts): Sql {
  const members = FIELDS.map((field) => ({ name: field, json: recordCell(field, facts) }));
  const columns = [...FIELDS, ...[...facts.unreadable].map(unreadableColumn)].join(", ");
  const places = placesSql(filter, page);
  const total = totalSql(filter, facts);
  const rows = `string_agg(${objectText(members)}, ',' ORDER BY place)`;
  const text = `WITH page AS MATERIALIZED (
    SELECT rowid AS place, ${columns} FROM referrals WHERE ${places.text})
  SELECT ${total.text} AS total, (SELECT ${arrayBytes(rows)} FROM page) AS rows`;
  return { text, values: [...places.values, ...total.values] };
}

/** Without a filter a page is a range of row numbers; else these come from the columns of the filter alone. */
function placesSql(filter: Filter | null, { top, skip }: Page): Sql {
  if (filter === null) return sql("rowid >= ? AND rowid < ?", BigInt(skip), BigInt(skip + top));
  const { text, values } = filterSql(filter);
  const found = `rowid IN (SELECT rowid FROM referrals WHERE ${text} LIMIT ? OFFSET ?)`;
  return { text: found, values: [...values, BigInt(top), BigInt(skip)] };
}

function totalSql(filter: Filter | null, { records }: TableFacts): Sql {
  if (filter === null) return sql("?::BIGINT", BigInt(records));
  const { text, values } = filterSql(filter);
  return { text: `(SELECT count(*) FROM referrals WHERE ${text})`, values };
}

function recordCell(field: Field, { escaped, unreadable, fractional }: TableFacts): string {
  if (!isDateField(field)) return escaped.has(field) ? escapedText(field) : orNull(quotedText(field));
  const text = fractional.has(field) ? fractionalText(field) : wholeText(field);
  return unreadable.has(field) ? `coalesce(${text}, ${escapedText(unreadableColumn(field))})` : orNull(text);
}

/** With its quotes, as JSON. */
function wholeText(field: DateField): string {
  return `strftime(${field}, '"%Y-%m-%dT%H:%M:%S"')`;
}

/** The engine's own text would cut the zero of 0.120 s. */
function fractionalText(field: DateField): string {
  return `CASE WHEN epoch_us(${field}) % 1000000 = 0 THEN ${wholeText(field)}
    ELSE strftime(${field}, '"%Y-%m-%dT%H:%M:%S.%g"') END`;
}
