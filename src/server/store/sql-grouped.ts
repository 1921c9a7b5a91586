import { type DateField, type Field, isDateField } from "#partner-center/fields.ts";
import type { GroupedQuery, Level, PageRange } from "#partner-center/query.ts";
import { NO_KEY } from "./bucket-order.ts";
import type { Sql } from "./sql.ts";
import { monthColumn, type TableFacts } from "./table-facts.ts";

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

/**
 * The buckets of a page, ordered by key, nulls last: keys and count. Dates and ENUM columns are integers without NULL,
 * because testing each of them takes longer than reading it.
 */
export function groupedSql(
  query: GroupedQuery,
  where: Sql,
  { top, skip }: PageRange,
  facts: Pick<TableFacts, "enums">,
): Sql {
  const { text, values } = keysSql(query, where, facts);
  const order = query.groupBy.map((_, index) => `k${index} NULLS LAST`).join(", ");
  return {
    text: `${text} ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: [...values, BigInt(top), BigInt(skip)],
  };
}

/** The same in any order, at most `most`: DuckDB's order takes a third of the processor time. */
export function unorderedSql(
  query: GroupedQuery,
  where: Sql,
  most: number,
  facts: Pick<TableFacts, "enums">,
): Sql {
  const { text, values } = keysSql(query, where, facts);
  return { text: `${text} LIMIT ?`, values: [...values, BigInt(most)] };
}

function keysSql(query: GroupedQuery, where: Sql, { enums }: Pick<TableFacts, "enums">): Sql {
  const { text, values } = bucketsSql(query, where);
  const keys = query.groupBy.map((field, index) => {
    if (isDateField(field)) return `coalesce(k${index}, ${NO_KEY}) AS k${index}`;
    return enums.has(field) ? `coalesce(enum_code(k${index})::INTEGER, ${NO_KEY}) AS k${index}` : `k${index}`;
  });
  return { text: `SELECT ${keys.join(", ")}, n FROM (${text})`, values };
}

/** The number of buckets, for a page without any. */
export function bucketTotalSql(query: GroupedQuery, where: Sql): Sql {
  const { text, values } = bucketsSql(query, where);
  return { text: `SELECT count(*) FROM (${text})`, values };
}
