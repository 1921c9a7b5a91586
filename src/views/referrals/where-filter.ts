import { HOUR_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { dealNumbers } from "#records/deal-columns.ts";
import { withinDays } from "#records/filter-dates.ts";
import type { DateRange, FilterContext, RecordFilter, RowTest } from "#records/record-filter.ts";
import { filterRows, type Rows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { DEAL_TEXTS, type DealNumber } from "#referrals/deal-fields.ts";
import { ANSWER_HOURS } from "#referrals/open-age.ts";
import type { OpenDayRange, Where } from "#selection/keys/referrals.ts";
import { closedReader } from "./derived-columns.ts";

/** Column filters and search as a record filter; the others are in `ownTests`. */
function whereFilter(where: Where, search: string): RecordFilter {
  const { customer, id, market, partner, size, outcome, answer, age, notes } = where;
  return {
    search,
    texts: { ...(customer && { customerName: customer }), ...(id && { id }) },
    markets: listOf(market),
    partners: listOf(partner),
    sizes: listOf(size),
    outcomes: outcome ? [outcome] : [],
    dates: datesOf(where),
    values: Object.fromEntries(DEAL_TEXTS.map((field) => [field, listOf(where[field])])),
    ...(answer && { answer: { limitMs: ANSWER_HOURS * HOUR_MS, group: answer } }),
    ...(age && { overdue: age }),
    ...(notes && notesFilter(notes)),
  };
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function notesFilter(notes: NonNullable<Where["notes"]>): RecordFilter {
  return notes === "any" || notes === "none" ? { noted: notes === "any" } : { quality: notes };
}

function boundsOf({ from, to }: OpenDayRange) {
  return { from: from || null, to: to || null };
}

function datesOf({ created, acknowledged, accepted }: Where): DateRange[] {
  const range = (field: DateField, days: OpenDayRange | undefined): DateRange[] =>
    days ? [{ field, ...boundsOf(days) }] : [];
  return [
    ...range("createdDate", created),
    ...range("acknowledgedDate", acknowledged),
    ...range("acceptedDate", accepted),
  ];
}

/** Tests for derived columns, and for the exact status. */
function ownTests(table: RecordTable, where: Where): RowTest[] {
  const { status, closed } = where;
  return [
    ...(status === undefined ? [] : [statusTest(table, status)]),
    ...(closed === undefined ? [] : [withinDays(closedReader(table), boundsOf(closed))]),
    ...(["value", "valueUsd"] as const).flatMap((field) =>
      where[field] === undefined ? [] : [knownTest(table, field, where[field] === "any")],
    ),
    ...(["expectedClose", "updated"] as const).flatMap((field) => daysTest(table, field, where[field])),
  ];
}

function knownTest(table: RecordTable, field: DealNumber, isKnown: boolean): RowTest {
  const numbers = dealNumbers(table, field);
  return (row) => Number.isNaN(numbers[row]) !== isKnown;
}

function daysTest(table: RecordTable, field: DealNumber, days: OpenDayRange | undefined): RowTest[] {
  const numbers = dealNumbers(table, field);
  return days === undefined ? [] : [withinDays((row) => numbers[row] as number, boundsOf(days))];
}

function statusTest({ terms }: RecordTable, status: string): RowTest {
  const { codes, values } = terms.status;
  const isWanted = values.map((value) => (value ?? "") === status);
  return (row) => isWanted[codes[row] as number] === true;
}

/** The rows that pass the column filters and the search. */
export function rowsWhere(
  table: RecordTable,
  rows: Rows,
  where: Where,
  search: string,
  context: FilterContext,
): Rows {
  const matching = rowsMatching(table, whereFilter(where, search), context, rows);
  return ownTests(table, where).reduce(filterRows, matching);
}
