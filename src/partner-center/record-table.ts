import { DATE_FIELDS, type DateField, type Referral, TERM_FIELDS, type TermField } from "./fields.ts";
import { type InstantReading, readInstant } from "./instant.ts";

/** Dictionary-encoded texts: row i has `values[codes[i]]`. */
export type TermColumn = { codes: Uint32Array; values: readonly (string | null)[] };

/** Instants (ms since 1970 UTC); NaN for never and for unreadable dates, whose texts are kept by row. */
export type InstantColumn = { at: Float64Array; unreadable: ReadonlyMap<number, string> };

/** Additional columns by name: texts, and numbers with NaN for none. */
export type ExtraColumns = {
  texts: Readonly<Record<string, { codes: Uint32Array; values: readonly string[] }>>;
  numbers: Readonly<Record<string, Float64Array>>;
};

/** Referrals in columns, in the order of the service. */
export type RecordTable = {
  size: number;
  terms: Readonly<Record<TermField, TermColumn>>;
  dates: Readonly<Record<DateField, InstantColumn>>;
  /** Additional fields of the source, if any. */
  extras?: ExtraColumns;
};

/** A referral with parsed dates. */
export type ReadReferral = {
  terms: Readonly<Record<TermField, string | null>>;
  dates: Readonly<Record<DateField, InstantReading>>;
};

/** A table that grows page by page. */
export type RecordTableBuilder = {
  size: () => number;
  append: (records: readonly Referral[]) => void;
  appendRead: (record: ReadReferral) => void;
  appendTable: (table: RecordTable) => void;
  /** The rows so far, except these. */
  table: (without: ReadonlySet<number>) => RecordTable;
  /** The first row with the same id. */
  firstWithId: (row: number) => number;
  /** Whether two rows are equal in every field. */
  equal: (a: number, b: number) => boolean;
};

type GrowingTerms = { codes: Uint32Array; values: (string | null)[]; known: Map<string | null, number> };
type GrowingDates = { at: Float64Array; unreadable: Map<number, string> };

function codeOf({ known, values }: GrowingTerms, value: string | null): number {
  const found = known.get(value);
  if (found !== undefined) return found;
  known.set(value, values.length);
  return values.push(value) - 1;
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

/** A copy with at least this capacity; doubled, so that growth has amortised constant cost. */
function roomFor<A extends Uint32Array | Float64Array>(array: A, size: number, make: (size: number) => A): A {
  if (size <= array.length) return array;
  const larger = make(size * 2);
  larger.set(array);
  return larger;
}

const noTerms = (): GrowingTerms => ({ codes: new Uint32Array(0), values: [], known: new Map() });
const noDates = (): GrowingDates => ({ at: new Float64Array(0), unreadable: new Map() });

export function createRecordTable(): RecordTableBuilder {
  const terms = recordOf(TERM_FIELDS, noTerms);
  const dates = recordOf(DATE_FIELDS, noDates);
  const firstRowOfId: number[] = [];
  let size = 0;

  function makeRoom(rows: number): void {
    for (const field of TERM_FIELDS)
      terms[field].codes = roomFor(terms[field].codes, rows, (room) => new Uint32Array(room));
    for (const field of DATE_FIELDS)
      dates[field].at = roomFor(dates[field].at, rows, (room) => new Float64Array(room));
  }

  function appendRow(
    termOf: (field: TermField) => string | null,
    dateOf: (field: DateField) => InstantReading,
  ): void {
    for (const field of TERM_FIELDS) terms[field].codes[size] = codeOf(terms[field], termOf(field));
    for (const field of DATE_FIELDS) setDate(dates[field], size, dateOf(field));
    const id = terms.id.codes[size] as number;
    firstRowOfId[id] ??= size;
    size += 1;
  }

  return {
    size: () => size,
    append(records) {
      makeRoom(size + records.length);
      for (const record of records)
        appendRow(
          (field) => record[field],
          (field) => readInstant(record[field]),
        );
    },
    appendRead(record) {
      makeRoom(size + 1);
      appendRow(
        (field) => record.terms[field],
        (field) => record.dates[field],
      );
    },
    appendTable(table) {
      makeRoom(size + table.size);
      for (const field of TERM_FIELDS) setTerms(terms[field], size, table.terms[field]);
      for (const field of DATE_FIELDS) setDates(dates[field], size, table.dates[field]);
      const { codes } = terms.id;
      for (const end = size + table.size; size < end; size++) firstRowOfId[codes[size] as number] ??= size;
    },
    firstWithId: (row) => firstRowOfId[terms.id.codes[row] as number] ?? row,
    equal: (a, b) =>
      TERM_FIELDS.every((field) => terms[field].codes[a] === terms[field].codes[b]) &&
      DATE_FIELDS.every((field) => sameDate(dates[field], a, b)),
    table: (without) =>
      without.size === 0
        ? copyOf(size, terms, dates)
        : tableOfRows({ terms, dates }, rowsWithout(size, without)),
  };
}

function setDate(column: GrowingDates, row: number, reading: InstantReading): void {
  column.at[row] = reading.kind === "instant" ? reading.at : Number.NaN;
  if (reading.kind === "unreadable") column.unreadable.set(row, reading.text);
}

function setTerms(column: GrowingTerms, start: number, { codes, values }: TermColumn): void {
  const newCodes = values.map((value) => codeOf(column, value));
  for (let row = 0; row < codes.length; row++)
    column.codes[start + row] = newCodes[codes[row] as number] as number;
}

function setDates({ at, unreadable }: GrowingDates, start: number, added: InstantColumn): void {
  at.set(added.at, start);
  for (const [row, text] of added.unreadable) unreadable.set(start + row, text);
}

function sameDate({ at, unreadable }: GrowingDates, a: number, b: number): boolean {
  return Object.is(at[a], at[b]) && unreadable.get(a) === unreadable.get(b);
}

/** 0, 1, 2 …; typed arrays are filled by loops here, because `from` with a function takes ten times as long. */
export function rowNumbers(size: number): Uint32Array {
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) rows[row] = row;
  return rows;
}

function rowsWithout(size: number, without: ReadonlySet<number>): Uint32Array {
  return rowNumbers(size).filter((row) => !without.has(row));
}

function copyOf(
  size: number,
  terms: Record<TermField, GrowingTerms>,
  dates: Record<DateField, GrowingDates>,
): RecordTable {
  return {
    size,
    terms: recordOf(TERM_FIELDS, (field) => ({
      codes: terms[field].codes.slice(0, size),
      values: terms[field].values.slice(),
    })),
    dates: recordOf(DATE_FIELDS, (field) => ({
      at: dates[field].at.slice(0, size),
      unreadable: new Map(dates[field].unreadable),
    })),
  };
}

/** These rows of a table, in this order; dictionaries are kept whole. */
export function tableOfRows(
  { terms, dates }: Pick<RecordTable, "terms" | "dates">,
  rows: Uint32Array,
): RecordTable {
  return {
    size: rows.length,
    terms: recordOf(TERM_FIELDS, (field) => ({
      codes: takeCodes(terms[field].codes, rows),
      values: terms[field].values,
    })),
    dates: recordOf(DATE_FIELDS, (field) => takeDates(dates[field], rows)),
  };
}

function takeCodes(codes: Uint32Array, rows: Uint32Array): Uint32Array {
  const taken = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) taken[place] = codes[rows[place] as number] as number;
  return taken;
}

function takeDates({ at, unreadable }: InstantColumn, rows: Uint32Array): InstantColumn {
  const kept = new Map<number, string>();
  if (unreadable.size > 0)
    rows.forEach((row, place) => {
      const text = unreadable.get(row);
      if (text !== undefined) kept.set(place, text);
    });
  const taken = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) taken[place] = at[rows[place] as number] as number;
  return { at: taken, unreadable: kept };
}

export function recordTableOf(records: readonly Referral[]): RecordTable {
  const builder = createRecordTable();
  builder.append(records);
  return builder.table(new Set());
}
