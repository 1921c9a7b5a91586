import type { RecordTable } from "#partner-center/record-table.ts";
import {
  DEAL_NUMBERS,
  DEAL_SOURCES,
  DEAL_TEXTS,
  type DealField,
  type DealNumber,
  type DealText,
  joinEntries,
} from "#referrals/deal-fields.ts";
import { isRangeName } from "./date-range.ts";
import type { CodedTexts } from "./rows.ts";

/** The additional fields of a referral: its id, and values by the source's names. */
export type FieldRow = Readonly<Record<string, unknown>>;

/** Adds the additional fields to a table; rows with the same id are matched in order. Missing values are "" and NaN. */
export function withDeals(table: RecordTable, fieldRows: readonly FieldRow[]): RecordTable {
  const rows = matched(table, fieldRows);
  const has = (field: DealField) =>
    DEAL_SOURCES[field].some((name) => fieldRows[0] !== undefined && name in fieldRows[0]);
  const texts = DEAL_TEXTS.filter(has).map((field) => [field, textColumn(rows, field)]);
  const numbers = [
    ...DEAL_NUMBERS.filter(has).map((field) => [field, numberColumn(rows, DEAL_SOURCES[field][0])]),
    ...Object.keys(fieldRows[0] ?? {})
      .filter(isRangeName)
      .map((name) => [name, numberColumn(rows, name)]),
  ];
  return { ...table, extras: { texts: Object.fromEntries(texts), numbers: Object.fromEntries(numbers) } };
}

function matched({ terms: { id } }: RecordTable, fieldRows: readonly FieldRow[]): (FieldRow | undefined)[] {
  const ofId = new Map<unknown, FieldRow[]>();
  for (const row of fieldRows) {
    const known = ofId.get(row.id);
    if (known) known.push(row);
    else ofId.set(row.id, [row]);
  }
  const taken = new Map<unknown, number>();
  return Array.from(id.codes, (code) => {
    const name = id.values[code];
    const place = taken.get(name) ?? 0;
    taken.set(name, place + 1);
    return ofId.get(name)?.[place];
  });
}

function textColumn(rows: readonly (FieldRow | undefined)[], field: DealText): CodedTexts {
  const known = new Map<string, number>();
  const codes = Uint32Array.from(rows, (row) => {
    const text = row ? textOf(row, field) : "";
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { codes, values: [...known.keys()] };
}

function textOf(row: FieldRow, field: DealText): string {
  for (const name of DEAL_SOURCES[field]) {
    const value = row[name];
    const text = Array.isArray(value) ? joinEntries(value.map(String)) : value;
    if (typeof text === "string" && text !== "") return field === "currency" ? text.toUpperCase() : text;
  }
  return "";
}

function numberColumn(rows: readonly (FieldRow | undefined)[], name = ""): Float64Array {
  return Float64Array.from(rows, (row) => {
    const value = row?.[name];
    return typeof value === "number" ? value : Number.NaN;
  });
}

const NO_TEXT = new WeakMap<RecordTable, CodedTexts>();
const NO_NUMBER = new WeakMap<RecordTable, Float64Array>();

/** A text per row; "" for none. */
export function dealTexts(table: RecordTable, field: DealText): CodedTexts {
  return (
    table.extras?.texts[field] ??
    kept(NO_TEXT, table, () => ({ codes: new Uint32Array(table.size), values: [""] }))
  );
}

/** A number per row; NaN for none. */
export function dealNumbers(table: RecordTable, field: DealNumber): Float64Array {
  return (
    table.extras?.numbers[field] ??
    kept(NO_NUMBER, table, () => new Float64Array(table.size).fill(Number.NaN))
  );
}

function kept<T>(known: WeakMap<RecordTable, T>, table: RecordTable, make: () => T): T {
  const found = known.get(table) ?? make();
  known.set(table, found);
  return found;
}
