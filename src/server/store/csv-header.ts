import type { Field } from "#partner-center/fields.ts";
import { columnsByField } from "./column-names.ts";

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The header of a CSV file: delimiter, column names, and the fields they match. */
export type CsvHeader = { delimiter: Delimiter; names: readonly string[]; columns: Map<Field, number> };

/** Parses the header of a CSV text; the delimiter is the one that finds most fields. */
export function readCsvHeader(start: string): CsvHeader {
  const [comma, ...others] = DELIMITERS.map((delimiter) => headerWith(start, delimiter));
  return others.reduce(
    (best, next) => (next.columns.size > best.columns.size ? next : best),
    comma as CsvHeader,
  );
}

function headerWith(start: string, delimiter: Delimiter): CsvHeader {
  const names = firstRecord(start.replace(/^\uFEFF/, ""), delimiter);
  const columns = new Map<Field, number>();
  for (const [field, spellings] of columnsByField(names))
    columns.set(field, names.indexOf(spellings[0] ?? ""));
  return { delimiter, names, columns };
}

/** The cells of the first record (RFC 4180); a quoted cell may contain delimiters, line breaks and doubled quotes. */
function firstRecord(text: string, delimiter: Delimiter): string[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|\\r|$)`, "y");
  const cells: string[] = [];
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== delimiter) break;
  }
  return cells;
}
