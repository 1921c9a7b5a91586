import type { Field } from "#partner-center/fields.ts";
import { groupRows } from "./group-rows.ts";

export type Codes = Uint16Array | Uint32Array;

/** A key of every row: row i has `values[codes[i]]`. Null is a value; every value occurs in some row, once listed. */
export type Column = { field: Field; codes: Codes; values: readonly (string | null)[] };

/** Counts by keys, in columns. No two rows have the same keys, and no count is 0. */
export type Table = { size: number; counts: Float64Array; columns: readonly Column[] };

/** A column from the keys of its rows; the dictionary is in the order of first appearance. */
export function encode(field: Field, keys: readonly (string | null)[]): Column {
  // A Map, because keys are data: "__proto__" must be a text like any other.
  const seen = new Map<string | null, number>();
  for (const key of keys) if (!seen.has(key)) seen.set(key, seen.size);
  const codes = codesFor(seen.size, keys.length);
  keys.forEach((key, row) => {
    codes[row] = seen.get(key) ?? 0;
  });
  return { field, codes, values: [...seen.keys()] };
}

/** The same rows with every value of the dictionary replaced; values that become equal become one. */
export function mapValues(column: Column, replace: (value: string | null) => string | null): Column {
  const replaced = encode(column.field, column.values.map(replace));
  const codes = codesFor(replaced.values.length, column.codes.length);
  for (let row = 0; row < codes.length; row++)
    codes[row] = replaced.codes[column.codes[row] as number] as number;
  return { field: column.field, codes, values: replaced.values };
}

/** Adds up the rows that have the same key in all of these columns (of equal length). */
export function regroup(columns: readonly Column[], counts: Float64Array): Table {
  const { firstRows, groupOfRow } = groupRows(columns, counts.length);
  const sums = new Float64Array(firstRows.length);
  for (let row = 0; row < counts.length; row++)
    sums[groupOfRow[row] as number] = (sums[groupOfRow[row] as number] as number) + (counts[row] as number);
  return { size: sums.length, counts: sums, columns: columns.map((column) => pick(column, firstRows)) };
}

/** These rows of a column, its dictionary cut down to what occurs in them. */
export function pick(column: Column, rows: Uint32Array): Column {
  const newCodes = new Int32Array(column.values.length).fill(-1);
  const values: (string | null)[] = [];
  for (const row of rows) {
    const code = column.codes[row] as number;
    if (newCodes[code] === -1) newCodes[code] = values.push(column.values[code] ?? null) - 1;
  }
  const codes = codesFor(values.length, rows.length);
  for (let at = 0; at < rows.length; at++)
    codes[at] = newCodes[column.codes[rows[at] as number] as number] as number;
  return { field: column.field, codes, values };
}

/** Room for the codes of so many rows, as narrow as so many values allow. */
export function codesFor(values: number, rows: number): Codes {
  return values <= 0x1_0000 ? new Uint16Array(rows) : new Uint32Array(rows);
}
