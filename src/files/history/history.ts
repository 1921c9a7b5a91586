import { DAY_MS } from "#lib/calendar.ts";
import type { ImportedRecord } from "../records/imported-record.ts";
import { mergeInOrder } from "../records/join.ts";
import { changeRanges, deniedEnd, type ImportRange, rangesIn } from "./status-ranges.ts";

/** A referral merged from all imports so far; `asOf`: when its status was last observed (ms since 1970 UTC). */
export type Sighting = { record: ImportedRecord; asOf: number };

/**
 * An import. `asOf`: its data are at least as new (files were written, or reading began); `at`: when it was imported,
 * later than previous ones. Both in ms since 1970 UTC.
 */
export type Import = {
  asOf: number;
  at: number;
  /** Iterated twice. */
  records: Iterable<ImportedRecord>;
  /** A complete import: what it lacks no longer exists, fields and referrals. Files may lack anything. */
  isWhole: boolean;
};

/** Previous imports. */
export type History = {
  /** The latest record of an id. */
  of: (id: string) => Sighting | null;
  all: () => Iterable<Sighting>;
};

/**
 * The state after an import: its referrals in order, then those it lacks. A status change lies between the import that
 * last had the old status and the one that first had the new one, or the row's last update; the extra fields store this range. Rows with repeated
 * or missing ids are taken unchanged.
 */
export function* addImport(history: History, imported: Import): Generator<Sighting> {
  const counts = new Map<string, number>();
  for (const { terms } of imported.records)
    if (terms.id !== null) counts.set(terms.id, (counts.get(terms.id) ?? 0) + 1);
  for (const record of imported.records) {
    const { id } = record.terms;
    const older = id !== null && counts.get(id) === 1 ? history.of(id) : null;
    yield older === null ? firstSeen(record, imported.asOf) : seenAgain(older, record, imported);
  }
  if (imported.isWhole) return;
  for (const sighting of history.all()) {
    const { id } = sighting.record.terms;
    if (id !== null && !counts.has(id)) yield sighting;
  }
}

/** Without a status nothing was observed that could bound a later change. */
function firstSeen(record: ImportedRecord, asOf: number): Sighting {
  return { record, asOf: record.terms.status === null ? 0 : asOf };
}

function seenAgain(
  older: Sighting,
  record: ImportedRecord,
  { asOf, at, isWhole }: Omit<Import, "records">,
): Sighting {
  const [before, now] = [older.record.extra.updatedDate, record.extra.updatedDate];
  // An older file imported later.
  if (!isWhole && before !== undefined && now !== undefined && now < before)
    return { ...older, record: mergeInOrder([record, older.record]) };
  const merged = isWhole
    ? { ...record, extra: { ...record.extra, ...rangesIn(older.record.extra) } }
    : mergeInOrder([withoutDenied(older.record, record), record]);
  const statuses = { before: older.record.terms.status, after: merged.terms.status };
  const extra = changeRanges(merged.extra, statuses, changedWithin(older.asOf, at, now));
  const isKnown = record.terms.status !== null;
  return { record: { ...merged, extra }, asOf: isKnown ? Math.max(older.asOf, asOf) : older.asOf };
}

/**
 * A status is no younger than the last update of its row. Where that is before the import that still had the old status,
 * a copy of a file looked younger than its rows.
 */
function changedWithin(from: number, at: number, updated: number | undefined): ImportRange {
  if (updated === undefined) return { from, to: at };
  // A day stands for all of it.
  const end = updated % DAY_MS === 0 ? updated + DAY_MS - 1 : updated;
  return { from: Math.min(from, updated), to: Math.min(at, end) };
}

/** Drops the end date of a referral that was reopened or has ended differently since. */
function withoutDenied(older: ImportedRecord, { terms }: ImportedRecord): ImportedRecord {
  const field = deniedEnd(older.terms.status, terms.status);
  return field === null ? older : { ...older, dates: { ...older.dates, [field]: { kind: "never" } } };
}
