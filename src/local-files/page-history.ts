import { addImport, type History, type Sighting } from "#files/history/history.ts";
import { datedByHistory } from "#files/history/status-ranges.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { growColumns, type RecordColumns, recordAt } from "./record-columns.ts";

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
