import { comparedText, type ExtraFilter } from "#config/extra-filter.ts";
import { EXTRA_FIELDS, type ExtraField, extraTypeOf } from "#files/records/extra-fields.ts";
import { joinSql, type Sql, sql } from "./sql.ts";
import type { TableFacts } from "./table-facts.ts";

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
