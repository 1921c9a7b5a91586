import { comparedText, type ExtraFilter } from "#config/extra-filter.ts";
import { EXTRA_FIELDS, type ExtraField, extraTypeOf } from "#files/records/extra-fields.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { joinSql, type Sql, sql, timestamp } from "./sql.ts";
import type { TableFacts } from "./table-facts.ts";

const COMPARISONS: Record<DateOperator, string> = {
  eq: "=",
  ne: "<>",
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
      return comparison(
        filter.field,
        filter.operator,
        sql("?::TIMESTAMP", timestamp(filter.instant)),
        filter.field,
      );
    case "date-null":
      return nullSql(filter.field, filter.operator);
    default:
      return bracketed(joinSql(filter.operands.map(filterSql), ` ${filter.kind.toUpperCase()} `));
  }
}

function termSql(field: string, operator: "eq" | "ne", value: string | null): Sql {
  if (value === null) return nullSql(field, operator);
  return comparison(`${field}::VARCHAR`, operator, sql("?::VARCHAR", value), field);
}

/**
 * DuckDB 1.5 finds no row for `a = 1 OR a IS DISTINCT FROM 2` where all of `a` is NULL, hence two conditions for "is not".
 */
function comparison(left: string, operator: DateOperator, right: Sql, field: string): Sql {
  const compared = { text: `${left} ${COMPARISONS[operator]} ${right.text}`, values: right.values };
  if (operator !== "ne") return compared;
  return { text: `(${field} IS NULL OR ${compared.text})`, values: compared.values };
}

function nullSql(field: string, operator: "eq" | "ne"): Sql {
  return sql(`${field} IS ${operator === "eq" ? "NULL" : "NOT NULL"}`);
}

function bracketed({ text, values }: Sql): Sql {
  return { text: `(${text})`, values };
}

/** A filter of fields beside the sixteen as a condition over `referrals`, with bound values. */
export function extraFilterSql(extraFilter: ExtraFilter, { extras }: Pick<TableFacts, "extras">): Sql {
  if (extraFilter.length === 0) return sql("true");
  const parts = extraFilter.map(({ fields, values }) => {
    const known = EXTRA_FIELDS.filter((field) => fields.includes(field) && extras.includes(field));
    return anySql(known, fields, values);
  });
  return joinSql(parts, " AND ");
}

/** A field that no referral has is one without a value. */
function anySql(known: readonly ExtraField[], fields: readonly string[], values: readonly string[]): Sql {
  const [first] = known;
  if (first === undefined) return sql(values.includes("") ? "true" : "false");
  const wanted = joinSql(
    values.map((value) => sql("?::VARCHAR", comparedText(first, value))),
    ", ",
  );
  if (extraTypeOf(first) === "list") {
    const none = values.includes("") ? ` OR coalesce(len(${first}), 0) = 0` : "";
    return { text: `(list_has_any(coalesce(${first}, []), [${wanted.text}])${none})`, values: wanted.values };
  }
  const inOrder = known.toSorted((a, b) => fields.indexOf(a) - fields.indexOf(b));
  const text = `coalesce(${inOrder.map((field) => `nullif(${field}::VARCHAR, '')`).join(", ")}, '')`;
  const compared = first === "currency" ? `upper(${text})` : text;
  return { text: `${compared} IN (${wanted.text})`, values: wanted.values };
}
