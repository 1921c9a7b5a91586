import type { RejectReason } from "#config/reading-codes.ts";
import { type Dialect, parseQuotedRecord } from "./csv-quoted.ts";
import { withoutEmptyValue } from "./empty-value.ts";
import { MAX_LINE, MAX_QUOTED } from "./limits.ts";

/** A record as written: number of lines, and why it cannot be read. */
export type ScannedRecord = {
  line: number;
  lines: number;
  /** Null for an empty cell or a placeholder for null. */
  cells: readonly (string | null)[];
  fault: RejectReason | null;
  /** False for a last record without a line end. */
  isEnded: boolean;
};

/**
 * Splits chunks of text into records with their first lines. Blank lines are counted and skipped. A record opened by a
 * stray quote is returned as a fault, and scanning resumes at its next line, so that a quote never costs more than its
 * line.
 */
export class CsvScanner {
  readonly #dialect: Dialect;
  /** Unsplit text; `#waiting` has chunks without a line end, joined when one arrives. */
  #text = "";
  #waiting: string[] = [];
  #waitingLength = 0;
  #at = 0;
  #line = 1;
  #isSkipping = false;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  feed(chunk: string): ScannedRecord[] {
    this.#waiting.push(chunk);
    this.#waitingLength += chunk.length;
    if (!chunk.includes(this.#dialect.lineEnd) && this.#text.length + this.#waitingLength <= MAX_LINE)
      return [];
    return this.#split(false);
  }

  end(): ScannedRecord[] {
    return this.#split(true);
  }

  #split(isLast: boolean): ScannedRecord[] {
    this.#text = this.#text.slice(this.#at) + this.#waiting.join("");
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#at = 0;
    const records: ScannedRecord[] = [];
    if (this.#isSkipping) this.#skip();
    let quote = this.#text.indexOf('"');
    while (this.#at < this.#text.length) {
      if (quote !== -1 && quote < this.#at) quote = this.#text.indexOf('"', this.#at);
      const end = this.#text.indexOf(this.#dialect.lineEnd, this.#at);
      const isPlain = quote === -1 || (end !== -1 && quote > end);
      if (isPlain ? !this.#takeLine(end, isLast, records) : !this.#takeQuoted(end, isLast, records)) break;
    }
    return records;
  }

  /** Reads a line without quotes; false when its end has not arrived. */
  #takeLine(end: number, isLast: boolean, records: ScannedRecord[]): boolean {
    if (end === -1 && !isLast) return this.#isTooLong(end, isLast, records);
    const stop = end === -1 ? this.#text.length : end;
    if (stop - this.#at > MAX_LINE) return this.#isTooLong(end, isLast, records);
    const line = this.#text.slice(this.#at, this.#text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop);
    if (!isBlank(line)) {
      const cells: (string | null)[] = line.split(this.#dialect.delimiter);
      for (let index = 0; index < cells.length; index++) cells[index] = cellOf(cells[index] ?? "");
      records.push({ line: this.#line, lines: 1, cells, fault: null, isEnded: end !== -1 });
    }
    this.#moveTo(stop + 1, 1);
    return true;
  }

  #takeQuoted(end: number, isLast: boolean, records: ScannedRecord[]): boolean {
    const parsed = parseQuotedRecord(this.#text, this.#at, this.#dialect);
    if (parsed === "open" && !isLast) {
      const isHopeless = this.#text.length - this.#at > MAX_QUOTED && end !== -1;
      if (!isHopeless) return this.#isTooLong(end, isLast, records);
    }
    if (typeof parsed === "string") return this.#rejectLine(end, "unclosed-quote", isLast, records);
    // This may only be the end of a chunk: a quote or a line end can follow.
    if (!parsed.isEnded && !isLast) return this.#isTooLong(end, isLast, records);
    const { lines, next, isEnded } = parsed;
    const cells = parsed.cells.map(withoutEmptyValue);
    records.push({ line: this.#line, lines, cells, fault: null, isEnded });
    this.#moveTo(next, lines);
    return true;
  }

  /** Rejects the current line when it is too long; false when more of it is awaited. */
  #isTooLong(end: number, isLast: boolean, records: ScannedRecord[]): boolean {
    const length = (end === -1 ? this.#text.length : end) - this.#at;
    return length > MAX_LINE && this.#rejectLine(end, "line-too-long", isLast, records);
  }

  #rejectLine(end: number, fault: RejectReason, isLast: boolean, records: ScannedRecord[]): boolean {
    records.push({ line: this.#line, lines: 1, cells: [], fault, isEnded: end !== -1 });
    if (end === -1 && !isLast) {
      this.#isSkipping = true;
      this.#at = this.#text.length;
      return false;
    }
    this.#moveTo(end === -1 ? this.#text.length : end + 1, 1);
    return true;
  }

  /** Skips the rest of a line rejected before its end arrived. */
  #skip(): void {
    const end = this.#text.indexOf(this.#dialect.lineEnd);
    if (end === -1) {
      this.#at = this.#text.length;
      return;
    }
    this.#isSkipping = false;
    this.#moveTo(end + 1, 1);
  }

  #moveTo(at: number, lines: number): void {
    this.#at = at;
    this.#line += lines;
  }
}

function isBlank(line: string): boolean {
  return line === "" || (line.charCodeAt(0) <= 32 && line.trim() === "");
}

/** Trims a cell; placeholders become null. Checks only two characters where there are no spaces. */
function cellOf(text: string): string | null {
  const last = text.charCodeAt(text.length - 1);
  const first = text.charCodeAt(0);
  const hasBlanks = first <= 32 || last <= 32 || first === 160 || last === 160;
  return withoutEmptyValue(hasBlanks ? text.trim() : text);
}
