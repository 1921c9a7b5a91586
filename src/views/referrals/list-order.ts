import type { RecordTable } from "#partner-center/record-table.ts";
import type { CompareTexts, SortField } from "#records/ranks.ts";
import type { FilterContext } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { sortRows } from "#records/sort-rows.ts";
import type { ColumnSort, ReferralColumn } from "#selection/keys/referrals.ts";
import {
  answerTimeReader,
  closedReader,
  type Numbers,
  notesReader,
  waitedReader,
} from "./derived-columns.ts";

type Derived = "answer" | "age" | "closed" | "notes";

const FIELDS: Record<Exclude<ReferralColumn, Derived>, SortField> = {
  customer: "customerName",
  outcome: "outcome",
  created: "createdDate",
  market: "customerMarket",
  partner: "partnerMarket",
  size: "customerOrgSize",
  acknowledged: "acknowledgedDate",
  accepted: "acceptedDate",
  status: "status",
  id: "id",
};

const NUMBERS: Record<Derived, (table: RecordTable, context: FilterContext) => Numbers> = {
  answer: answerTimeReader,
  age: (table, { now }) => waitedReader(table, now),
  closed: closedReader,
  notes: (table, { isNamedMarket }) => notesReader(table, isNamedMarket),
};

function isDerived(column: ReferralColumn): column is Derived {
  return Object.hasOwn(NUMBERS, column);
}

/**
 * The rows in the order of some columns, the first of them first; equals stay in the order of `rows`, and what has no
 * value comes last in both directions.
 */
export function orderRows(
  table: RecordTable,
  rows: Rows,
  sort: readonly ColumnSort[],
  context: FilterContext,
  compareTexts: CompareTexts,
): Rows {
  return sort.reduceRight((sorted, { column, descending }) => {
    if (isDerived(column)) return sortByNumbers(sorted, NUMBERS[column](table, context), descending);
    return sortRows(table, sorted, [{ field: FIELDS[column], descending }], compareTexts);
  }, rows);
}

function sortByNumbers(rows: Rows, read: Numbers, descending: boolean): Rows {
  const values = Float64Array.from(rows, (row) => (descending ? -read(row) : read(row)));
  const places = Uint32Array.from(rows.keys());
  const [present, absent] = [
    places.filter((at) => !isAbsent(values[at])),
    places.filter((at) => isAbsent(values[at])),
  ];
  present.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < present.length; at++) sorted[at] = rows[present[at] as number] as number;
  for (let at = 0; at < absent.length; at++)
    sorted[present.length + at] = rows[absent[at] as number] as number;
  return sorted;
}

function isAbsent(value: number | undefined): boolean {
  return Number.isNaN(value);
}

/** Columns that are looked at from their end: what is newest, longest, worst. */
const FROM_THE_END: readonly ReferralColumn[] = [
  "created",
  "acknowledged",
  "accepted",
  "closed",
  "answer",
  "age",
  "notes",
];

/**
 * What a press on a column's head makes of the order: by this column, then the other way round, then no longer.
 * `adds` keeps the other columns and puts a new one behind them. Nothing left is the usual order.
 */
export function pressSort(
  sort: readonly ColumnSort[],
  column: ReferralColumn,
  adds: boolean,
  usual: readonly ColumnSort[],
): readonly ColumnSort[] {
  const found = sort.find((one) => one.column === column);
  const others = adds ? sort.filter((one) => one.column !== column) : [];
  const first = FROM_THE_END.includes(column);
  if (!found || (!adds && sort.length > 1)) return [...others, { column, descending: first }];
  if (found.descending !== first) return others.length > 0 ? others : usual;
  return sort
    .filter((one) => adds || one.column === column)
    .map((one) => (one.column === column ? { column, descending: !first } : one));
}
