import type { DuckDBConnection } from "@duckdb/node-api";
import {
  DATE_FIELDS,
  type DateField,
  FIELDS,
  type Field,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import { type DateEnds, REPEATING_TERMS, unreadableColumn } from "./table-facts.ts";

/** What one scan of `staged` or `referrals` finds. */
export type StagedScan = {
  records: number;
  /** How many rows have a field. */
  counts: ReadonlyMap<Field, number>;
  /** Fields with text that JSON has to escape, other than the repeating ones. */
  escaped: ReadonlySet<TermField>;
  /** Date fields with milliseconds. */
  fractional: ReadonlySet<DateField>;
  /** Date fields with texts that were not parsed; only of `staged`. */
  texts: ReadonlySet<DateField>;
  /** The first and last date of each field. */
  ends: ReadonlyMap<DateField, DateEnds>;
  /** Whether all dates lie in the years 1 to 9999 and after its first day, which means "never". */
  areUsual: boolean;
};

const LONG_TERMS = TERM_FIELDS.filter((field) => !(REPEATING_TERMS as readonly TermField[]).includes(field));

const FIRST = `least(${DATE_FIELDS.map((field) => `min(${field})`)})`;
const LAST = `greatest(${DATE_FIELDS.map((field) => `max(${field})`)})`;

/** Reads all rows once: each scan of ten million takes seconds. */
export async function scanTable(
  connection: DuckDBConnection,
  table: "staged" | "referrals",
): Promise<StagedScan> {
  const texts = table === "staged" ? DATE_FIELDS : [];
  const columns = [
    "count(*)::INTEGER",
    ...FIELDS.map((field) => `count(${field})::INTEGER`),
    ...LONG_TERMS.map(escapedSql),
    ...DATE_FIELDS.map((field) => `bit_or(epoch_us(${field}) % 1000000) <> 0`),
    ...texts.map((field) => `count(${unreadableColumn(field)}) > 0`),
    ...DATE_FIELDS.flatMap((field) => [`epoch_ms(min(${field}))::DOUBLE`, `epoch_ms(max(${field}))::DOUBLE`]),
    // Infinite dates are not.
    `coalesce(${FIRST} >= TIMESTAMP '0001-01-02' AND ${LAST} < TIMESTAMP '10000-01-01', true)`,
  ];
  const [row = []] = (await connection.runAndReadAll(`SELECT ${columns.join(", ")} FROM ${table}`)).getRows();
  const found = row.values();
  const next = () => found.next().value;
  const which = <T>(fields: readonly T[]) => new Set(fields.filter(() => next() === true));
  return {
    records: Number(next()),
    counts: new Map(FIELDS.map((field) => [field, Number(next())])),
    escaped: which(LONG_TERMS),
    fractional: which(DATE_FIELDS),
    texts: which(texts),
    ends: new Map(
      DATE_FIELDS.map((field) => [field, { oldest: instantIn(next()), latest: instantIn(next()) }]),
    ),
    areUsual: next() === true,
  };
}

/** Whether the dates of `staged` with milliseconds are whole ones. */
export async function haveWholeMs(
  connection: DuckDBConnection,
  { fractional }: Pick<StagedScan, "fractional">,
): Promise<boolean> {
  if (fractional.size === 0) return true;
  const finer = [...fractional].map((field) => `bool_or(epoch_us(${field}) % 1000 <> 0)`).join(" OR ");
  const result = await connection.runAndReadAll(`SELECT ${finer} FROM staged`);
  return result.getRows()[0]?.[0] === false;
}

/** JSON escapes two characters and those below the space (RFC 8259, 7): as JSON such a text is longer by more than its quotes. */
function escapedSql(field: TermField): string {
  return `bool_or(strlen(to_json(${field})::VARCHAR) <> strlen(${field}) + 2)`;
}

export function instantIn(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
