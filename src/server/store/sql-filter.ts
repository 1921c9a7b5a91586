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
 * A filter as a condition on `referrals`, with bound values. The grammar has no NOT, so SQL's NULL never makes a row
 * pass that the two-valued filter excludes.
 */
export function filterSql(filter: Filter | null): Sql {
  if (filter === null) return sql("true");
  switch (filter.kind) {
    case "term":
      return termSql(filter.field, filter.operator, filter.value);
    case "contains":
      // Cast to text: an ENUM column rejects values it does not contain.
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
