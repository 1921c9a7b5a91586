import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { joinSql, type Sql, sql, timestamp } from "./sql.ts";

const COMPARISONS: Record<DateOperator, string> = {
  eq: "=",
  ne: "IS DISTINCT FROM",
  gt: ">",
  ge: ">=",
  lt: "<",
  le: "<=",
};

/**
 * A filter as a condition over the columns of `referrals`, with bound values. Without NOT in the grammar SQL's
 * third truth value never reaches an answer: a row passes exactly where the two-valued filter holds.
 */
export function filterSql(filter: Filter | null): Sql {
  if (filter === null) return sql("true");
  switch (filter.kind) {
    case "term":
      return termSql(filter.field, filter.operator, filter.value);
    case "contains":
      // As text: a column of few values is an ENUM, which refuses a value that it does not hold.
      return sql(`contains(${filter.field}::VARCHAR, ?::VARCHAR)`, filter.value);
    case "date":
      return sql(`${filter.field} ${COMPARISONS[filter.operator]} ?::TIMESTAMP`, timestamp(filter.instant));
    case "date-null":
      return nullSql(filter.field, filter.operator);
    default:
      return bracketed(joinSql(filter.operands.map(filterSql), ` ${filter.kind.toUpperCase()} `));
  }
}

function termSql(field: string, operator: "eq" | "ne", value: string | null): Sql {
  if (value === null) return nullSql(field, operator);
  return sql(`${field}::VARCHAR ${COMPARISONS[operator]} ?::VARCHAR`, value);
}

function nullSql(field: string, operator: "eq" | "ne"): Sql {
  return sql(`${field} IS ${operator === "eq" ? "NULL" : "NOT NULL"}`);
}

function bracketed({ text, values }: Sql): Sql {
  return { text: `(${text})`, values };
}
