import { bucketStart, dayOfInstant } from "#lib/calendar.ts";
import { type BucketColumn, type BucketTable, codesFor } from "./bucket-table.ts";
import { badShape } from "./errors.ts";
import { type Field, fieldNamed, isDateField } from "./fields.ts";
import { readInstant } from "./instant.ts";
import { isObject } from "./json.ts";
import type { GroupedQuery, Level } from "./query.ts";

/** What a response column is: a key by its index in the query, a count, or unknown. */
type Role = number | "count" | "other-count" | "unknown";

/** Alternative spelling of a missing value. */
const NO_VALUE = "UNKNOWN";

/** A value for an error message; nested ones are not printed. */
function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return JSON.stringify(typeof value === "string" ? value.slice(0, 60) : value);
}

function roleOf(column: string, groupBy: readonly Field[]): Role {
  const field = fieldNamed(column);
  if (field !== null) {
    const place = groupBy.indexOf(field);
    if (place < 0) throw badShape(`The response has the column ${column}, which was not requested.`);
    return place;
  }
  const name = column.toLowerCase();
  if (name === "referralcount") return "count";
  return name.endsWith("count") ? "other-count" : "unknown";
}

function readDate(text: string, level: Level): string | null {
  const reading = readInstant(text);
  if (reading.kind === "unreadable")
    throw badShape(`The response has a bucket date ${shown(text)}, which is not a date.`);
  return reading.kind === "never" ? null : bucketStart(dayOfInstant(reading.at), level);
}

function readKey(value: unknown, field: Field, level: Level): string | null {
  if (typeof value === "string") return isDateField(field) ? readDate(value, level) : value;
  throw badShape(`The response has ${shown(value)} as a ${field}, which is not text.`);
}

/** A column under construction. */
type GrowingColumn = { append: (row: number, value: unknown) => void; column: () => BucketColumn };

/** Values repeat in many buckets: each is parsed once. */
export function growingColumn(field: Field, level: Level, size: number): GrowingColumn {
  const codeOfText = new Map<unknown, number>();
  const codeOfKey = new Map<string | null, number>();
  const codes = new Uint32Array(size);
  const codeOf = (value: unknown): number => {
    const key = isAbsent(value) ? null : readKey(value, field, level);
    const code = codeOfKey.get(key) ?? codeOfKey.size;
    codeOfKey.set(key, code);
    codeOfText.set(value, code);
    return code;
  };
  return {
    append(row, value) {
      codes[row] = codeOfText.get(value) ?? codeOf(value);
    },
    column() {
      const narrow = codesFor(codeOfKey.size, size);
      narrow.set(codes);
      return { field, codes: narrow, values: [...codeOfKey.keys()] };
    },
  };
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || value === "" || value === NO_VALUE;
}

export function readCount(value: unknown): number {
  const count = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) return count;
  throw badShape(`The response has ${shown(value)} as a count, which is not a whole number of 0 or more.`);
}

/** The roles of all columns; the service may spell them differently from row to row. */
function rolesOf(rows: readonly Record<string, unknown>[], groupBy: readonly Field[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const row of rows) {
    for (const column of Object.keys(row)) {
      if (!roles.has(column)) roles.set(column, roleOf(column, groupBy));
    }
  }
  return roles;
}

/** `referralCount`, else the only column whose name ends in "count"; in lower case. */
function countColumn(roles: ReadonlyMap<string, Role>): string {
  const named = (role: Role) =>
    [...roles].filter((entry) => entry[1] === role).map(([name]) => name.toLowerCase());
  const candidates = new Set(named("count").length > 0 ? named("count") : named("other-count"));
  const [only, second] = candidates;
  if (only === undefined) throw badShape("The response has no count column, so it is not grouped.");
  if (second !== undefined) throw badShape(`The response has two count columns, ${only} and ${second}.`);
  return only;
}

/** The cell index of each column: a key, or the count after them; -1 for unknown columns. */
function placesOf(roles: ReadonlyMap<string, Role>, keyCount: number): Map<string, number> {
  const counts = countColumn(roles);
  const place = (column: string, role: Role): number => {
    if (typeof role === "number") return role;
    return column.toLowerCase() === counts ? keyCount : -1;
  };
  return new Map([...roles].map(([column, role]) => [column, place(column, role)]));
}

function cellsOf(row: Record<string, unknown>, places: ReadonlyMap<string, number>, size: number): unknown[] {
  const cells: unknown[] = new Array(size).fill(undefined);
  for (const column of Object.keys(row)) {
    const place = places.get(column) ?? -1;
    if (place < 0) continue;
    if (cells[place] !== undefined) throw badShape(`The response has the column ${column} twice in a row.`);
    cells[place] = row[column];
  }
  return cells;
}

/**
 * Parses the rows of a grouped response. Columns may have any case and order. Null, "", a missing column, `UNKNOWN` and
 * 0001-01-01 mean absence. Keys may repeat.
 * @throws AnalyticsError `bad-shape` for rows that do not fit the query
 */
export function readBuckets(rows: readonly unknown[], query: GroupedQuery): BucketTable {
  if (!rows.every(isObject)) throw badShape("The response has a row that is not an object.");
  const size = query.groupBy.length;
  const places = rows.length === 0 ? new Map() : placesOf(rolesOf(rows, query.groupBy), size);
  const growing = query.groupBy.map((field) => growingColumn(field, query.level, rows.length));
  const counts = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    const cells = cellsOf(row, places, size + 1);
    for (const [place, { append }] of growing.entries()) append(at, cells[place]);
    counts[at] = readCount(cells[size]);
  });
  return { size: rows.length, counts, columns: growing.map(({ column }) => column()) };
}
