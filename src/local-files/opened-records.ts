import type { SourceFacts } from "#config/source-facts.ts";
import { addImport, type History, type Sighting } from "#files/history/history.ts";
import { datedByHistory } from "#files/history/status-ranges.ts";
import { type ImportReport, NOTHING_JOINED, type TableReport } from "#files/import/import-report.ts";
import { dataTime, sourceFacts } from "#files/import/source-facts.ts";
import { EVERYTHING_KNOWN, joinCapabilities } from "#files/records/capabilities.ts";
import {
  CHOICE_EXTRAS,
  choicesOf,
  EXTRA_FIELDS,
  type ExtraCount,
  type ExtraField,
  type ExtraFields,
  extraTypeOf,
} from "#files/records/extra-fields.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { countryCode } from "#files/values/country.ts";
import { FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import { type RecordTable, rowNumbers } from "#partner-center/record-table.ts";
import type { FilesRead } from "./read-files.ts";
import {
  columnRowsOf,
  growColumns,
  inOrder,
  joinColumns,
  type RecordColumns,
  recordAt,
} from "./record-columns.ts";

/** Everything the page knows of opened files; structured-cloneable for storing. */
export type OpenedRecords = Pick<FilesRead, "registered"> & {
  columns: RecordColumns;
  report: ImportReport;
  facts: SourceFacts;
  /** Customer markets that are no country, with their counts. */
  strangeMarkets: readonly { text: string; count: number }[];
  withId: number;
  /** When the files were written and read (ms since 1970 UTC). */
  asOf: number;
  at: number;
  /** Fields of all imports; null for a single one. */
  state: PageHistory | null;
  /** The formats of all imports; where missing, those of `report`. */
  formats?: readonly string[];
};

/** The formats of all files that these records come from. */
export function formatsOf({ formats = [], report }: OpenedRecords): string[] {
  return [...new Set([...formats, ...report.tables.map(({ format }) => format)])];
}

/** The server's defaults. */
const SETTINGS = { maxLostShare: 0.05, firstPlausible: FIRST_PLAUSIBLE };

/** Files to add to, or of which these are a newer import. */
export type OpenedBefore = { records: OpenedRecords; isNewer: boolean };

/** Merges files with those opened before; `now` is the clock in ms UTC. */
export function openRecords(read: FilesRead, onto: OpenedBefore | null, now: number): OpenedRecords {
  // What is added to a history is a later import of it.
  const older = onto && (onto.isNewer || onto.records.state) ? onto.records : null;
  const before = older === null ? (onto?.records ?? null) : null;
  const tables = [...(before?.report.tables ?? []), ...read.tables];
  const registered = [...(before?.registered ?? []), ...read.registered];
  // Within a single export a repeated id is a data fault and shown as one.
  const isOneExport = tables.length === 1 && tables[0]?.format === "endpoint";
  const staged = before === null ? read.staged : together(before.columns, read.staged);
  const joined = isOneExport ? { columns: staged, report: NOTHING_JOINED } : joinColumns(staged, registered);
  const asOf = Math.min(now, Math.max(read.written, newestDate(joined.columns.table, now)));
  const { state, history } = withOlder(older, { columns: joined.columns, asOf, at: now });
  const all = state ? datedColumns(state) : joined.columns;
  const kept = withoutErrors(all);
  const columns = inOrder(kept);
  const closedAsError = all.table.size - kept.table.size + (before?.report.closedAsError ?? 0);
  const more = { joined: joined.report, closedAsError, ...(history && { history }) };
  const report = { ...reportOf(tables, columns, registered, now), ...more };
  const facts = sourceFacts(report, dataTime(report, null, now), SETTINGS);
  const strangeMarkets = strangeMarketsOf(columns.table);
  const withId = countIds(columns.table);
  const known = { registered, report, facts, strangeMarkets, withId };
  return { columns, ...known, asOf, at: now, state, ...(older && { formats: formatsOf(older) }) };
}

/** The import on top of older ones; alone where the clock is behind these. */
function withOlder(
  older: OpenedRecords | null,
  imported: PageImport,
): { state: PageHistory | null; history: SourceFacts["history"] } {
  if (older === null) return { state: null, history: undefined };
  const known = older.state ?? older;
  if (known.at > imported.at) return { state: null, history: historyFacts(known, true) };
  const state = afterImport(known, imported);
  return { state, history: historyFacts(state, false) };
}

function historyFacts(known: PageImport | PageHistory, isAhead: boolean): SourceFacts["history"] {
  const { imports, first } = "imports" in known ? known : { imports: 1, first: known.at };
  return { imports, first, last: known.at, problem: isAhead ? "clock" : null };
}

/** Newest date that is not after the clock; files are at least that new. */
function newestDate({ dates }: RecordTable, now: number): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { at } of Object.values(dates))
    for (const one of at) if (one <= now && one > newest) newest = one;
  return newest;
}

function together(before: RecordColumns, added: RecordColumns): RecordColumns {
  const all = growColumns();
  all.appendAll(before);
  all.appendAll(added);
  return all.columns();
}

/**
 * Leaves out deals closed as an error, as Partner Center does:
 * https://learn.microsoft.com/partner-center/referrals/bulk-operations
 */
function withoutErrors(columns: RecordColumns): RecordColumns {
  const { codes, values } = columns.table.terms.status;
  const isError = values.map((status) => status?.trim().toLowerCase() === "error");
  if (!isError.includes(true)) return columns;
  const rows = rowNumbers(codes.length).filter((row) => !isError[codes[row] as number]);
  return columnRowsOf(columns, rows);
}

function reportOf(
  tables: readonly TableReport[],
  { table, extras }: RecordColumns,
  registered: readonly ImportedRecord[],
  now: number,
): Omit<ImportReport, "joined" | "closedAsError"> {
  const ids = new Set(table.terms.id.values);
  const withoutReferral = registered.filter(({ terms: { id } }) => id === null || !ids.has(id)).length;
  const hasRegistrations = tables.some(({ format }) => format === "registrations");
  const ofReferrals = tables.filter(({ format }) => format !== "registrations");
  const dates = Object.values(table.dates);
  return {
    loaded: table.size,
    unreadable: dates.reduce((sum, { unreadable }) => sum + unreadable.size, 0),
    dated: table.dates.createdDate.at.reduce((count, at) => count + Number(!Number.isNaN(at)), 0),
    tables,
    registrations: hasRegistrations ? { records: registered.length, withoutReferral } : null,
    capabilities:
      ofReferrals.length === 0
        ? EVERYTHING_KNOWN
        : joinCapabilities(ofReferrals.map(({ capabilities }) => capabilities)),
    extras: countExtras(extras),
    ...plausibleDates(table, now),
  };
}

function countExtras(extras: readonly ExtraFields[]): ExtraCount[] {
  const counts = new Map<string, number>();
  const values = new Map<ExtraField, Map<string, number>>();
  for (const extra of extras)
    for (const [field, value] of Object.entries(extra) as [ExtraField, unknown][]) {
      counts.set(field, (counts.get(field) ?? 0) + 1);
      if (!CHOICE_EXTRAS.has(field)) continue;
      const ofField = values.get(field) ?? new Map<string, number>();
      values.set(field, ofField);
      for (const text of new Set([value].flat()) as Set<string>)
        ofField.set(text, (ofField.get(text) ?? 0) + 1);
    }
  return EXTRA_FIELDS.flatMap((field) => {
    const count = counts.get(field);
    const choices = choicesOf(values.get(field) ?? new Map());
    if (count === undefined) return [];
    return { field, type: extraTypeOf(field), count, ...(choices?.length && { values: choices }) };
  });
}

/** The newest plausible date, the number of referrals with an implausible one, and the latest of these (ms UTC). */
function plausibleDates(
  { size, dates, extras }: RecordTable,
  now: number,
): Required<Pick<ImportReport, "newest" | "implausible">> {
  const isOdd = new Uint8Array(size);
  let newest: number | null = null;
  let example: number | null = null;
  for (const field of DATE_FIELDS) {
    const { at } = dates[field];
    const ranged = extras?.numbers[`${field}From`];
    for (let row = 0; row < size; row++) {
      const instant = at[row] as number;
      // The middle between two imports is no date of a file.
      if (Number.isNaN(instant) || !Number.isNaN(ranged?.[row] ?? Number.NaN)) continue;
      if (instant >= FIRST_PLAUSIBLE && instant <= now) newest = Math.max(newest ?? instant, instant);
      else {
        isOdd[row] = 1;
        example = Math.max(example ?? instant, instant);
      }
    }
  }
  return { newest, implausible: { count: isOdd.reduce((sum, odd) => sum + odd, 0), example } };
}

function countIds({ terms: { id } }: RecordTable): number {
  return id.codes.reduce((count, code) => count + Number(id.values[code] !== null), 0);
}

function strangeMarketsOf({ terms: { customerMarket } }: RecordTable): { text: string; count: number }[] {
  const counts = new Uint32Array(customerMarket.values.length);
  for (const code of customerMarket.codes) counts[code] = (counts[code] as number) + 1;
  return customerMarket.values
    .flatMap((text, code) =>
      text === null || countryCode(text) !== null ? [] : { text, count: counts[code] as number },
    )
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 100);
}

/** An import: its records, when its files were written, and when it was read (ms since 1970 UTC). */
export type PageImport = { columns: RecordColumns; asOf: number; at: number };

/** State after several imports: records before dating, when each was last seen, first import and number of imports. */
export type PageHistory = PageImport & { seen: Float64Array; first: number; imports: number };

/** State after a newer import; `before` is a state, or the one import so far. */
export function afterImport(before: PageImport | PageHistory, imported: PageImport): PageHistory {
  const state = growColumns();
  const seen: number[] = [];
  const { asOf, at } = imported;
  const records = recordsIn(imported.columns);
  for (const sighting of addImport(historyOf(before), { records, asOf, at, isWhole: false })) {
    state.append(sighting.record);
    seen.push(sighting.asOf);
  }
  return {
    columns: state.columns(),
    asOf,
    at,
    seen: Float64Array.from(seen),
    first: "first" in before ? before.first : before.at,
    imports: "imports" in before ? before.imports + 1 : 2,
  };
}

/** Records with the dates that only the history gives. */
export function datedColumns({ columns }: PageHistory): RecordColumns {
  const dated = growColumns();
  for (const record of recordsIn(columns)) dated.append(datedByHistory(record));
  return dated.columns();
}

function historyOf(before: PageImport | PageHistory): History {
  const { columns, asOf } = before;
  const seen = "seen" in before ? before.seen : null;
  const { codes, values } = columns.table.terms.id;
  const rowOfCode = new Map(Array.from(codes, (code, row) => [values[code], row]));
  const sightingAt = (row: number): Sighting => ({
    record: recordAt(columns, row),
    asOf: seen?.[row] ?? asOf,
  });
  return {
    of(id) {
      const row = rowOfCode.get(id);
      return row === undefined ? null : sightingAt(row);
    },
    *all() {
      for (const row of codes.keys()) yield sightingAt(row);
    },
  };
}

function recordsIn(columns: RecordColumns): Iterable<ImportedRecord> {
  return {
    *[Symbol.iterator]() {
      for (let row = 0; row < columns.table.size; row++) yield recordAt(columns, row);
    },
  };
}
