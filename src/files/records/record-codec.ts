import { DATE_FIELDS, type DateField, TERM_FIELDS } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import type { ImportedRecord } from "./imported-record.ts";

/** A date: ms since 1970 UTC, null for never, an unreadable text in a list. */
type EncodedDate = number | null | readonly [string];
/** A compact JSON record: six texts, ten dates, the bits of approximate dates, the extra fields. */
export type EncodedRecord = readonly [
  terms: readonly (string | null)[],
  dates: readonly EncodedDate[],
  approximate: number,
  extra: ImportedRecord["extra"] | 0,
];

/** Shared by all records without any, which are most. */
const NONE = { extra: {}, approximate: new Set<DateField>(), never: { kind: "never" } } as const;

export function encodeRecord({ terms, dates, approximate, extra }: ImportedRecord): EncodedRecord {
  return [
    TERM_FIELDS.map((field) => terms[field]),
    DATE_FIELDS.map((field) => encodeDate(dates[field])),
    approximateBits(approximate),
    Object.keys(extra).length === 0 ? 0 : extra,
  ];
}

function encodeDate(reading: InstantReading): EncodedDate {
  if (reading.kind === "never") return null;
  return reading.kind === "instant" ? reading.at : [reading.text];
}

export function decodeRecord([terms, dates, approximate, extra]: EncodedRecord): ImportedRecord {
  const found = {} as ImportedRecord["terms"];
  for (const [place, field] of TERM_FIELDS.entries()) found[field] = terms[place] ?? null;
  const read = {} as ImportedRecord["dates"];
  for (const [place, field] of DATE_FIELDS.entries()) read[field] = decodeDate(dates[place] ?? null);
  return { terms: found, dates: read, approximate: approximateOf(approximate), extra: extra || NONE.extra };
}

function decodeDate(date: EncodedDate): InstantReading {
  if (date === null) return NONE.never;
  return typeof date === "number" ? { kind: "instant", at: date } : { kind: "unreadable", text: date[0] };
}

/** A bit per date field, in the order of `DATE_FIELDS`. */
export function approximateBits(fields: ReadonlySet<DateField>): number {
  if (fields.size === 0) return 0;
  return DATE_FIELDS.reduce((bits, field, place) => (fields.has(field) ? bits | (1 << place) : bits), 0);
}

export function approximateOf(bits: number): ReadonlySet<DateField> {
  if (bits === 0) return NONE.approximate;
  return new Set(DATE_FIELDS.filter((_, place) => (bits & (1 << place)) !== 0));
}
