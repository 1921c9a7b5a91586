import {
  DATE_FIELDS,
  type DateField,
  type Field,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import type { Sql } from "./sql.ts";
import { temporalInstant, unlessNever, usualInstant } from "./sql-date.ts";
import { unreadableColumn } from "./sql-query.ts";

/** Where a field is found in a file: an expression, as text, or already as a date of the engine. */
export type Cell = { text: string; temporal: boolean };

/** A file as a relation of the engine. */
export type Source = {
  from: Sql;
  cells: ReadonlyMap<Field, Cell>;
  /** An expression: why a row is no record, 'blank' for nothing at all, NULL for a record. */
  refusal: string;
};

/**
 * Copies a source into the table `staged`, row by row in the order of the file: `refusal`, the six terms, each
 * date as a TIMESTAMP (NULL: never, or not read), and beside it the text that is not read yet.
 */
export function stageSql(source: Source): Sql {
  const terms = TERM_FIELDS.map((field) => termCell(source, field));
  const dates = DATE_FIELDS.map((field) => dateCells(source, field));
  const text = `CREATE OR REPLACE TABLE staged AS
  SELECT refusal, ${TERM_FIELDS.join(", ")}, ${DATE_FIELDS.map(readCells).join(", ")}
  FROM (SELECT (${source.refusal})::VARCHAR AS refusal, ${[...terms, ...dates].join(",\n")} FROM (${source.from.text}))`;
  return { text, values: source.from.values };
}

function termCell({ cells }: Source, field: TermField): string {
  return `(${cells.get(field)?.text ?? "NULL"})::VARCHAR AS ${field}`;
}

function dateCells({ cells }: Source, field: DateField): string {
  const { text, temporal } = cells.get(field) ?? { text: "NULL", temporal: false };
  const asText = `(${text})::VARCHAR`;
  return `${temporal ? temporalInstant(text) : usualInstant(asText)} AS ${field}, ${asText} AS ${unreadableColumn(field)}`;
}

function readCells(field: DateField): string {
  const text = unreadableColumn(field);
  return `${unlessNever(field)} AS ${field}, CASE WHEN ${field} IS NULL AND ${text} <> '' THEN ${text} END AS ${text}`;
}
