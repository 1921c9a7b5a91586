import { DATE_FIELDS, type DateField, type Field, TERM_FIELDS } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import type { ImportedRecord } from "./imported-record.ts";

export type Joined = {
  record: ImportedRecord;
  /** Fields in which the records say different things although neither is the newer one, or that never change. */
  contradictions: readonly Field[];
};

/** Fields that a later update does not change. */
const LASTING: ReadonlySet<Field> = new Set<Field>(["customerMarket", "partnerMarket", "createdDate"]);
const DAY_MS = 86_400_000;

/**
 * Records of one referral from several files as one: field by field the newest update that has a value wins; of equally
 * new ones the later in the list. An instant beats a day without time when both are the same day. At least one record.
 */
export function joinRecords(records: readonly ImportedRecord[]): Joined {
  const ordered = records.map((record) => ({ record, at: updateOf(record) })).toSorted((a, b) => a.at - b.at);
  const status = lastStatus(ordered.map(({ record }) => record));
  const parts = ordered.map(({ record, at }) => ({ record: withoutStale(record, status), at }));
  const contradictions = [...TERM_FIELDS, ...DATE_FIELDS].filter((field) => contradicts(parts, field));
  return { record: merged(parts.map(({ record }) => record)), contradictions };
}

/** The same for records whose order is known, the oldest first. */
export function mergeInOrder(records: readonly ImportedRecord[]): ImportedRecord {
  const status = lastStatus(records);
  return merged(records.map((record) => withoutStale(record, status)));
}

function lastStatus(records: readonly ImportedRecord[]): string | null {
  return records.findLast(({ terms }) => terms.status !== null)?.terms.status ?? null;
}

/** When a record was brought up to date: its update, else the latest of its dates. */
function updateOf({ extra, dates }: ImportedRecord): number {
  if (extra.updatedDate !== undefined) return extra.updatedDate;
  const instants = DATE_FIELDS.flatMap((field) => (dates[field].kind === "instant" ? dates[field].at : []));
  return Math.max(Number.NEGATIVE_INFINITY, ...instants);
}

/** An end date that was only inferred from a status falls with that status. */
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

/** Whether two records differ in a field, and none of them is just the older one. */
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

/** Days without a time may be those of another zone: they agree with any instant within a day. */
function isSameDate(a: number, b: number): boolean {
  const hasDayOnly = a % DAY_MS === 0 || b % DAY_MS === 0;
  return Math.abs(a - b) < (hasDayOnly ? 2 * DAY_MS : 1000);
}

function valueIn({ terms, dates }: ImportedRecord, field: Field): string | number | null {
  if (field in terms) return terms[field as keyof typeof terms];
  const date = dates[field as DateField];
  return date.kind === "instant" ? date.at : null;
}
