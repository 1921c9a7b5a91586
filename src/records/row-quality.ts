import { DATE_FIELDS, type DateField, type Field } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { NO_MARKET } from "#referrals/market.ts";
import { CLOSING_DATES, needsClosingDates, OUTCOME_OF_CLOSING_DATE, OUTCOMES } from "#referrals/outcome.ts";
import { type IsNamedMarket, QUALITY_CLASSES, type QualityClass } from "#referrals/quality.ts";
import { bitOf, derivedFieldsOf, groupedText } from "./derived-fields.ts";
import { allRows, type CodedTexts, filterRows, type Rows } from "./rows.ts";

/** Bit i: QUALITY_CLASSES[i] applies. */
export type QualityFlags = Uint8Array;

/** Plausible instants (ms UTC), both included. */
type Plausible = { first: number; last: number };

/** `absent`: fields that the source does not provide for every record; they are not reported as missing. */
export type QualityContext = {
  isNamedMarket: IsNamedMarket;
  absent?: ReadonlySet<Field>;
  plausible?: Plausible;
};

type Mark = (row: number) => void;

function marker(flags: QualityFlags, name: QualityClass): Mark {
  const bit = flagOf(name);
  return (row) => {
    flags[row] = (flags[row] as number) | bit;
  };
}

export function flagOf(name: QualityClass): number {
  return 1 << QUALITY_CLASSES.indexOf(name);
}

function markUnreadable(table: RecordTable, mark: Mark): void {
  for (const field of DATE_FIELDS) for (const row of table.dates[field].unreadable.keys()) mark(row);
}

function markUndated({ size, dates: { createdDate } }: RecordTable, mark: Mark): void {
  for (let row = 0; row < size; row++)
    if (Number.isNaN(createdDate.at[row] as number) && !createdDate.unreadable.has(row)) mark(row);
}

function markImplausible({ size, dates }: RecordTable, { first, last }: Plausible, mark: Mark): void {
  for (const field of DATE_FIELDS) {
    const { at } = dates[field];
    for (let row = 0; row < size; row++)
      if ((at[row] as number) < first || (at[row] as number) > last) mark(row);
  }
}

/** Pairs of dates of which the first must not be after the second. */
const IN_ORDER: readonly (readonly [DateField, DateField])[] = [
  ...DATE_FIELDS.map((field) => ["createdDate", field] as const),
  ["acknowledgedDate", "acceptedDate"],
  ["acceptedDate", "wonDate"],
  ["acceptedDate", "lostDate"],
];

/** A missing date is NaN, which compares false. */
function markBackward({ size, dates }: RecordTable, mark: Mark): void {
  for (const [before, after] of IN_ORDER) {
    const [first, second] = [dates[before].at, dates[after].at];
    for (let row = 0; row < size; row++) if ((first[row] as number) > (second[row] as number)) mark(row);
  }
}

const CLOSING_BITS = CLOSING_DATES.reduce((bits, field) => bits | bitOf(field), 0);
const OWN_BITS = OUTCOMES.map((outcome) => {
  const own = CLOSING_DATES.find((field) => OUTCOME_OF_CLOSING_DATE[field] === outcome);
  return own === undefined ? 0 : bitOf(own);
});
const UNRECOGNISED = OUTCOMES.indexOf("unrecognised");

/** An end date that the source does not provide is not missing; one that contradicts the status is still odd. */
function markAgainstDates(table: RecordTable, absent: ReadonlySet<Field>, mark: Mark): void {
  const absentBits = CLOSING_DATES.reduce(
    (bits, field) => (absent.has(field) ? bits | bitOf(field) : bits),
    0,
  );
  const [{ outcomes, present }, { codes, values }] = [derivedFieldsOf(table), table.terms.status];
  const decides = values.map((status) => !needsClosingDates(groupedText(status)));
  for (let row = 0; row < table.size; row++) {
    const outcome = outcomes[row] as number;
    if (outcome === UNRECOGNISED || decides[codes[row] as number] !== true) continue;
    const own = OWN_BITS[outcome] as number;
    if ((((present[row] as number) & CLOSING_BITS) | (own & absentBits)) !== own) mark(row);
  }
}

function markUnrecognised({ size }: RecordTable, outcomes: Uint8Array, mark: Mark): void {
  for (let row = 0; row < size; row++) if (outcomes[row] === UNRECOGNISED) mark(row);
}

function markUnnamed(
  { codes, values }: CodedTexts,
  isNamed: IsNamedMarket,
  isKnown: boolean,
  mark: Mark,
): void {
  const unnamed = values.map((code) => (code === NO_MARKET ? isKnown : !isNamed(code)));
  for (let row = 0; row < codes.length; row++) if (unnamed[codes[row] as number]) mark(row);
}

function markRepeated({ size, terms: { id } }: RecordTable, mark: Mark): void {
  const counts = new Uint32Array(id.values.length);
  for (const code of id.codes) counts[code] = (counts[code] as number) + 1;
  const repeats = id.values.map((text, code) => text !== null && text !== "" && (counts[code] as number) > 1);
  for (let row = 0; row < size; row++) if (repeats[id.codes[row] as number]) mark(row);
}

const NONE_ABSENT: ReadonlySet<Field> = new Set();

const ALL_PLAUSIBLE: Plausible = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

function findFlags(table: RecordTable, context: QualityContext): QualityFlags {
  const { isNamedMarket, absent = NONE_ABSENT, plausible = ALL_PLAUSIBLE } = context;
  const flags = new Uint8Array(table.size);
  const [derived, to] = [derivedFieldsOf(table), (name: QualityClass) => marker(flags, name)];
  markUndated(table, to("no-created-date"));
  markUnreadable(table, to("unreadable-date"));
  markImplausible(table, plausible, to("implausible-date"));
  markBackward(table, to("backward-dates"));
  markAgainstDates(table, absent, to("status-against-dates"));
  markUnrecognised(table, derived.outcomes, to("unrecognised-status"));
  markUnnamed(derived.markets, isNamedMarket, !absent.has("customerMarket"), to("unnamed-market"));
  markUnnamed(derived.partners, isNamedMarket, !absent.has("partnerMarket"), to("unnamed-market"));
  markRepeated(table, to("repeated-id"));
  return flags;
}

type Found = QualityContext & { flags: QualityFlags };
const found = new WeakMap<RecordTable, Found>();

/** The quality classes of each row, cached per table for the last context. */
export function qualityFlags(table: RecordTable, context: QualityContext): QualityFlags {
  const known = found.get(table);
  const isSame = (["isNamedMarket", "absent", "plausible"] as const).every(
    (part) => known?.[part] === context[part],
  );
  if (known && isSame) return known.flags;
  const flags = findFlags(table, context);
  found.set(table, { ...context, flags });
  return flags;
}

/**
 * The rows of each class, in order; a row may be in several. An id counts as repeated when it is in the whole table
 * twice.
 */
export function qualityOfRows(
  table: RecordTable,
  context: QualityContext,
  rows: Rows = allRows(table),
): Record<QualityClass, Rows> {
  const flags = qualityFlags(table, context);
  const entries = QUALITY_CLASSES.map((name) => {
    const flag = flagOf(name);
    return [name, filterRows(rows, (row) => ((flags[row] as number) & flag) !== 0)] as const;
  });
  return Object.fromEntries(entries) as Record<QualityClass, Rows>;
}

/** How many of these rows have any quality note. */
export function countWithNotes(table: RecordTable, context: QualityContext, rows: Rows): number {
  const flags = qualityFlags(table, context);
  return rows.reduce((count, row) => (flags[row] === 0 ? count : count + 1), 0);
}
