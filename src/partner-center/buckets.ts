import { badShape } from "./errors.ts";
import { type Field, fieldNamed, isDateField } from "./fields.ts";
import { printInstant, readInstant } from "./instant.ts";
import { isObject } from "./json.ts";
import type { GroupedQuery, Level } from "./query.ts";

/**
 * How many referrals have these values, one per group field in the order asked; null is absence. A date is the first
 * UTC day of its bucket, `YYYY-MM-DD`.
 */
export type Bucket = { keys: readonly (string | null)[]; count: number };

/** What a column of the answer is: a key by its place in the question, a count, or nothing of ours. */
type Role = number | "count" | "other-count" | "unknown";

type KeyReader = (value: unknown) => string | null;

const DAY_MS = 86_400_000;
/** How the service may write a missing value in a group. */
const NO_VALUE = "UNKNOWN";

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? "nothing";
}

function roleOf(column: string, groupBy: readonly Field[]): Role {
  const field = fieldNamed(column);
  if (field !== null) {
    const place = groupBy.indexOf(field);
    if (place < 0) throw badShape(`The answer has the column ${column}, by which nobody asked to group.`);
    return place;
  }
  const name = column.toLowerCase();
  if (name === "referralcount") return "count";
  return name.endsWith("count") ? "other-count" : "unknown";
}

function bucketStart(at: number, level: Level): string {
  const day = new Date(at);
  if (level === "month") day.setUTCDate(1);
  if (level === "week") day.setTime(at - ((day.getUTCDay() + 6) % 7) * DAY_MS);
  return printInstant(day.getTime()).slice(0, 10);
}

function readDate(text: string, level: Level): string | null {
  const reading = readInstant(text);
  if (reading.kind === "unreadable")
    throw badShape(`The answer has a bucket date ${shown(text)}, which is no date.`);
  return reading.kind === "never" ? null : bucketStart(reading.at, level);
}

/** Dates recur in many buckets: each text is read once. */
function keyReader(field: Field, level: Level): KeyReader {
  const known = new Map<string, string | null>();
  return (value) => {
    if (value === null || value === undefined || value === "" || value === NO_VALUE) return null;
    if (typeof value !== "string")
      throw badShape(`The answer has ${shown(value)} as a ${field}, which is no text.`);
    if (!isDateField(field)) return value;
    const found = known.get(value);
    if (found !== undefined) return found;
    const start = readDate(value, level);
    known.set(value, start);
    return start;
  };
}

function readCount(value: unknown): number {
  const count = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) return count;
  throw badShape(`The answer has ${shown(value)} as a count, which is no whole number from 0.`);
}

/** The columns of all rows with their roles; the service may spell them differently from row to row. */
function rolesOf(rows: readonly Record<string, unknown>[], groupBy: readonly Field[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const row of rows) {
    for (const column of Object.keys(row)) {
      if (!roles.has(column)) roles.set(column, roleOf(column, groupBy));
    }
  }
  return roles;
}

/** `referralCount`, or else the one column whose name ends in count; in lower case. */
function countColumn(roles: ReadonlyMap<string, Role>): string {
  const named = (role: Role) =>
    [...roles].filter((entry) => entry[1] === role).map(([name]) => name.toLowerCase());
  const candidates = new Set(named("count").length > 0 ? named("count") : named("other-count"));
  const [only, second] = candidates;
  if (only === undefined) throw badShape("The answer has no column of counts: it is not a grouped one.");
  if (second !== undefined) throw badShape(`The answer has two columns of counts, ${only} and ${second}.`);
  return only;
}

/** The place that a column fills in the cells of a row: a key, or the count behind them; -1 for none. */
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
    if (cells[place] !== undefined) throw badShape(`The answer has the column ${column} twice in a row.`);
    cells[place] = row[column];
  }
  return cells;
}

/**
 * Reads the rows of a grouped answer. Columns in any case and order; null, "", a missing column and `UNKNOWN` are
 * absence, and so is 0001-01-01; the same keys may come in several buckets.
 * @throws AnalyticsError `bad-shape` for what is no answer to this question.
 */
export function readBuckets(rows: readonly unknown[], query: GroupedQuery): Bucket[] {
  if (rows.length === 0) return [];
  if (!rows.every(isObject)) throw badShape("The answer has a row that is no object.");
  const size = query.groupBy.length;
  const places = placesOf(rolesOf(rows, query.groupBy), size);
  const readers = query.groupBy.map((field) => keyReader(field, query.level));
  return rows.map((row) => {
    const cells = cellsOf(row, places, size + 1);
    return { keys: readers.map((read, place) => read(cells[place])), count: readCount(cells[size]) };
  });
}
