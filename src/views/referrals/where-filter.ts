import { DAY_MS, HOUR_MS, instantOfDay } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { DateRange, FilterContext, RecordFilter, RowTest } from "#records/record-filter.ts";
import { filterRows, type Rows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { ANSWER_HOURS } from "#referrals/open-age.ts";
import type { OpenDayRange, Where } from "#selection/keys/referrals.ts";
import { closedReader } from "./derived-columns.ts";

/** What is asked of single columns and searched for, as a filter of records; the rest is in `ownTests`. */
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

function datesOf({ created, acknowledged, accepted }: Where): DateRange[] {
  const range = (field: DateField, days: OpenDayRange | undefined): DateRange[] =>
    days ? [{ field, from: days.from || null, to: days.to || null }] : [];
  return [
    ...range("createdDate", created),
    ...range("acknowledgedDate", acknowledged),
    ...range("acceptedDate", accepted),
  ];
}

/** Columns that are no field of their own, and the status to the letter. */
function ownTests(table: RecordTable, { status, closed }: Where): RowTest[] {
  return [
    ...(status === undefined ? [] : [statusTest(table, status)]),
    ...(closed === undefined ? [] : [closedTest(table, closed)]),
  ];
}

function statusTest({ terms }: RecordTable, status: string): RowTest {
  const { codes, values } = terms.status;
  const isWanted = values.map((value) => (value ?? "") === status);
  return (row) => isWanted[codes[row] as number] === true;
}

function closedTest(table: RecordTable, { from, to }: OpenDayRange): RowTest {
  const closedAt = closedReader(table);
  const start = from === "" ? Number.NEGATIVE_INFINITY : instantOfDay(from);
  const end = to === "" ? Number.POSITIVE_INFINITY : instantOfDay(to) + DAY_MS;
  return (row) => closedAt(row) >= start && closedAt(row) < end;
}

/** The rows that pass what is asked of the columns and contain each word that is searched for. */
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
