import { type BucketColumn, type Codes, codesFor } from "#partner-center/bucket-table.ts";
import type { Field } from "#partner-center/fields.ts";

/** Groups in order of first appearance: the first row of each group, and the group of each row. */
type Groups = { firstRows: Uint32Array; groupOfRow: Uint32Array };

/** Integer keys below `radix`, equal for rows with equal codes. */
type Keys = { keys: Float64Array; radix: number };

// Up to here an array with a slot per possible key (4 MB) is faster than a hash table.
const DENSE_RADIX = 1 << 20;

/** Groups the rows that have equal codes in all columns, each of which has `size` rows. */
function groupRows(columns: readonly BucketColumn[], size: number): Groups {
  return numbered(columns.reduce(withColumn, { keys: new Float64Array(size), radix: 1 }));
}

function withColumn(before: Keys, { codes, values }: BucketColumn): Keys {
  const base = Math.max(values.length, 1);
  const { keys, radix } = before.radix * base > Number.MAX_SAFE_INTEGER ? compressed(before) : before;
  for (let row = 0; row < keys.length; row++)
    keys[row] = (keys[row] as number) * base + (codes[row] as number);
  return { keys, radix: radix * base };
}

function compressed(keys: Keys): Keys {
  const { groupOfRow, firstRows } = numbered(keys);
  return { keys: Float64Array.from(groupOfRow), radix: firstRows.length };
}

function numbered(keys: Keys): Groups {
  return keys.radix <= DENSE_RADIX ? numberedBySlot(keys) : numberedByHash(keys.keys);
}

function numberedBySlot({ keys, radix }: Keys): Groups {
  const groupAt = new Uint32Array(radix); // 0 is free, else group + 1
  const groupOfRow = new Uint32Array(keys.length);
  const firstRows = new Uint32Array(keys.length);
  let groups = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (groupAt[key] === 0) {
      firstRows[groups] = row;
      groupAt[key] = ++groups;
    }
    groupOfRow[row] = (groupAt[key] as number) - 1;
  }
  return { firstRows: firstRows.slice(0, groups), groupOfRow };
}

function numberedByHash(keys: Float64Array): Groups {
  const mask = 2 ** Math.ceil(Math.log2(keys.length * 2 + 1)) - 1;
  const groupAt = new Uint32Array(mask + 1); // open addressing: 0 is free, else group + 1
  const groupOfRow = new Uint32Array(keys.length);
  const firstRows = new Uint32Array(keys.length);
  let groups = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    let at = hash(key) & mask;
    while (groupAt[at] !== 0 && keys[firstRows[(groupAt[at] as number) - 1] as number] !== key)
      at = (at + 1) & mask;
    if (groupAt[at] === 0) {
      firstRows[groups] = row;
      groupAt[at] = ++groups;
    }
    groupOfRow[row] = (groupAt[at] as number) - 1;
  }
  return { firstRows: firstRows.slice(0, groups), groupOfRow };
}

// Keys are integers up to 2^53: both halves are mixed with the odd constants of MurmurHash3.
function hash(key: number): number {
  const mixed = Math.imul(key | 0, 0x85ebca6b) ^ Math.imul((key / 0x1_0000_0000) | 0, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** A key per row. Each dictionary value is distinct and occurs in some row. */
export type CubeColumn = BucketColumn;

/** Counts by keys, in columns. Rows have distinct keys and counts above 0. */
export type Table = { size: number; counts: Float64Array; columns: readonly CubeColumn[] };

/** A column from the keys of its rows; the dictionary is in order of first appearance. */
export function encodeColumn(field: Field, keys: readonly (string | null)[]): CubeColumn {
  // A Map, because keys are data: "__proto__" is a valid one.
  const seen = new Map<string | null, number>();
  const codes = new Uint32Array(keys.length);
  keys.forEach((key, row) => {
    const code = seen.get(key) ?? seen.size;
    if (code === seen.size) seen.set(key, code);
    codes[row] = code;
  });
  const narrow = codesFor(seen.size, keys.length);
  narrow.set(codes);
  return { field, codes: narrow, values: [...seen.keys()] };
}

/** Maps the dictionary; values that become equal are merged. */
export function mapValues(column: CubeColumn, replace: (value: string | null) => string | null): CubeColumn {
  const { codes, values } = encodeColumn(column.field, column.values.map(replace));
  return { field: column.field, codes: recoded(column.codes, codes, values.length), values };
}

/**
 * Adds up rows with equal keys in all columns. Columns and counts have equal length; unused dictionary values are
 * dropped.
 */
export function regroup(columns: readonly CubeColumn[], counts: Float64Array): Table {
  const { firstRows, groupOfRow } = groupRows(columns, counts.length);
  const size = firstRows.length;
  // All rows are distinct: nothing to add, nothing to copy.
  if (size === counts.length) return { size, counts, columns: columns.map(withoutUnused) };
  const sums = new Float64Array(size);
  for (let row = 0; row < counts.length; row++)
    sums[groupOfRow[row] as number] = (sums[groupOfRow[row] as number] as number) + (counts[row] as number);
  return { size, counts: sums, columns: columns.map((column) => withoutUnused(pick(column, firstRows))) };
}

/** These rows of a column, in their order; the dictionary is kept whole. */
export function pick({ field, codes, values }: CubeColumn, rows: Uint32Array): CubeColumn {
  const picked = codes instanceof Uint16Array ? new Uint16Array(rows.length) : new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = codes[rows[at] as number] as number;
  return { field, codes: picked, values };
}

function withoutUnused({ field, codes, values }: CubeColumn): CubeColumn {
  const used = new Uint8Array(values.length);
  for (let row = 0; row < codes.length; row++) used[codes[row] as number] = 1;
  if (!used.includes(0)) return { field, codes, values };
  const kept = values.filter((_, code) => used[code] === 1);
  let next = 0;
  const newCodes = Uint32Array.from(used, (use) => (use === 1 ? next++ : 0));
  return { field, codes: recoded(codes, newCodes, kept.length), values: kept };
}

function recoded(codes: Codes, newCodes: Codes, values: number): Codes {
  const result = codesFor(values, codes.length);
  for (let row = 0; row < codes.length; row++) result[row] = newCodes[codes[row] as number] as number;
  return result;
}
