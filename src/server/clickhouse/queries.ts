import {
  DATE_FIELDS,
  FIELDS,
  type Field,
  isDateField,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import type { GroupedQuery, PageRange } from "#partner-center/query.ts";
import { bucketOf, type Columns, type InstantExpression } from "./columns.ts";
import type { ClickHouse, Values } from "./connect.ts";

/** A statement with its values by name. */
export type Statement = { text: string; values: Values };

const COMPARISONS: Record<DateOperator, string> = { eq: "=", ne: "!=", gt: ">", ge: ">=", lt: "<", le: "<=" };

/** Collects the values of a statement: each is given a name. */
export function collector() {
  const values: Record<string, string | number> = {};
  const bind = (value: string | number): string => {
    const name = `p${Object.keys(values).length}`;
    values[name] = value;
    return `{${name}:${typeof value === "string" ? "String" : "Int64"}}`;
  };
  return { values, bind };
}

/**
 * A filter as a condition: a row passes exactly where the two-valued filter holds. Without NOT in the grammar a NULL
 * of SQL never becomes true.
 */
export function filterOf(filter: Filter | null, columns: Columns): Statement {
  const { values, bind } = collector();
  const text = filter === null ? "1" : condition(filter, columns, bind);
  return { text, values };
}

export type Bind = (value: string | number) => string;

export function condition(filter: Filter, columns: Columns, bind: Bind): string {
  switch (filter.kind) {
    case "term":
    case "contains":
      return textTest(filter, columns.terms.get(filter.field)?.text, bind);
    case "date":
      return dateTest(filter, columns.dates.get(filter.field), bind);
    case "date-null":
      return nullTest(columns.dates.get(filter.field)?.ms, filter.operator);
    default: {
      const operands = filter.operands.map((operand) => condition(operand, columns, bind));
      return `(${operands.join(` ${filter.kind.toUpperCase()} `)})`;
    }
  }
}

type FilterOf<Kind> = Extract<Filter, { kind: Kind }>;

/** Of a field that the table lacks: nothing has a value there. */
function textTest(filter: FilterOf<"term" | "contains">, text: string | undefined, bind: Bind): string {
  if (filter.kind === "contains") return text ? `position(${text}, ${bind(filter.value)}) > 0` : "0";
  if (filter.value === null) return nullTest(text, filter.operator);
  if (!text) return filter.operator === "ne" ? "1" : "0";
  const value = bind(filter.value);
  return filter.operator === "eq" ? `${text} = ${value}` : `(${text} != ${value} OR ${text} IS NULL)`;
}

function dateTest(
  { operator, instant }: FilterOf<"date">,
  date: InstantExpression | undefined,
  bind: Bind,
): string {
  if (!date) return operator === "ne" ? "1" : "0";
  const test = `${date.name} ${COMPARISONS[operator]} ${date.instant(bind(instant))}`;
  return operator === "ne" ? `(${test} OR ${date.name} IS NULL)` : test;
}

function nullTest(expression: string | undefined, operator: "eq" | "ne"): string {
  if (!expression) return operator === "eq" ? "1" : "0";
  return `${expression} IS ${operator === "eq" ? "NULL" : "NOT NULL"}`;
}

/** The fields of a grouping that the table has, each as an expression. */
export function keysOf({ groupBy, level }: GroupedQuery, columns: Columns): { field: Field; key: string }[] {
  return groupBy.flatMap((field) => {
    const key = isDateField(field) ? columns.dates.get(field) : columns.terms.get(field)?.text;
    if (key === undefined) return [];
    return [{ field, key: typeof key === "string" ? key : bucketOf(level, key) }];
  });
}

function bucketsOf(query: GroupedQuery, columns: Columns, table: string, isTotalled = false): Statement {
  const keys = keysOf(query, columns);
  const where = filterOf(query.filter, columns);
  const selected = keys.map(({ key }, place) => `${key} AS bucket_${place}, `).join("");
  const grouped = keys.length > 0 ? `GROUP BY ${names(keys.length)}` : "HAVING bucket_count > 0";
  return {
    text: `SELECT ${selected}count() AS bucket_count${isTotalled ? ", count() OVER ()" : ""} FROM ${table} WHERE ${where.text} ${grouped}`,
    values: where.values,
  };
}

function names(count: number): string {
  return Array.from({ length: count }, (_, place) => `bucket_${place}`).join(", ");
}

/**
 * A page of buckets, ordered by their keys, nulls last: the keys that the table has, the count, and how many buckets
 * there are in all where the server can say so at once (`hasWindows`).
 */
export function groupedPage(
  query: GroupedQuery,
  page: PageRange,
  columns: Columns,
  { table, hasWindows }: Pick<ClickHouse, "table" | "hasWindows">,
): Statement {
  const { text, values } = bucketsOf(query, columns, table, hasWindows);
  const keys = keysOf(query, columns);
  const order = keys.map((_, place) => `bucket_${place} ASC NULLS LAST`).join(", ");
  const sorted = order === "" ? "" : ` ORDER BY ${order}`;
  return { text: `${text}${sorted} LIMIT ${page.skip}, ${page.top}`, values };
}

/** The values of a field: `most` of them and one more at most, in no order. */
export function valuesOfField(field: TermField, most: number, columns: Columns, table: string): Statement {
  const text = columns.terms.get(field)?.text;
  return {
    text: `SELECT DISTINCT ${text} AS value FROM ${table} WHERE value IS NOT NULL LIMIT ${most + 1}`,
    values: {},
  };
}

export function bucketTotal(query: GroupedQuery, columns: Columns, table: string): Statement {
  const { text, values } = bucketsOf(query, columns, table);
  return { text: `SELECT count() FROM (${text})`, values };
}

export function recordTotal(filter: Filter | null, columns: Columns, table: string): Statement {
  const where = filterOf(filter, columns);
  return { text: `SELECT count() FROM ${table} WHERE ${where.text}`, values: where.values };
}

/** The fields of records that the table has, in the order of `recordPage`. */
export function recordFields({ terms, dates }: Columns): Field[] {
  return FIELDS.filter((field) => (isDateField(field) ? dates.has(field) : terms.has(field)));
}

/** A page of records, newest created first, then by id and all other fields; `since` (ms) bounds it. */
export function recordPage(
  filter: Filter | null,
  { top, skip }: PageRange,
  columns: Columns,
  table: string,
  since: number | null = null,
): Statement {
  const where = filterOf(
    since === null
      ? filter
      : allOf(filter, { kind: "date", field: "createdDate", operator: "ge", instant: since }),
    columns,
  );
  const expression = (field: Field) =>
    isDateField(field) ? columns.dates.get(field)?.ms : columns.terms.get(field)?.text;
  const fields = recordFields(columns);
  const selected = fields.map((field) => `${expression(field)} AS value_${field}`).join(", ");
  const rest = [...TERM_FIELDS, ...DATE_FIELDS].filter(
    (field) => field !== "createdDate" && fields.includes(field),
  );
  const order = [
    "value_createdDate DESC NULLS LAST",
    ...rest.map((field) => `value_${field} ASC NULLS LAST`),
  ];
  return {
    text: `SELECT ${selected} FROM ${table} WHERE ${where.text} ORDER BY ${order.join(", ")} LIMIT ${skip}, ${top}`,
    values: where.values,
  };
}

function allOf(filter: Filter | null, other: Filter): Filter {
  return filter === null ? other : { kind: "and", operands: [filter, other] };
}

/** The least created date (ms) of the first rows, how many rows that are and how many of them have one. */
export function boundOf(filter: Filter | null, rows: number, columns: Columns, table: string): Statement {
  const where = filterOf(filter, columns);
  const created = columns.dates.get("createdDate")?.ms;
  return {
    text: `SELECT min(c), count(), count(c) FROM (SELECT ${created} AS c FROM ${table} WHERE ${where.text} ORDER BY c DESC NULLS LAST LIMIT ${rows})`,
    values: where.values,
  };
}
