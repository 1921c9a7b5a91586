import { type DateField, type Field, isDateField } from "#partner-center/fields.ts";
import type { GroupedQuery, Level, PageRange } from "#partner-center/query.ts";
import type { Sql } from "./sql.ts";
import { monthColumn } from "./table-facts.ts";

/** Dates as the integers of `KeyValue`. */
const LEVEL_KEYS: Record<Level, (field: DateField) => string> = {
  day: (field) => `(${field}::DATE - DATE '1970-01-01')::INTEGER`,
  week: (field) => `(${field}::DATE - DATE '1970-01-01' - isodow(${field}) + 1)::INTEGER`,
  month: monthColumn,
};

function keyOf(field: Field, level: Level): string {
  return isDateField(field) ? LEVEL_KEYS[level](field) : field;
}

function bucketsSql({ groupBy, level }: GroupedQuery, where: Sql): Sql {
  const keys = groupBy.map((field, index) => `${keyOf(field, level)} AS k${index}`).join(", ");
  const text = `SELECT ${keys}, count(*)::UINTEGER AS n FROM referrals WHERE ${where.text} GROUP BY ALL`;
  return { text, values: where.values };
}

/** The buckets of a page, ordered by key, nulls last: keys, count, and the total number of buckets. */
export function groupedSql(query: GroupedQuery, where: Sql, { top, skip }: PageRange): Sql {
  const { text, values } = bucketsSql(query, where);
  const order = query.groupBy.map((_, index) => `k${index} NULLS LAST`).join(", ");
  return {
    text: `SELECT *, (count(*) OVER ())::UINTEGER FROM (${text}) ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: [...values, BigInt(top), BigInt(skip)],
  };
}

/** The number of buckets, for a page without any. */
export function bucketTotalSql(query: GroupedQuery, where: Sql): Sql {
  const { text, values } = bucketsSql(query, where);
  return { text: `SELECT count(*) FROM (${text})`, values };
}
