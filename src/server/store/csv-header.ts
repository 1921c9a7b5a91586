import { FIELDS, type Field } from "#partner-center/fields.ts";

const BY_PLAIN_NAME = new Map<string, Field>(FIELDS.map((field) => [field.toLowerCase(), field]));

/** The field of a column name, ignoring case, spaces, `_` and `-`; null for an unknown one. */
export function fieldOfColumn(name: string): Field | null {
  return BY_PLAIN_NAME.get(name.toLowerCase().replaceAll(/[\s_-]/g, "")) ?? null;
}

/** The names that match each field, the exact spelling first. */
export function columnsByField(names: readonly string[]): Map<Field, string[]> {
  const found = new Map<Field, string[]>();
  for (const name of names) {
    const field = fieldOfColumn(name);
    if (field === null) continue;
    const known = found.get(field) ?? [];
    found.set(field, name === field ? [name, ...known] : [...known, name]);
  }
  return found;
}

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
