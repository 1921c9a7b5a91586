import type { DuckDBConnection } from "@duckdb/node-api";
import {
  CHOICE_EXTRAS,
  choicesOf,
  EXTRA_FIELDS,
  type ExtraCount,
  type ExtraField,
  extraTypeOf,
  MAX_CHOICES,
} from "#files/records/extra-fields.ts";
import { jsonValue, type Member, orNull } from "./sql-json.ts";

/** The additional fields in the JSON column of `staged`, if there is one. */
export async function stagedExtras(connection: DuckDBConnection): Promise<ExtraField[]> {
  const columns = await connection.runAndReadAll("DESCRIBE staged");
  if (!columns.getRows().some(([name]) => name === "extra")) return [];
  const keys = await connection.runAndReadAll("SELECT DISTINCT unnest(json_keys(extra)) FROM staged");
  const found = new Set(keys.getRows().map(([key]) => key));
  return EXTRA_FIELDS.filter((field) => found.has(field));
}

const TYPES = { text: "VARCHAR", list: "VARCHAR[]", amount: "DOUBLE", instant: "BIGINT" } as const;

/** `staged` with its rowids as `place` and its additional fields as the struct `told`: one parse per row, whose memory DuckDB keeps per expression. */
export function stagedWithExtras(extras: readonly ExtraField[]): string {
  if (extras.length === 0) return "(SELECT *, rowid AS place FROM staged) AS staged";
  const types = Object.fromEntries(extras.map((field) => [field, TYPES[extraTypeOf(field)]]));
  return `(SELECT *, rowid AS place, from_json(extra, '${JSON.stringify(types)}') AS told FROM staged) AS staged`;
}

/** A column of `referrals` for an additional field: VARCHAR, VARCHAR[], DOUBLE, or TIMESTAMP in UTC. */
export function extraColumn(field: ExtraField): string {
  const value = `told.${field}`;
  return `${extraTypeOf(field) === "instant" ? `make_timestamp(${value} * 1000)` : value} AS ${field}`;
}

/** How many referrals have each additional field. */
export async function countExtras(
  connection: DuckDBConnection,
  fields: readonly ExtraField[],
): Promise<ExtraCount[]> {
  if (fields.length === 0) return [];
  const counts = fields.map((field) => `count(${field})::INTEGER`).join(", ");
  const [row] = (await connection.runAndReadAll(`SELECT ${counts} FROM referrals`)).getRows();
  const counted: ExtraCount[] = [];
  for (const [place, field] of fields.entries()) {
    const values = CHOICE_EXTRAS.has(field) ? await choices(connection, field) : null;
    const type = extraTypeOf(field);
    counted.push({ field, type, count: Number(row?.[place]), ...(values?.length && { values }) });
  }
  return counted;
}

/** How many referrals have each value of a field, of a list each entry. */
async function choices(
  connection: DuckDBConnection,
  field: ExtraField,
): Promise<ExtraCount["values"] | null> {
  const each = extraTypeOf(field) === "list" ? `unnest(list_distinct(${field}))` : field;
  const found = await connection.runAndReadAll(
    `SELECT value, count(*)::INTEGER FROM (SELECT ${each} AS value FROM referrals) WHERE value IS NOT NULL
    GROUP BY value LIMIT ${MAX_CHOICES + 1}`,
  );
  return choicesOf(new Map(found.getRows().map(([value, count]) => [String(value), Number(count)])));
}

/** An additional field in JSON: text, list of texts, number, or instant in ms since 1970 UTC. */
export function extraMember(field: ExtraField): Member {
  const value = extraTypeOf(field) === "instant" ? `epoch_ms(${field})` : field;
  return { name: field, value: jsonValue(orNull(`to_json(${value})::VARCHAR`)) };
}
