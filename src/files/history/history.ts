import type { ImportedRecord } from "../records/imported-record.ts";
import { mergeInOrder } from "../records/join.ts";
import { changeRanges, deniedEnd, rangesIn } from "./status-ranges.ts";

/** A referral as all imports so far tell it; `asOf`: until when its status was seen to hold (ms since 1970 UTC). */
export type Sighting = { record: ImportedRecord; asOf: number };

/**
 * An import. `asOf`: its data are at least as new (when its files were written, or its reading began); `at`: when it was
 * imported, later than those before. Both in ms since 1970 UTC.
 */
export type Import = {
  asOf: number;
  at: number;
  /** Walked through twice. */
  records: Iterable<ImportedRecord>;
  /** It tells all there is: what it lacks is gone, of a referral and of all referrals. Files may lack anything. */
  isWhole: boolean;
};

/** What the imports so far have told. */
export type History = {
  /** The last of an id. */
  of: (id: string) => Sighting | null;
  all: () => Iterable<Sighting>;
};

/**
 * What is known after an import: its referrals in their order, then those that it lacks. A change of status lies between
 * the import that last saw the old one and the one that first saw the new one; the record's extra fields say so. Rows of
 * an id that stands there twice, and those without an id, are the import's own.
 */
export function* addImport(history: History, imported: Import): Generator<Sighting> {
  const counts = new Map<string, number>();
  for (const { terms } of imported.records)
    if (terms.id !== null) counts.set(terms.id, (counts.get(terms.id) ?? 0) + 1);
  for (const record of imported.records) {
    const { id } = record.terms;
    const older = id !== null && counts.get(id) === 1 ? history.of(id) : null;
    yield older === null ? { record, asOf: imported.asOf } : seenAgain(older, record, imported);
  }
  if (imported.isWhole) return;
  for (const sighting of history.all()) {
    const { id } = sighting.record.terms;
    if (id !== null && !counts.has(id)) yield sighting;
  }
}

function seenAgain(
  older: Sighting,
  record: ImportedRecord,
  { asOf, at, isWhole }: Omit<Import, "records">,
): Sighting {
  const [before, now] = [older.record.extra.updatedDate, record.extra.updatedDate];
  // An older file that is imported later.
  if (!isWhole && before !== undefined && now !== undefined && now < before)
    return { ...older, record: mergeInOrder([record, older.record]) };
  const merged = isWhole
    ? { ...record, extra: { ...record.extra, ...rangesIn(older.record.extra) } }
    : mergeInOrder([withoutDenied(older.record, record), record]);
  const statuses = { before: older.record.terms.status, after: merged.terms.status };
  const extra = changeRanges(merged.extra, statuses, { from: older.asOf, to: at });
  const isTold = record.terms.status !== null;
  return { record: { ...merged, extra }, asOf: isTold ? Math.max(older.asOf, asOf) : older.asOf };
}

/** The end date of a referral that was opened again, or ended otherwise since. */
function withoutDenied(older: ImportedRecord, { terms }: ImportedRecord): ImportedRecord {
  const field = deniedEnd(older.terms.status, terms.status);
  return field === null ? older : { ...older, dates: { ...older.dates, [field]: { kind: "never" } } };
}
