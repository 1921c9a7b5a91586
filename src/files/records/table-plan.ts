import type { DateField, Field } from "#partner-center/fields.ts";
import { columnType, type FormatId, type FormatRule, type Target } from "../formats/format.ts";
import type { FormatScore, Recognition } from "../formats/recognise.ts";
import { type AmountColumn, createAmountColumn, observeAmount } from "../values/amount.ts";
import { createDateColumn, type DateColumn, observeDate } from "../values/date-column.ts";
import { createIdColumn, type IdColumn, observeId } from "../values/id-column.ts";

/** A used column: its index in the header (from 0) and what it fills. */
export type PlannedColumn = { place: number; name: string; target: Target };

/** What is read from a table and how, derived from header, format or mapping. */
export type TablePlan = {
  format: FormatId | "mapping";
  columns: readonly PlannedColumn[];
  rules: readonly FormatRule[];
  isReferrals: boolean;
  dateOrder: "month-first" | null;
  /** Mapped statuses by normalised term. */
  statuses: ReadonlyMap<string, string>;
  scores: readonly FormatScore[];
  unknown: readonly string[];
};

/** The plan for a table of a known format; null for an unknown one. */
export function planOfFormat(
  header: readonly string[],
  { format, columns, scores, unknown }: Recognition,
): TablePlan | null {
  if (format === null) return null;
  return {
    format: format.id,
    columns: [...columns].map(([place, target]) => ({ place, name: header[place] ?? "", target })),
    rules: format.rules,
    isReferrals: format.isReferrals,
    dateOrder: format.dateOrder,
    statuses: new Map(),
    scores,
    unknown,
  };
}

/** Statistics of all values of a table, gathered before rows are read. */
export type TableScan = {
  rows: number;
  ids: IdColumn;
  dates: ReadonlyMap<number, DateColumn>;
  amounts: ReadonlyMap<number, AmountColumn>;
  /** Fields with any value. */
  filled: Set<Target>;
};

/** `isTyped`: numbers of the file are no texts. */
export function createScan({ columns }: TablePlan, isTyped = false): TableScan {
  const dated = columns.filter(({ target }) => columnType(target) === "date");
  const amounts = columns.filter(({ target }) => columnType(target) === "amount");
  return {
    rows: 0,
    ids: createIdColumn(),
    dates: new Map(dated.map(({ place, name }) => [place, createDateColumn(name)])),
    amounts: new Map(amounts.map(({ place, name }) => [place, createAmountColumn(name, isTyped)])),
    filled: new Set(),
  };
}

/** Adds a row to the statistics of its columns. */
export function scanRow(
  plan: TablePlan,
  scan: TableScan,
  cells: readonly (string | null)[],
  line: number,
): void {
  scan.rows += 1;
  for (const { place, target } of plan.columns) {
    const text = cells[place] ?? null;
    if (text === null) continue;
    scan.filled.add(target);
    if (target === "id") observeId(scan.ids, text, line);
    const dates = scan.dates.get(place);
    if (dates) observeDate(dates, text);
    const amounts = scan.amounts.get(place);
    if (amounts) observeAmount(amounts, text);
  }
}

export function hasColumn({ columns }: TablePlan, field: Field | DateField): boolean {
  return columns.some(({ target }) => target === field);
}
