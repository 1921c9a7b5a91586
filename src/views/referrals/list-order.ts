import type { Sort } from "#lib/sort.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { dealNumbers, dealTexts } from "#records/deal-columns.ts";
import type { CompareTexts, SortField } from "#records/ranks.ts";
import type { FilterContext } from "#records/record-filter.ts";
import type { Rows } from "#records/rows.ts";
import { sortRows } from "#records/sort-rows.ts";
import { DEAL_NUMBERS, type DealNumber } from "#referrals/deal-fields.ts";
import { DEAL_COLUMNS, type DealColumn, type ReferralColumn } from "#selection/keys/referrals.ts";
import {
  answerTimeReader,
  closedReader,
  type Numbers,
  notesReader,
  waitedReader,
} from "./derived-columns.ts";

type Derived = "answer" | "age" | "closed" | "notes" | DealColumn;

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

type ReadNumbers = (table: RecordTable, context: FilterContext, compareTexts: CompareTexts) => Numbers;

const NUMBERS: Record<Derived, ReadNumbers> = {
  answer: answerTimeReader,
  age: (table, { now }) => waitedReader(table, now),
  closed: closedReader,
  notes: notesReader,
  ...(Object.fromEntries(
    DEAL_COLUMNS.map((column) => [
      column,
      (table, _, compareTexts) => dealReader(table, column, compareTexts),
    ]),
  ) as Record<DealColumn, ReadNumbers>),
};

/** Numbers as they are, texts by rank. */
function dealReader(table: RecordTable, column: DealColumn, compareTexts: CompareTexts): Numbers {
  if (isDealNumber(column)) {
    const numbers = dealNumbers(table, column);
    return (row) => numbers[row] as number;
  }
  const { codes, values } = dealTexts(table, column);
  const order = values.filter((text) => text !== "").sort((a, b) => compareDealTexts(a, b, compareTexts));
  const places = new Map(order.map((text, place) => [text, place]));
  return (row) => places.get(values[codes[row] as number] ?? "") ?? Number.NaN;
}

/** Stages given as percentages sort numerically. */
function compareDealTexts(a: string, b: string, compareTexts: CompareTexts): number {
  return Number(a) - Number(b) || compareTexts(a, b, "status");
}

function isDealNumber(column: DealColumn): column is Extract<DealColumn, DealNumber> {
  return (DEAL_NUMBERS as readonly string[]).includes(column);
}

function isDerived(column: ReferralColumn): column is Derived {
  return Object.hasOwn(NUMBERS, column);
}

/** Sorts rows by columns, most significant first; stable, absent values last in both directions. */
export function orderRows(
  table: RecordTable,
  rows: Rows,
  sort: Sort<ReferralColumn>,
  context: FilterContext,
  compareTexts: CompareTexts,
): Rows {
  return sort.reduceRight((sorted, { id, desc }) => {
    if (isDerived(id)) return sortByNumbers(sorted, NUMBERS[id](table, context, compareTexts), desc);
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
