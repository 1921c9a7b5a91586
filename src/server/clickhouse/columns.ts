import { SettingsError } from "#config/settings-error.ts";
import { type DateField, FIELDS, type Field, isDateField, type TermField } from "#partner-center/fields.ts";
import type { Level } from "#partner-center/query.ts";
import { type ClickHouse, quoteIdentifier } from "./connect.ts";

/** A text column as an expression; `isFew` where its type says that few values repeat. */
type TextExpression = { text: string; isFew: boolean };
/**
 * A date column as ms since 1970 UTC, and how an instant is compared with it; `day` and `month` are columns that hold the
 * buckets of these levels.
 */
export type InstantExpression = {
  ms: string;
  name: string;
  instant: (value: string) => string;
  day: string | null;
  month: string | null;
};

/** The columns that a table has for the sixteen fields. */
export type Columns = {
  terms: ReadonlyMap<TermField, TextExpression>;
  dates: ReadonlyMap<DateField, InstantExpression>;
  absent: readonly Field[];
};

/**
 * Reads what columns the table has; their names count in any case.
 * @throws SettingsError for a column of a type that cannot be read, or a table without ids or created dates.
 */
export async function describeColumns(clickHouse: ClickHouse): Promise<Columns> {
  const found = await columnsFound(clickHouse);
  const terms = new Map<TermField, TextExpression>();
  const dates = new Map<DateField, InstantExpression>();
  const faults = ["id", "createdDate"].flatMap((field) =>
    found.has(field.toLowerCase()) ? [] : [`the table has no column ${field}.`],
  );
  for (const field of FIELDS) {
    const column = found.get(field.toLowerCase());
    if (!column) continue;
    const read = readColumn(field, quoteIdentifier(column.name), column);
    if (read === null)
      faults.push(`${column.name} is ${column.type}: ${isDateField(field) ? DATE_TYPES : TEXT_TYPES}`);
    else if ("ms" in read) dates.set(field as DateField, withStored(read, column, found));
    else terms.set(field as TermField, read);
  }
  if (faults.length > 0) throw new SettingsError(faults.map((fault) => `CLICKHOUSE_TABLE: ${fault}`));
  return { terms, dates, absent: FIELDS.filter((field) => !found.has(field.toLowerCase())) };
}

function readColumn(
  field: Field,
  name: string,
  { type, inner }: Found,
): TextExpression | InstantExpression | null {
  if (isDateField(field)) return dateColumn(name, inner);
  const text = textColumn(name, inner);
  return text === null ? null : { text, isFew: text === name && type.startsWith("LowCardinality") };
}

/** The names of the columns in which a load stores the buckets of a date. */
export const storedDay = (date: string): string => `${date}_day`;
export const storedMonth = (date: string): string => `${date}_month`;

/** Uses such columns only where the table itself computes them by the same formula. */
function withStored(
  date: InstantExpression,
  { name, inner }: Found,
  found: ReadonlyMap<string, Found>,
): InstantExpression {
  if (!/^DateTime64\([0-3]\b/.test(inner)) return date;
  const { day, month } = storedBuckets(quoteIdentifier(name));
  const proved = (stored: string, formula: string): string | null => {
    const column = found.get(plainName(stored));
    const isProved =
      column?.name === stored &&
      column.kind === "MATERIALIZED" &&
      column.inner === "Int64" &&
      plainFormula(column.formula) === plainFormula(formula);
    return isProved ? quoteIdentifier(stored) : null;
  };
  return {
    ...date,
    day: proved(storedDay(name), day),
    month: proved(storedMonth(name), month),
  };
}

/** Servers print a formula with other blanks and quotes than it was written with. */
function plainFormula(text: string): string {
  return text.replaceAll(/[\s`\\]/g, "");
}

const DATE_TYPES = "dates must be DateTime64, DateTime, Date, or Int64 in ms since 1970 UTC.";
const TEXT_TYPES = "texts must be String, LowCardinality(String), Enum, UUID or a whole number.";

/** `kind` and `formula` say how the table fills the column itself, "" where it does not. */
type Found = { name: string; type: string; inner: string; kind: string; formula: string };

/** By their names without case, blanks, `_` and `-`; of several, the one that is spelled as the field is. */
async function columnsFound({ rows, table }: ClickHouse): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const row of await rows(`DESCRIBE TABLE ${table}`)) {
    const [name = "", type = "", kind = "", formula = ""] = row.map(String);
    const plain = plainName(name);
    if (!found.has(plain) || (FIELDS as readonly string[]).includes(name))
      found.set(plain, { name, type, inner: bareType(type), kind, formula });
  }
  return found;
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, "");
}

function bareType(type: string): string {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1];
  return inner === undefined ? type : bareType(inner);
}

function textColumn(name: string, type: string): string | null {
  if (type === "String") return name;
  return /^(Enum|UUID|U?Int\d+$)/.test(type) ? `toString(${name})` : null;
}

const UNSTORED = { day: null, month: null };

function dateColumn(name: string, type: string): InstantExpression | null {
  const scale = /^DateTime64\((\d+)/.exec(type)?.[1];
  // Beyond milliseconds the engine rounds toward zero, which before 1970 is up.
  if (scale !== undefined && Number(scale) > 3) return dated(`floor(toFloat64(${name}) * 1000)`);
  if (scale !== undefined)
    return {
      ...UNSTORED,
      name,
      ms: `toUnixTimestamp64Milli(toDateTime64(${name}, 3, 'UTC'))`,
      instant: (value) => `fromUnixTimestamp64Milli(${value}, 'UTC')`,
    };
  if (/^DateTime(\(|$)/.test(type)) return dated(`toInt64(${name}) * 1000`);
  if (/^Date(32)?$/.test(type)) return dated(`toInt64(${name}) * 86400000`);
  return type === "Int64" ? dated(name) : null;
}

function dated(ms: string): InstantExpression {
  // Compared by its value, the column's own type does not matter.
  return { ...UNSTORED, name: ms, ms, instant: (value) => value };
}

/** A date column as ms since 1970 UTC, and columns that hold its day or month already. */
type Dated = { ms: string; day: string | null; month: string | null };

/**
 * The bucket of a date as a whole number: days since 1970 for days and weeks (Monday), year × 12 + month − 1 for months.
 * The engine's own functions of dates are wrong without a word before 1970 and after 2149.
 */
export function bucketOf(level: Level, { ms, day, month }: Dated): string {
  const days = day ?? `toInt64(floor((${ms}) / 86400000))`;
  if (level === "month") return month ?? monthOf(days);
  return level === "day" ? days : `(${days} - (${days} + 770003) % 7)`;
}

/**
 * The same buckets by the engine's functions that are exact from 1900 to 2299, where dates of a load end. As servers
 * print them, so that they are found again.
 */
export function storedBuckets(date: string): { day: string; month: string } {
  return {
    day: `toInt64(toDate32(${date}, 'UTC'))`,
    month: `((toYear(${date}, 'UTC') * 12) + toMonth(${date}, 'UTC')) - 1`,
  };
}

/** Howard Hinnant, "chrono-compatible low-level date algorithms". */
function monthOf(days: string): string {
  const z = `(${days} + 719468)`;
  const era = `intDiv(${z}, 146097)`;
  const doe = `(${z} % 146097)`;
  const yoe = `intDiv(${doe} - intDiv(${doe}, 1460) + intDiv(${doe}, 36524) - intDiv(${doe}, 146096), 365)`;
  const doy = `(${doe} - (365 * ${yoe} + intDiv(${yoe}, 4) - intDiv(${yoe}, 100)))`;
  return `((${era} * 400 + ${yoe}) * 12 + intDiv(5 * ${doy} + 2, 153) + 2)`;
}
