import { DATE_FIELDS, type DateField, type Field, TERM_FIELDS } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import type { ImportedRecord } from "./imported-record.ts";

export type Joined = {
  record: ImportedRecord;
  /** Fields with conflicting values although neither record is newer, or that never change. */
  contradictions: readonly Field[];
};

/** Fields that updates do not change. */
const LASTING: ReadonlySet<Field> = new Set<Field>(["customerMarket", "partnerMarket", "createdDate"]);
const DAY_MS = 86_400_000;

/**
 * Merges records of one referral: for each field the newest update with a value wins; of equally new ones the last in
 * the list. On the same day an instant wins over a day without time. At least one record.
 */
export function joinRecords(records: readonly ImportedRecord[]): Joined {
  const ordered = records.map((record) => ({ record, at: updateOf(record) })).toSorted((a, b) => a.at - b.at);
  const status = lastStatus(ordered.map(({ record }) => record));
  const parts = ordered.map(({ record, at }) => ({ record: withoutStale(record, status), at }));
  const contradictions = [...TERM_FIELDS, ...DATE_FIELDS].filter((field) => contradicts(parts, field));
  return { record: merged(parts.map(({ record }) => record)), contradictions };
}

/** The same for records in known order, oldest first. */
export function mergeInOrder(records: readonly ImportedRecord[]): ImportedRecord {
  const status = lastStatus(records);
  return merged(records.map((record) => withoutStale(record, status)));
}

function lastStatus(records: readonly ImportedRecord[]): string | null {
  return records.findLast(({ terms }) => terms.status !== null)?.terms.status ?? null;
}

/** When a record was updated: its update, else its latest date. */
function updateOf({ extra, dates }: ImportedRecord): number {
  if (extra.updatedDate !== undefined) return extra.updatedDate;
  const instants = DATE_FIELDS.flatMap((field) => (dates[field].kind === "instant" ? dates[field].at : []));
  return Math.max(Number.NEGATIVE_INFINITY, ...instants);
}

/** Drops an end date inferred from a status that has changed. */
function withoutStale(record: ImportedRecord, status: string | null): ImportedRecord {
  if (record.approximate.size === 0 || record.terms.status === status) return record;
  const dates = { ...record.dates };
  for (const field of record.approximate) dates[field] = { kind: "never" };
  return { ...record, dates, approximate: new Set() };
}

function merged(records: readonly ImportedRecord[]): ImportedRecord {
  const [first, ...others] = records as [ImportedRecord, ...ImportedRecord[]];
  return others.reduce((older, newer) => {
    const terms = { ...older.terms };
    for (const field of TERM_FIELDS) terms[field] = newer.terms[field] ?? older.terms[field];
    const dates = { ...older.dates };
    const approximate = new Set<DateField>();
    for (const field of DATE_FIELDS) {
      dates[field] = betterDate(older.dates[field], newer.dates[field]);
      const source = dates[field] === newer.dates[field] ? newer : older;
      if (source.approximate.has(field)) approximate.add(field);
    }
    return { terms, dates, approximate, extra: { ...older.extra, ...newer.extra } };
  }, first);
}

function betterDate(older: InstantReading, newer: InstantReading): InstantReading {
  if (newer.kind !== "instant") return older.kind === "never" ? newer : older;
  if (older.kind !== "instant") return newer;
  const isSameDay = Math.floor(older.at / DAY_MS) === Math.floor(newer.at / DAY_MS);
  return isSameDay && newer.at % DAY_MS === 0 ? older : newer;
}

type Dated = { record: ImportedRecord; at: number };

/** Whether two records differ in a field, and neither is merely older. */
function contradicts(parts: readonly Dated[], field: Field): boolean {
  return parts.some(({ record, at }, index) =>
    parts
      .slice(index + 1)
      .some((other) => (LASTING.has(field) || at === other.at) && differ(record, other.record, field)),
  );
}

function differ(one: ImportedRecord, other: ImportedRecord, field: Field): boolean {
  const [a, b] = [valueIn(one, field), valueIn(other, field)];
  if (a === null || b === null) return false;
  if (typeof a === "number" && typeof b === "number") return !isSameDate(a, b);
  return String(a).trim().toLowerCase() !== String(b).trim().toLowerCase();
}

/** A day without time may be of another time zone: it matches any instant within a day. */
function isSameDate(a: number, b: number): boolean {
  const hasDayOnly = a % DAY_MS === 0 || b % DAY_MS === 0;
  return Math.abs(a - b) < (hasDayOnly ? 2 * DAY_MS : 1000);
}

function valueIn({ terms, dates }: ImportedRecord, field: Field): string | number | null {
  if (field in terms) return terms[field as keyof typeof terms];
  const date = dates[field as DateField];
  return date.kind === "instant" ? date.at : null;
}
