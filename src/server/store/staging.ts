import {
  DATE_FIELDS,
  type DateField,
  FIELDS,
  type Field,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import type { Sql } from "./sql.ts";
import { temporalInstant, unlessNever, usualInstant } from "./sql-date.ts";
import { unreadableColumn } from "./table-facts.ts";

const NOTHING = "'null', 'n/a', '#n/a', 'nan', 'nat', 'none', '-', '\\N', '<na>'".toLowerCase();

/** How to get a field from a file: an expression, as text or a DuckDB date. */
export type Cell = { text: string; temporal: boolean };

/** A file as a relation. */
export type Source = {
  from: Sql;
  /** The names of its columns or keys, as written. */
  names: readonly string[];
  cells: ReadonlyMap<Field, Cell>;
};

/**
 * Copies a source into the table `staged` in file order: the six text fields, each date as a TIMESTAMP (NULL: never or
 * unparsed), and its unparsed text.
 */
export function stageSql(source: Source): Sql {
  const texts = FIELDS.map((field) => `${cellOf(source, field).text} AS ${field}Cell`);
  const text = `CREATE OR REPLACE TABLE staged AS
  SELECT ${TERM_FIELDS.join(", ")}, ${DATE_FIELDS.map(readCells).join(", ")} FROM (
    SELECT ${TERM_FIELDS.map(termCell).join(", ")}, ${DATE_FIELDS.map((field) => dateCells(source, field)).join(", ")}
    FROM (SELECT ${texts.join(", ")} FROM (${source.from.text})))`;
  return { text, values: source.from.values };
}

function cellOf({ cells }: Source, field: Field): Cell {
  return cells.get(field) ?? { text: "NULL::VARCHAR", temporal: false };
}

/** Placeholders for null become null; the longest has four letters. */
function termCell(field: TermField): string {
  const cell = `${field}Cell::VARCHAR`;
  return `CASE WHEN length(${cell}) <= 4 AND list_contains([${NOTHING}], lower(trim(${cell}))) THEN NULL ELSE ${cell} END AS ${field}`;
}

function dateCells(source: Source, field: DateField): string {
  const cell = `${field}Cell`;
  if (!cellOf(source, field).temporal)
    return `${usualInstant(`${cell}::VARCHAR`)} AS ${field}, ${cell}::VARCHAR AS ${unreadableColumn(field)}`;
  const instant = temporalInstant(cell);
  // Only unparsed values are converted to text.
  return `${instant} AS ${field}, CASE WHEN ${instant} IS NULL THEN ${cell}::VARCHAR END AS ${unreadableColumn(field)}`;
}

function readCells(field: DateField): string {
  const text = unreadableColumn(field);
  return `${unlessNever(field)} AS ${field}, CASE WHEN ${field} IS NULL AND ${text} <> '' THEN ${text} END AS ${text}`;
}
