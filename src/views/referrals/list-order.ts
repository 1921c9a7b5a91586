import type { Sort } from "#lib/sort.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { CompareTexts, SortField } from "#records/ranks.ts";
import type { FilterContext } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { sortRows } from "#records/sort-rows.ts";
import type { ReferralColumn } from "#selection/keys/referrals.ts";
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
  notes: notesReader,
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
  sort: Sort<ReferralColumn>,
  context: FilterContext,
  compareTexts: CompareTexts,
): Rows {
  return sort.reduceRight((sorted, { id, desc }) => {
    if (isDerived(id)) return sortByNumbers(sorted, NUMBERS[id](table, context), desc);
    return sortRows(table, sorted, [{ field: FIELDS[id], descending: desc }], compareTexts);
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
