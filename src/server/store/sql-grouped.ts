import { type DateField, type Field, isDateField } from "#partner-center/fields.ts";
import type { GroupedQuery, Level, PageRange } from "#partner-center/query.ts";
import type { Sql } from "./sql.ts";
import { filterSql } from "./sql-filter.ts";
import { escapedText, jsonValue, listBytes, objectText, plainText, plainValue } from "./sql-json.ts";
import { monthColumn } from "./table-facts.ts";

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

/** Buckets of a piece, some 200 kB: the engine needs twice the time for one text of megabytes. */
const PIECE = 2000;

/**
 * The buckets of the page, ordered by their keys, nulls last: `piece` (NULL: beside the page), the number of its
 * buckets, and these as JSON objects. One pass: naming the buckets in a CTE and reading it twice took a third longer.
 */
export function groupedSql({ filter, groupBy, level }: GroupedQuery, { top, skip }: PageRange): Sql {
  const keys = groupBy.map((field) => keyOf(field, level));
  const values = keys.map(({ value }, index) => `${value} AS k${index}`).join(", ");
  const order = keys.map((_, index) => `k${index} NULLS LAST`).join(", ");
  const members = keys.map(({ field, json }, index) => ({
    name: field,
    value: jsonValue(json(`k${index}`)),
  }));
  const bucket = objectText([...members, { name: "referralCount", value: plainValue("n") }]);
  const where = filterSql(filter);
  const text = `SELECT piece, count(*) AS size, ${listBytes(`CASE WHEN piece IS NOT NULL THEN ${bucket} END`)} AS rows
  FROM (SELECT *, CASE WHEN place > ? AND place <= ? THEN place // ${PIECE} END AS piece
    FROM (SELECT *, row_number() OVER (ORDER BY ${order}) AS place
      FROM (SELECT ${values}, count(*) AS n FROM referrals WHERE ${where.text} GROUP BY ALL)))
  GROUP BY piece`;
  return { text, values: [BigInt(skip), BigInt(skip + top), ...where.values] };
}
