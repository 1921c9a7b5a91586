import type { Field } from "./fields.ts";

export type Codes = Uint16Array | Uint32Array;

/** Dictionary-encoded keys: row i has `values[codes[i]]`, values in order of first appearance. Null is absence. */
export type BucketColumn = { field: Field; codes: Codes; values: readonly (string | null)[] };

/**
 * Buckets as columns, one per group field in the order of the query, with their referral counts. A date is the first
 * UTC day of its bucket, `YYYY-MM-DD`. Keys may repeat, and a count may be 0.
 */
export type BucketTable = { size: number; counts: Float64Array; columns: readonly BucketColumn[] };

/** The smallest typed array for the codes of so many values and rows. */
export function codesFor(values: number, rows: number): Codes {
  return values <= 0x1_0000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** Concatenates the pages of a response, merging dictionaries. A single page is returned as it is. */
export function joinBuckets(pages: readonly [BucketTable, ...BucketTable[]]): BucketTable {
  const [first, ...others] = pages;
  if (others.length === 0) return first;
  const size = pages.reduce((sum, page) => sum + page.size, 0);
  const counts = new Float64Array(size);
  placed(pages, (page, start) => counts.set(page.counts, start));
  return { size, counts, columns: first.columns.map((column, at) => joinedColumn(pages, column.field, at)) };
}

function placed(pages: readonly BucketTable[], place: (page: BucketTable, start: number) => void): number {
  return pages.reduce((start, page) => {
    place(page, start);
    return start + page.size;
  }, 0);
}

function joinedColumn(pages: readonly BucketTable[], field: Field, at: number): BucketColumn {
  // A Map, because keys are data: "__proto__" is a valid one.
  const seen = new Map<string | null, number>();
  for (const page of pages)
    for (const value of page.columns[at]?.values ?? []) if (!seen.has(value)) seen.set(value, seen.size);
  const codes = codesFor(
    seen.size,
    pages.reduce((sum, page) => sum + page.size, 0),
  );
  placed(pages, (page, start) => {
    const column = page.columns[at];
    if (column === undefined) return;
    const newCodes = column.values.map((value) => seen.get(value) ?? 0);
    for (let row = 0; row < page.size; row++)
      codes[start + row] = newCodes[column.codes[row] as number] as number;
  });
  return { field, codes, values: [...seen.keys()] };
}

/** Whether two pages have equal rows in the same order. */
export function sameBuckets(a: BucketTable, b: BucketTable): boolean {
  return (
    a.size === b.size &&
    sameItems(a.counts, b.counts) &&
    a.columns.every((column, at) => {
      const other = b.columns[at];
      return (
        other !== undefined && sameItems(column.codes, other.codes) && sameItems(column.values, other.values)
      );
    })
  );
}

function sameItems(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
