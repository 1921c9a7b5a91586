import { DAY_MS, dayOfInstant } from "#lib/calendar.ts";
import { type BucketColumn, type BucketTable, type Codes, codesFor } from "#partner-center/bucket-table.ts";
import { type Field, isDateField } from "#partner-center/fields.ts";
import type { GroupedQuery, Level, PageRange } from "#partner-center/query.ts";
import { NO_KEY, rangeOf } from "./bucket-order.ts";

/**
 * A group key: text; for a date an integer: days since 1970 (Monday of a week), or year × 12 + month − 1 for months; or
 * the place of a name. Null and `NO_KEY` are absence.
 */
export type KeyValue = string | number | null;

/** The keys of one field, bucket by bucket; with `names`, as places of these. */
export type KeyColumn = { keys: readonly KeyValue[] | Int32Array; names?: readonly string[] | undefined };

/** Buckets as columns, from the keys of each field of the query. */
export function bucketTable(
  { groupBy, level }: GroupedQuery,
  columns: readonly KeyColumn[],
  counts: Float64Array,
): BucketTable {
  const size = counts.length;
  return {
    size,
    counts,
    columns: groupBy.map((field, place) => {
      const { keys, names } = columns[place] as KeyColumn;
      const { codes, found } = (keys instanceof Int32Array && denselyCoded(keys)) || coded(keys);
      const textOf = (key: KeyValue) => (names ? names[Number(key)] : keyText(field, key, level));
      return { field, codes, values: found.map((key) => textOf(key) ?? null) };
    }),
  };
}

/** Keys as places among those that were found, in order of first appearance. */
type Coded = { codes: Codes; found: readonly KeyValue[] };

function coded(keys: KeyColumn["keys"]): Coded {
  const codeOf = new Map<KeyValue, number>();
  const wide = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as KeyValue;
    let code = codeOf.get(key);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(key, code);
    }
    wide[row] = code;
  }
  const codes = codesFor(codeOf.size, keys.length);
  codes.set(wide);
  return { codes, found: [...codeOf.keys()] };
}

/** The same with a table of possible keys, a quarter of the time; null where it would be large. */
function denselyCoded(keys: Int32Array): Coded | null {
  const { first, span } = rangeOf(keys);
  if (span > MOST_DENSE) return null;
  // From one: zero is not found yet.
  const known = new Uint32Array(span);
  const found: number[] = [];
  const codes = codesFor(span, keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as number;
    const rank = key === NO_KEY ? span - 1 : key - first;
    if (known[rank] === 0) known[rank] = found.push(key);
    codes[row] = (known[rank] as number) - 1;
  }
  return { codes, found };
}

/** As many keys as codes of two bytes tell apart. */
const MOST_DENSE = 0x1_0000;

function keyText(field: Field, key: KeyValue, level: Level): string | null {
  if (key === null || key === NO_KEY) return null;
  if (!isDateField(field)) return String(key);
  if (level !== "month") return dayOfInstant(Number(key) * DAY_MS);
  const [year, month] = [Math.floor(Number(key) / 12), (Number(key) % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}

/** A page of buckets as comma-separated JSON objects; empty without buckets. */
export function bucketRows(table: BucketTable, page: PageRange): Uint8Array[] {
  const rows = bucketText(table, page, "", "");
  return rows.length === 0 ? [] : [rows];
}

/**
 * A page of buckets as comma-separated JSON objects between two texts. Written here rather than in SQL, and as bytes in
 * one place rather than as text: each takes half the time.
 */
export function bucketText(
  { size, counts, columns }: BucketTable,
  { top, skip }: PageRange,
  before: string,
  after: string,
): Buffer {
  const rows = { first: skip, end: Math.max(skip, Math.min(size, skip + top)) };
  const pieces = columns.map((column, place) =>
    piecesOf(column, rows, place === 0 ? "{" : ",", place === columns.length - 1 ? COUNT : ""),
  );
  const [start, end] = [Buffer.from(before), Buffer.from(after)];
  let length = start.length + end.length;
  for (const { total } of pieces) length += total;
  for (let row = rows.first; row < rows.end; row += 1)
    length += digitsOf(counts[row] as number) + CLOSE.length;
  // The last has no comma.
  if (rows.first < rows.end) length -= 1;
  const written = Buffer.allocUnsafe(length + WORD);
  written.set(start);
  writeRows(written, start.length, rows, pieces, counts);
  written.set(end, length - end.length);
  return written.subarray(0, length);
}

type Rows = { first: number; end: number };

const COUNT = ',"referralCount":"';
const CLOSE = Buffer.from('"},');

/** What a column adds to rows, by code: a place in `bytes` and a length; `total` of all rows of the page. */
type Pieces = {
  codes: Codes;
  offsets: Uint32Array;
  lengths: Uint32Array;
  bytes: DataView;
  total: number;
};

/** Few distinct values occur in many buckets: each is written once, if it is on the page. */
function piecesOf({ field, codes, values }: BucketColumn, rows: Rows, open: string, close: string): Pieces {
  const [offsets, lengths] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const texts: Buffer[] = [];
  let [size, total] = [0, 0];
  for (let row = rows.first; row < rows.end; row += 1) {
    const code = codes[row] as number;
    if (lengths[code] === 0) {
      const value = JSON.stringify(answeredValue(field, values[code] ?? null));
      const text = Buffer.from(`${open}${JSON.stringify(field)}:${value}${close}`);
      texts.push(text);
      offsets[code] = size;
      lengths[code] = text.length;
      size += text.length;
    }
    total += lengths[code] as number;
  }
  const bytes = Buffer.concat(texts, size + WORD);
  return { codes, offsets, lengths, bytes: viewOf(bytes), total };
}

/**
 * Bytes are copied by eight, which takes a third of the time of `set` for so few; what that writes too far is written
 * over. As numbers, because those of 64 bits are slower: UTF-8, from the last byte, is never NaN, whose bits may change,
 * because no byte is 0xFF and 0x7F does not follow the first of several bytes.
 */
const WORD = 8;

function writeRows(
  written: Buffer,
  start: number,
  { first, end }: Rows,
  pieces: readonly Pieces[],
  counts: Float64Array,
): void {
  const target = viewOf(written);
  let at = start;
  for (let row = first; row < end; row += 1) {
    for (const { codes, offsets, lengths, bytes } of pieces) {
      const code = codes[row] as number;
      const [from, length] = [offsets[code] as number, lengths[code] as number];
      for (let done = 0; done < length; done += WORD)
        target.setFloat64(at + done, bytes.getFloat64(from + done, true), true);
      at += length;
    }
    at = writeNumber(written, at, counts[row] as number);
    // The comma behind the last is written over, or not part of the text.
    for (let place = 0; place < CLOSE.length; place += 1) written[at++] = CLOSE[place] as number;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** How many digits a whole number has. */
function digitsOf(number: number): number {
  let digits = 1;
  for (let power = 10; number >= power; power *= 10) digits += 1;
  return digits;
}

/** Writes a whole number; returns the place behind it. */
function writeNumber(written: Buffer, at: number, number: number): number {
  const end = at + digitsOf(number);
  let left = number;
  for (let place = end - 1; place >= at; place -= 1) {
    const tens = Math.floor(left / 10);
    written[place] = ZERO + left - 10 * tens;
    left = tens;
  }
  return end;
}

const ZERO = 48;

/** All buckets as columns in JSON: the values of each field once, their places, and the counts. */
export function bucketColumns({ counts, columns }: BucketTable): Buffer {
  const written = columns.map(({ field, codes, values }) => {
    const answered = JSON.stringify(values.map((value) => answeredValue(field, value)));
    return `{"field":${JSON.stringify(field)},"values":${answered},"codes":[${codes.join(",")}]}`;
  });
  return Buffer.from(`{"columns":[${written.join(",")}],"referralCounts":[${counts.join(",")}]}`);
}

function answeredValue(field: Field, value: string | null): string | null {
  return value !== null && isDateField(field) ? `${value}T00:00:00` : value;
}
