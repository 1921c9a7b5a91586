import type { RecordTable } from "#partner-center/record-table.ts";

/** Row numbers of a record table; ascending unless sorted. */
export type Rows = Uint32Array;

export function allRows({ size }: RecordTable): Rows {
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) rows[row] = row;
  return rows;
}

/** The rows that pass a test, in order. */
export function filterRows(rows: Rows, passes: (row: number) => boolean): Rows {
  const kept = new Uint32Array(rows.length);
  let size = 0;
  for (const row of rows) if (passes(row)) kept[size++] = row;
  return kept.slice(0, size);
}

/** Splits rows by `placeOf` (below `count`), keeping their order; -1 leaves a row out. */
export function partition(rows: Rows, count: number, placeOf: (row: number) => number): Rows[] {
  const places = Int32Array.from(rows, placeOf);
  const sizes = new Uint32Array(count);
  for (const place of places) if (place >= 0) sizes[place] = (sizes[place] as number) + 1;
  const parts = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(count);
  for (const [index, place] of places.entries()) {
    if (place < 0) continue;
    const at = filled[place] as number;
    (parts[place] as Rows)[at] = rows[index] as number;
    filled[place] = at + 1;
  }
  return parts;
}

/** Dictionary-encoded texts without repeats: row i has `values[codes[i]]`. */
export type CodedTexts = { codes: Uint32Array; values: readonly string[] };

type Texts = { codes: Uint32Array; values: readonly (string | null)[] };

/** Maps the dictionary of a column; texts that become equal are merged. */
export function rename({ codes, values }: Texts, nameOf: (text: string | null) => string): CodedTexts {
  const known = new Map<string, number>();
  const renamed = Uint32Array.from(values, (value) => {
    const name = nameOf(value);
    const code = known.get(name) ?? known.size;
    known.set(name, code);
    return code;
  });
  return { codes: codes.map((code) => renamed[code] as number), values: [...known.keys()] };
}
