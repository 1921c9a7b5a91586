import { type DateField, FIELDS, type Field, isDateField, type TermField } from "#partner-center/fields.ts";
import type { PageRange } from "#partner-center/query.ts";
import { extraMember } from "./extra-columns.ts";
import { type Sql, sql } from "./sql.ts";
import {
  escapedText,
  jsonValue,
  listBytes,
  type Member,
  NULL_VALUE,
  objectText,
  orNull,
  plainValue,
  quotedText,
} from "./sql-json.ts";
import { type TableFacts, unreadableColumn } from "./table-facts.ts";

/** Chunks of a full page, about 200 kB each: DuckDB takes twice the time for one text of megabytes. */
const PIECES = 16;

/**
 * The referrals of a page: `piece`, and its rows as JSON objects with the sixteen fields. The table is in response
 * order. Row numbers are found first; the objects are then built from a materialised page by all threads.
 */
export function recordsSql(where: Sql | null, page: PageRange, facts: TableFacts): Sql {
  const members = FIELDS.map((field): Member => ({ name: field, value: recordValue(field, facts) }));
  const columns = [...FIELDS, ...[...facts.unreadable].map(unreadableColumn)];
  return pageSql(where, page, columns, members);
}

/** The same page with ids and additional fields. */
export function extrasSql(where: Sql | null, page: PageRange, facts: TableFacts): Sql {
  const members = [{ name: "id", value: recordValue("id", facts) }, ...facts.extras.map(extraMember)];
  return pageSql(where, page, ["id", ...facts.extras], members);
}

function pageSql(
  where: Sql | null,
  page: PageRange,
  columns: readonly string[],
  members: readonly Member[],
): Sql {
  const places = placesSql(where, page);
  const text = `WITH page AS MATERIALIZED (
    SELECT rowid AS place, ${columns.join(", ")} FROM referrals WHERE ${places.text}),
  span AS MATERIALIZED (SELECT min(place) AS first, max(place) - min(place) + 1 AS size FROM page)
  SELECT (place - (SELECT first FROM span)) * ${PIECES} // (SELECT size FROM span) AS piece,
    ${listBytes(objectText(members))} AS rows
  FROM page GROUP BY piece`;
  return { text, values: places.values };
}

/** How many referrals pass. */
export function totalSql({ text, values }: Sql): Sql {
  return { text: `SELECT count(*) FROM referrals WHERE ${text}`, values };
}

/** Without a filter a page is a range of row numbers; else they come from the filter's columns alone. */
function placesSql(where: Sql | null, { top, skip }: PageRange): Sql {
  if (where === null) return sql("rowid >= ? AND rowid < ?", BigInt(skip), BigInt(skip + top));
  const { text, values } = where;
  const found = `rowid IN (SELECT rowid FROM referrals WHERE ${text} LIMIT ? OFFSET ?)`;
  return { text: found, values: [...values, BigInt(top), BigInt(skip)] };
}

function recordValue(field: Field, facts: TableFacts): Member["value"] {
  if (facts.empty.has(field)) return NULL_VALUE;
  return isDateField(field) ? dateValue(field, facts) : termValue(field, facts);
}

function termValue(field: TermField, { escaped, full }: TableFacts): Member["value"] {
  if (escaped.has(field)) return jsonValue(escapedText(field));
  return full.has(field) ? plainValue(field) : jsonValue(orNull(quotedText(field)));
}

function dateValue(field: DateField, { unreadable, fractional, full }: TableFacts): Member["value"] {
  const text = fractional.has(field) ? fractionalText(field) : wholeText(field);
  if (full.has(field)) return jsonValue(text);
  return jsonValue(
    unreadable.has(field) ? `coalesce(${text}, ${escapedText(unreadableColumn(field))})` : orNull(text),
  );
}

/** As JSON, with quotes. */
function wholeText(field: DateField): string {
  return `strftime(${field}, '"%Y-%m-%dT%H:%M:%S"')`;
}

/** DuckDB's own text would drop the zero of 0.120 s. */
function fractionalText(field: DateField): string {
  return `CASE WHEN epoch_us(${field}) % 1000000 = 0 THEN ${wholeText(field)}
    ELSE strftime(${field}, '"%Y-%m-%dT%H:%M:%S.%g"') END`;
}
