import type { RejectReason } from "#config/reading-codes.ts";
import type { RawRow, TableNote } from "../raw-table.ts";
import type { ScannedRecord } from "./csv-scanner.ts";
import type { RejectedRowsLog } from "./rejected-rows.ts";
import type { RowWidth } from "./row-width.ts";
import { TableColumns } from "./table-columns.ts";

/** More lines after the last row are no footer. */
const MAX_FOOTER = 30;

/** Sorts the rows below a header into records, rejected rows, totals and footer. */
export class RowFilter {
  readonly #columns: TableColumns;
  readonly #width: RowWidth | null;
  readonly #rejected: RejectedRowsLog;
  /** Text lines that are the footer if no record follows. */
  #held: ScannedRecord[] = [];
  #totals: ScannedRecord[] = [];
  /** Lines where the header repeats, and the first where its columns are in another order. */
  #headers: number[] = [];
  #reordered: number | null = null;
  #pick: (cells: Cells) => Cells;

  /** `width`: null where short rows are valid, as in a sheet. */
  constructor(columns: TableColumns, width: RowWidth | null, rejected: RejectedRowsLog) {
    this.#columns = columns;
    this.#width = width;
    this.#rejected = rejected;
    this.#pick = (cells) => columns.pick(cells);
  }

  take(row: ScannedRecord, into: RawRow[]): void {
    const { cells } = row;
    if (row.fault !== null) this.#reject(row, row.fault);
    else if (cells.every((cell) => cell === null)) return;
    else if (this.#takeHeader(row)) return;
    else if (isTotalRow(cells)) this.#totals.push(row);
    else this.#takeRecord(row, into);
  }

  /** Files concatenated by hand repeat the header between rows, perhaps with the columns in another order. */
  #takeHeader({ cells, line }: ScannedRecord): boolean {
    const { names } = this.#columns;
    if (!names.includes(cells[0] ?? "") || cells.length < names.length) return false;
    const again = new TableColumns(cells);
    const order = names.map((name) => again.names.indexOf(name));
    if (again.names.length !== names.length || order.includes(-1)) return false;
    if (order.every((place, at) => place === at)) {
      this.#headers.push(line);
      this.#pick = (row) => this.#columns.pick(row);
    } else {
      this.#reordered ??= line;
      this.#pick = (row) => {
        const picked = again.pick(row);
        return order.map((place) => picked[place] ?? null);
      };
    }
    return true;
  }

  #takeRecord(row: ScannedRecord, into: RawRow[]): void {
    const fault = this.#width === null ? null : this.#width.fault(row.cells);
    if (this.#isFooter(row, fault)) this.#hold(row);
    else if (fault !== null) this.#reject(row, row.isEnded ? fault : cutOff(fault));
    else {
      this.#release();
      into.push({ line: row.line, cells: this.#pick(row.cells) });
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

  /** Held lines turned out to be no footer. */
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

  /** Notes on what was skipped; call after the last row. */
  notes(): TableNote[] {
    const notes: TableNote[] = [];
    const [header] = this.#headers;
    if (header) notes.push({ code: "header-again", params: { count: this.#headers.length, line: header } });
    if (this.#reordered !== null)
      notes.push({ code: "columns-reordered", params: { line: this.#reordered } });
    const [footer] = this.#held;
    if (footer) notes.push({ code: "footer-lines", params: { count: this.#held.length, line: footer.line } });
    const [total] = this.#totals;
    if (total) notes.push({ code: "total-rows", params: { count: this.#totals.length, line: total.line } });
    return [...notes, ...this.#columns.notes()];
  }
}

const cutOff = (fault: RejectReason): RejectReason => (fault === "too-few-cells" ? "cut-off" : fault);

type Cells = readonly (string | null)[];

/** Names of sums, means and counts in the languages of our users, in lower case. */
const SUMS = [
  "(grand[ -]?|sub[ -]?)?totals?|sum|average|avg|mean|median|count|minimum|maximum",
  "(gesamt|zwischen|end)?summe|gesamt(ergebnis)?|insgesamt|mittelwert|durchschnitt|anzahl",
  "total g[eé]n[eé]ral|sous-total|somme|moyenne|total general|suma|promedio|media|totale|totaal",
  "總計|合計|小計|平均|计数|計數|总计|合计|小计",
];
/** With a number of records or a currency, perhaps. */
const TOTAL = new RegExp(
  `^(${SUMS.join("|")})((\\s|\\s*[:：(])\\s*[a-z]{3}|\\s*[:：(]?\\s*[\\d\\s.,]*(records|rows)?)\\)?\\s*[:：]?$`,
  "i",
);

/** A word or a date; an amount, also with its currency, is neither. */
const WORD_OR_DATE = /^(?![A-Z]{3}\b)\p{L}{2}|\d[-/.]\d+[-/.]\d{2}/u;

/**
 * A row of sums: "Total", "Grand Total (60 records)", "Summe EUR", "合計" in its first non-empty cell, and hardly any words
 * or dates: a customer may be called "Total Gas".
 */
function isTotalRow(cells: Cells): boolean {
  const [first, ...others] = cells.flatMap((cell) => cell ?? []);
  if (first === undefined || !TOTAL.test(first.trim())) return false;
  return others.filter((cell) => WORD_OR_DATE.test(cell)).length < 2;
}

/** A line of text as reports put them below a table ("Generated by …", "Rows: 60"), not the rest of a record. */
function isRemark(cells: Cells): boolean {
  const first = cells.find((cell) => cell !== null);
  return first !== undefined && first !== null && (/\p{L}{2,}.*[\s:]/u.test(first) || first.startsWith("©"));
}
