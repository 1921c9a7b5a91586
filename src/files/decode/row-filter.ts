import type { RawRow, RejectReason, TableNote } from "../raw-table.ts";
import type { ScannedRecord } from "./csv-scanner.ts";
import type { RejectedRowsLog } from "./rejected-rows.ts";
import type { RowWidth } from "./row-width.ts";
import { isRemark, isTotalRow } from "./summary-rows.ts";
import type { TableColumns } from "./table-columns.ts";

/** More lines than this behind the last row are no footer. */
const MAX_FOOTER = 30;

/** Sorts rows under a header into records, rejected rows, rows of sums and the footer. */
export class RowFilter {
  readonly #columns: TableColumns;
  readonly #width: RowWidth | null;
  readonly #rejected: RejectedRowsLog;
  /** Lines of words that are the footer when no record follows. */
  #held: ScannedRecord[] = [];
  #totals: ScannedRecord[] = [];

  /** `width`: null where short rows are no fault, as in a sheet. */
  constructor(columns: TableColumns, width: RowWidth | null, rejected: RejectedRowsLog) {
    this.#columns = columns;
    this.#width = width;
    this.#rejected = rejected;
  }

  take(row: ScannedRecord, into: RawRow[]): void {
    const { cells } = row;
    if (row.fault !== null) this.#reject(row, row.fault);
    else if (cells.every((cell) => cell === null) || this.#isHeaderAgain(cells)) return;
    else if (isTotalRow(cells)) this.#totals.push(row);
    else this.#takeRecord(row, into);
  }

  /** Files that were joined by hand have the header again between their rows. */
  #isHeaderAgain(cells: ScannedRecord["cells"]): boolean {
    const { names } = this.#columns;
    if (cells[0] !== names[0] || cells.length < names.length) return false;
    return this.#columns.pick(cells).every((cell, place) => cell === names[place]);
  }

  #takeRecord(row: ScannedRecord, into: RawRow[]): void {
    const fault = this.#width === null ? null : this.#width.fault(row.cells);
    if (this.#isFooter(row, fault)) this.#hold(row);
    else if (fault !== null) this.#reject(row, row.isEnded ? fault : cutOff(fault));
    else {
      this.#release();
      into.push({ line: row.line, cells: this.#columns.pick(row.cells) });
    }
  }

  #isFooter({ cells }: ScannedRecord, fault: RejectReason | null): boolean {
    if (this.#width !== null) return fault === "too-few-cells" && isRemark(cells);
    const filled = cells.filter((cell) => cell !== null).length;
    return filled === 1 && this.#columns.names.length > 2 && isRemark(cells);
  }

  #hold(row: ScannedRecord): void {
    this.#held.push(row);
    if (this.#held.length > MAX_FOOTER) this.#release();
  }

  /** What was held is no footer after all. */
  #release(): void {
    for (const row of this.#held) this.#log(row, "too-few-cells");
    this.#held = [];
  }

  #reject(row: ScannedRecord, reason: RejectReason): void {
    this.#release();
    this.#log(row, reason);
  }

  #log({ line, lines, cells, fault }: ScannedRecord, reason: RejectReason): void {
    const columns = this.#width?.columns ?? this.#columns.names.length;
    this.#rejected.add({ line, lines, reason, cells: fault === null ? cells.length : null, columns });
  }

  /** What was left out above and below; call behind the last row. */
  notes(): TableNote[] {
    const notes: TableNote[] = [];
    const [footer] = this.#held;
    if (footer) notes.push({ code: "footer-lines", params: { count: this.#held.length, line: footer.line } });
    const [total] = this.#totals;
    if (total) notes.push({ code: "total-rows", params: { count: this.#totals.length, line: total.line } });
    return [...notes, ...this.#columns.notes()];
  }
}

const cutOff = (fault: RejectReason): RejectReason => (fault === "too-few-cells" ? "cut-off" : fault);
