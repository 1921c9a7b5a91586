import { FIELDS, type Field, isDateField, type TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { PageRange } from "#partner-center/query.ts";
import { bucketTable, type KeyValue } from "../store/bucket-json.ts";
import { OverloadError } from "../store/overload.ts";
import type { BucketPage, Buckets, StoreResult } from "../store/store.ts";
import { type CodedKeys, codedKeys } from "./coded-keys.ts";
import type { Columns } from "./columns.ts";
import type { ClickHouse, ResultRow } from "./connect.ts";
import {
  boundOf,
  bucketTotal,
  groupedPage,
  keysOf,
  recordFields,
  recordPage,
  recordTotal,
  type Statement,
  valuesOfField,
} from "./queries.ts";

/** Rows up to which a page is bounded by its least date first: sorting by all fields takes several times as long. */
const MAX_BOUNDED = 100_000;

/** Values of a field up to which each has a code, and their bytes in the address: proxies take 8 kB or more in all. */
const MAX_CODED = 250;
const MAX_CODED_BYTES = 3000;
const BYTES_BESIDE = "&param_p100=".length;

/** A server, what is known of its table, and what ends the query. */
export type Connected = {
  clickHouse: ClickHouse;
  columns: Columns;
  signal: AbortSignal | undefined;
  /** The values of fields as far as they were looked up; null for too many. */
  values: Map<TermField, readonly string[] | null>;
};

/** A page of buckets. @throws OverloadError */
export async function groupedFrom(connected: Connected, { query, page }: BucketPage): Promise<Buckets> {
  const { columns, clickHouse } = connected;
  const coded = clickHouse.hasWindows
    ? await codedKeys(query, columns, (field) => valuesOf(connected, field))
    : null;
  const found = coded && (await groupedByCodes(connected, coded, { query, page }));
  if (found) return found;
  const rows = await run(connected, groupedPage(query, page, columns, clickHouse));
  const present = keysOf(query, columns).map(({ field }) => field);
  const keys = query.groupBy.map((field) => {
    const place = present.indexOf(field);
    return { keys: rows.map((row) => keyAt(row, place, field)) };
  });
  const count = present.length;
  const total = () => numberFrom(connected, bucketTotal(query, columns, clickHouse.table));
  const counted = rows[0]?.[count + 1];
  const totalCount = counted === undefined ? (countedBy(rows, page) ?? (await total())) : Number(counted);
  const counts = Float64Array.from(rows, (row) => Number(row[count]));
  return { table: bucketTable(query, keys, counts), totalCount };
}

/** Null where a value came that has no code yet, or where the page has no row that tells it. */
async function groupedByCodes(
  connected: Connected,
  coded: CodedKeys,
  { query, page }: Pick<BucketPage, "query" | "page">,
): Promise<Buckets | null> {
  const rows = await run(connected, coded.page(page, connected.clickHouse.table));
  const [, , total, least] = (rows[0] ?? []).map(Number);
  if (total === undefined || least === undefined) return null;
  if (least < 0) {
    for (const field of query.groupBy) connected.values.delete(field as TermField);
    return null;
  }
  const keys = query.groupBy.map((_, place) => ({
    keys: rows.map(([bucket]) => coded.valueAt(Number(bucket), place)),
  }));
  const counts = Float64Array.from(rows, ([, count]) => Number(count));
  return { table: bucketTable(query, keys, counts), totalCount: total };
}

async function valuesOf(connected: Connected, field: TermField): Promise<readonly string[] | null> {
  const { values, columns, clickHouse } = connected;
  const known = values.get(field);
  if (known !== undefined) return known;
  const rows = await run(connected, valuesOfField(field, MAX_CODED, columns, clickHouse.table));
  const found = rows.map(([value]) => String(value)).toSorted(byBytes);
  const bytes = found.reduce((sum, value) => sum + BYTES_BESIDE + encodeURIComponent(value).length, 0);
  const few = found.length > MAX_CODED || bytes > MAX_CODED_BYTES ? null : found;
  values.set(field, few);
  return few;
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** A page of records, each written by `write`. @throws OverloadError */
export async function recordsFrom(
  connected: Connected,
  filter: Filter | null,
  page: PageRange,
  write: WriteRecord,
): Promise<StoreResult> {
  const {
    columns,
    clickHouse: { table },
  } = connected;
  const since = await bound(connected, filter, page);
  const found = await run(connected, recordPage(filter, page, columns, table, since));
  // Rows that went meanwhile: the bound was another page's.
  const isShort = since !== null && found.length < page.top;
  const rows = isShort ? await run(connected, recordPage(filter, page, columns, table)) : found;
  const fields = recordFields(columns);
  const objects = rows.map((row) => write((field) => cellOf(row, fields.indexOf(field), field)));
  const total = () => numberFrom(connected, recordTotal(filter, columns, table));
  return {
    rows: objects.length === 0 ? [] : [Buffer.from(objects.join(","))],
    totalCount: countedBy(rows, page) ?? (await total()),
  };
}

async function bound(
  connected: Connected,
  filter: Filter | null,
  { top, skip }: PageRange,
): Promise<number | null> {
  const {
    columns,
    clickHouse: { table },
  } = connected;
  if (top === 0 || skip + top > MAX_BOUNDED) return null;
  const [row] = await run(connected, boundOf(filter, skip + top, columns, table));
  const [least, rows, dated] = row ?? [];
  return Number(rows) === skip + top && Number(dated) === Number(rows) ? Number(least) : null;
}

function run({ clickHouse, signal }: Connected, { text, values }: Statement): Promise<ResultRow[]> {
  return clickHouse.rows(text, values, signal);
}

async function numberFrom(connected: Connected, statement: Statement): Promise<number> {
  const [row] = await run(connected, statement);
  // Some limits of a profile leave even a count without its row.
  if (row === undefined) throw new OverloadError("engine-failed");
  return Number(row[0]);
}

/** A record as JSON, from the text of each field. */
export type WriteRecord = (cell: (field: Field) => string | null) => string;

export const wholeRecord: WriteRecord = (cell) =>
  JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, cell(field)])));

/** A page that is not full tells how many rows there are; null for one that is, or begins behind them. */
function countedBy(rows: readonly ResultRow[], { top, skip }: PageRange): number | null {
  return rows.length < top && (rows.length > 0 || skip === 0) ? skip + rows.length : null;
}

/** 64-bit numbers may come as texts. */
function keyAt(row: ResultRow, place: number, field: Field): KeyValue {
  const value = row[place] ?? null;
  if (value === null) return null;
  return isDateField(field) ? Number(value) : String(value);
}

function cellOf(row: ResultRow, place: number, field: Field): string | null {
  const value = row[place] ?? null;
  if (value === null) return null;
  return isDateField(field) ? printInstant(Number(value)) : String(value);
}
