import type { DuckDBConnection } from "@duckdb/node-api";
import { DATE_FIELDS, type Field, type TermField } from "#partner-center/fields.ts";
import { columnsByField, readCsvHeader } from "./csv-header.ts";
import { quoteName, quoteText, type Sql, sql } from "./sql.ts";
import { type Cell, isNothing, type Source, type TypedSource } from "./staging.ts";
import { REPEATING_TERMS } from "./table-facts.ts";

const JSON_BLANKS = "' \t\r\n'";
/** Stands in a text now and then: then all is read row by row, which is slower and no less right. */
const NO_JSON = "',\\s*[}\\]]|:\\s*[+-]?(?i:nan|inf|infinity)\\s*[,}]'";

/** Escapes glob characters in a path. */
export function literalPath(path: string): string {
  return path.replaceAll(/[*?[]/g, "[$&]");
}

/** JSON lines, keys in any and even mixed spelling. */
export function jsonLinesSource(connection: DuckDBConnection, path: string): Promise<Source> {
  // A raw control character cannot occur in JSON, so as a delimiter it keeps lines whole.
  const lines = `SELECT line
    FROM read_csv(?, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '', header = false,
      auto_detect = false, strict_mode = false)`;
  return jsonSource(connection, sql(lines, literalPath(path)));
}

/** A JSON array of objects, on one line or many. */
export function jsonArraySource(connection: DuckDBConnection, path: string): Promise<Source> {
  const items = `SELECT coalesce(json, 'null')::VARCHAR AS line
    FROM read_json(?, format = 'array', records = false, columns = {'json': 'JSON'})`;
  return jsonSource(connection, sql(items, literalPath(path)));
}

async function jsonSource(connection: DuckDBConnection, items: Sql): Promise<Source> {
  const keys = await keysOf(connection, items);
  // An empty list is valid: read it as if it had an id.
  const columns = columnsByField(keys.length === 0 ? ["id"] : keys);
  const paths = [...columns.values()].flat().map((name) => quoteText(`$."${name}"`));
  // An object starts with a brace: checking the type would double the cost. Anything else fails here, also NaN and
  // trailing commas, which DuckDB would accept: the row reader counts and explains it.
  const from = `SELECT CASE WHEN starts_with(ltrim(line, ${JSON_BLANKS}), '{') AND NOT regexp_matches(line, ${NO_JSON})
    THEN json_extract_string(line, [${paths.join(", ")}]) ELSE error('no object: ' || line) END AS cells
    FROM (${items.text}) WHERE trim(line, ${JSON_BLANKS}) <> ''`;
  return { typed: null, from: { text: from, values: items.values }, names: keys, cells: listCells(columns) };
}

/** All keys of all objects: spellings may vary. */
async function keysOf(connection: DuckDBConnection, items: Sql): Promise<string[]> {
  const keys = `SELECT DISTINCT unnest(TRY(json_keys(line))) FROM (${items.text})`;
  const result = await connection.runAndReadAll(keys, [...items.values]);
  return result.getRows().map(([key]) => String(key));
}

/** Cells of a list, with an index for each spelling of each field, in the order of the map. */
function listCells(columns: ReadonlyMap<Field, readonly string[]>): Map<Field, Cell> {
  const cells = new Map<Field, Cell>();
  let place = 0;
  for (const [field, names] of columns) {
    const places = names.map(() => `cells[${++place}]`);
    // Of several the filled one counts.
    const filled = places.map((cell) => `nullif(trim(${cell}), '')`);
    const text = filled.length > 1 ? `coalesce(${[...filled, ...places].join(", ")})` : places.join();
    cells.set(field, { text, temporal: false });
  }
  return cells;
}

/**
 * CSV with a header, given the start of its text: one kind of line break, quotes by RFC 4180. Fails at the first line
 * that DuckDB rejects: collecting rejects costs gigabytes, and lines beyond its buffer would be lost silently.
 */
export function csvSource(path: string, start: string): Source {
  const { delimiter, names, columns } = readCsvHeader(start);
  const types = names.map((_, index) => `'c${index}': 'VARCHAR'`).join(", ");
  const text = `SELECT * FROM read_csv(?, columns = {${types}}, delim = '${delimiter}', quote = '"', escape = '"',
    header = true, auto_detect = false, strict_mode = true)`;
  const cells = new Map(
    [...columns].map(([field, index]) => [field, { text: `c${index}`, temporal: false }]),
  );
  return { typed: null, from: sql(text, literalPath(path)), names, cells };
}

/** The rows of a Parquet file; older writers do not mark their texts as UTF-8. */
export const PARQUET_ROWS = "read_parquet(?, binary_as_string = true)";

/** A cell of Parquet as text: whole numbers without a fraction, JSON texts without quotes, lists as their items. */
export function parquetText(column: string, type: string): string {
  if (/^(DOUBLE|FLOAT)$/.test(type))
    return `CASE WHEN ${column} = trunc(${column}) AND abs(${column}) < ${Number.MAX_SAFE_INTEGER}
      THEN ${column}::BIGINT::VARCHAR ELSE ${column}::VARCHAR END`;
  if (type.startsWith("DECIMAL")) return `regexp_replace(${column}::VARCHAR, '\\.0+$', '')`;
  if (type === "JSON") return `json_extract_string(${column}, '$')`;
  return type.endsWith("[]") ? `array_to_string(${column}::VARCHAR[], '; ')` : `${column}::VARCHAR`;
}

/**
 * Parquet; dates as text, DATE or TIMESTAMP, other columns as text. Null where two columns are for one field: each
 * row chooses.
 */
export async function parquetSource(connection: DuckDBConnection, path: string): Promise<Source | null> {
  const from = sql(`SELECT * FROM ${PARQUET_ROWS}`, literalPath(path));
  const described = await connection.runAndReadAll(`DESCRIBE ${from.text}`, [...from.values]);
  const types = new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
  const cells = new Map<Field, Cell>();
  for (const [field, [name = "", other]] of columnsByField([...types.keys()])) {
    if (other !== undefined) return null;
    const [column, type] = [quoteName(name), types.get(name) ?? ""];
    const temporal = /^(DATE|TIMESTAMP)/.test(type);
    cells.set(field, { text: temporal ? column : parquetText(column, type), temporal });
  }
  return { typed: await typedSource(connection, path, cells), from, names: [...types.keys()], cells };
}

/** Null where a date is text, or a column has the name of the row numbers. */
async function typedSource(
  connection: DuckDBConnection,
  path: string,
  cells: ReadonlyMap<Field, Cell>,
): Promise<TypedSource | null> {
  if (DATE_FIELDS.some((field) => cells.get(field)?.temporal === false)) return null;
  const rows = `read_parquet(${quoteText(literalPath(path))}, binary_as_string = true, file_row_number = true)`;
  const plain = new Set<TermField>();
  for (const field of REPEATING_TERMS) {
    const cell = cells.get(field)?.text ?? "NULL";
    const found = await connection.runAndReadAll(
      `SELECT count(*) = 0 FROM (SELECT DISTINCT (${cell})::VARCHAR AS cell FROM ${rows}) WHERE ${isNothing("cell")}`,
    );
    if (found.getRows()[0]?.[0] === true) plain.add(field);
  }
  return { text: `SELECT *, file_row_number AS rowid FROM ${rows}`, plain };
}
