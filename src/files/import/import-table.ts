import { RejectedRowsLog } from "../decode/rejected-rows.ts";
import type { Mapping } from "../formats/mapping.ts";
import { mappedColumns } from "../formats/mapping.ts";
import { OWN_NOTES_SHEETS } from "../formats/own-list.ts";
import { headerScore } from "../formats/recognise.ts";
import { MAX_REJECTED_KEPT, type RawTable, type TableNote } from "../raw-table.ts";
import {
  capabilitiesOf,
  dayOnlyColumns,
  EVERYTHING_KNOWN,
  type SourceCapabilities,
} from "../records/capabilities.ts";
import type { ImportedRecord } from "../records/imported-record.ts";
import { planTable } from "../records/plan-table.ts";
import { createRowReader, type ReadOptions, type RowReader } from "../records/read-row.ts";
import { createScan, scanRow, type TablePlan, type TableScan } from "../records/table-plan.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { type DateColumn, orderOfValues } from "../values/date-column.ts";
import { idFault, isScientificId } from "../values/id-column.ts";
import type { TableReport } from "./import-report.ts";

export type ImportOptions = ReadOptions & { mapping: Mapping | null };

/** Receives the rows of a table; `flush` is called after each batch. */
export type RowSink = {
  referral: (record: ImportedRecord) => void;
  /** Only an id and additional fields. */
  registration: (record: ImportedRecord) => void;
  flush: () => void;
};

/** The plan for a table; null for an unknown format. An empty JSON list has no names and counts as an empty table. */
export function planFor({ header }: RawTable, mapping: Mapping | null): TablePlan | null {
  return planTable(header.length === 0 ? ["id"] : header, mapping);
}

/** How likely a row is a header: the columns that a format, or the mapping, finds. */
export function scoreOf(cells: readonly (string | null)[], mapping: Mapping | null): number {
  const names = cells.map((cell) => cell ?? "");
  return Math.max(headerScore(cells), (mapping && mappedColumns(names, mapping)?.size) ?? 0);
}

/**
 * Reads a table: scans all rows once, then passes them to `sink`, except those whose id has lost digits.
 * @throws UnreadableFileError where ids or dates are unreliable
 */
export async function importTable(
  table: RawTable,
  firstPlan: TablePlan,
  sink: RowSink,
  options: ImportOptions,
): Promise<TableReport> {
  const { plan, scan } = await scanTable(table, firstPlan, options);
  checkIds(table, scan);
  checkDates(table, scan, options);
  const reader = createRowReader(plan, scan, options);
  const read = await readRows(table, plan, sink, reader);
  const { lost } = read;
  const rows = scan.rows - lost.count - read.amounts.count;
  const first = [...table.rejected.first, ...lost.first].toSorted((a, b) => a.line - b.line);
  return {
    name: table.name,
    format: plan.format,
    scores: plan.scores,
    unknownColumns: plan.unknown,
    columns: Object.fromEntries(plan.columns.map(({ name, target }) => [name, target])),
    rows,
    rejected: {
      count: table.rejected.count + lost.count,
      byReason: { ...table.rejected.byReason, ...lost.byReason },
      first: first.slice(0, MAX_REJECTED_KEPT),
    },
    dates: reader.dates,
    notes: [
      ...table.notes.filter((note) => !isOwnNotesSheet(plan, note)),
      ...notesOn(read, rows),
      ...reader.notes(),
    ],
    capabilities: scan.rows === 0 ? EVERYTHING_KNOWN : capabilitiesOfRows(plan, scan, reader),
  };
}

function capabilitiesOfRows(plan: TablePlan, scan: TableScan, { listed }: RowReader): SourceCapabilities {
  const found = capabilitiesOf(plan, dayOnlyColumns(scan));
  return listed?.capabilities(found, scan) ?? found;
}

function isOwnNotesSheet({ format }: TablePlan, { code, params }: TableNote): boolean {
  return format === "own-list" && code === "sheet-chosen" && OWN_NOTES_SHEETS.includes(String(params.others));
}

/** Lines of one kind: how many, and the first. */
type Found = { count: number; line: number };

type ReadRows = { lost: RejectedRowsLog; amounts: Found; withoutId: Found };

/** Passes rows on, except those whose id has lost digits, and those with amounts alone, as sums below a table are. */
async function readRows(
  table: RawTable,
  plan: TablePlan,
  sink: RowSink,
  reader: RowReader,
): Promise<ReadRows> {
  const read: ReadRows = {
    lost: new RejectedRowsLog(),
    amounts: { count: 0, line: 0 },
    withoutId: { count: 0, line: 0 },
  };
  const take = plan.isReferrals ? takeReferral : takeRegistration;
  for await (const rows of table.batches()) {
    for (const { cells, line } of rows) {
      const record = reader.read(cells, line);
      if (isScientificId(record.terms.id ?? ""))
        read.lost.add({ line, lines: 1, reason: "lost-id", cells: null, columns: null });
      else take(record, line, read, sink);
    }
    sink.flush();
  }
  return read;
}

function takeRegistration(record: ImportedRecord, _line: number, _read: ReadRows, sink: RowSink): void {
  sink.registration(record);
}

function takeReferral(record: ImportedRecord, line: number, read: ReadRows, sink: RowSink): void {
  if (saysNothing(record)) note(read.amounts, line);
  else {
    if (record.terms.id === null) note(read.withoutId, line);
    sink.referral(record);
  }
}

function saysNothing({ terms, dates }: ImportedRecord): boolean {
  return (
    Object.values(terms).every((term) => term === null) &&
    Object.values(dates).every(({ kind }) => kind === "never")
  );
}

function note(found: Found, line: number): void {
  if (found.count === 0) found.line = line;
  found.count += 1;
}

function notesOn({ amounts, withoutId }: ReadRows, rows: number): TableNote[] {
  return [
    ...(amounts.count > 0 ? [{ code: "rows-of-amounts" as const, params: amounts }] : []),
    // Where no row has an id, the file has no ids at all, which is said elsewhere.
    ...(withoutId.count > 0 && withoutId.count < rows
      ? [{ code: "rows-without-id" as const, params: withoutId }]
      : []),
  ];
}

/** Scans all rows, and again if more columns appeared meanwhile. */
async function scanTable(
  table: RawTable,
  plan: TablePlan,
  { mapping }: ImportOptions,
): Promise<{ plan: TablePlan; scan: TableScan }> {
  const columns = table.header.length;
  const scan = await scanned(table, plan);
  if (table.header.length === columns) return { plan, scan };
  const wider = planTable(table.header, mapping) ?? plan;
  return { plan: wider, scan: await scanned(table, wider) };
}

async function scanned(table: RawTable, plan: TablePlan): Promise<TableScan> {
  const scan = createScan(plan, table.isTyped);
  for await (const rows of table.batches()) {
    for (const { cells, line } of rows) scanRow(plan, scan, cells, line);
  }
  return scan;
}

function checkIds({ name }: RawTable, { ids }: TableScan): void {
  const fault = idFault(ids);
  if (fault !== null && ids.example !== null)
    throw new UnreadableFileError(fault, { file: name, ...ids.example });
}

function checkDates({ name }: RawTable, { dates }: TableScan, { dateOrder }: ImportOptions): void {
  const mixed = [...dates.values()].find((column) => orderOfValues(column) === "mixed");
  if (mixed && dateOrder === null) throw mixedDates(name, mixed);
}

/** The error for a column with both day-first and month-first dates. */
export function mixedDates(file: string, column: DateColumn): UnreadableFileError {
  const { dayFirstExample, monthFirstExample } = column;
  const examples = { dayFirst: dayFirstExample ?? "", monthFirst: monthFirstExample ?? "" };
  return new UnreadableFileError("mixed-dates", { file, column: column.name, ...examples });
}
