import { MAX_COLUMNS } from "./limits.ts";

export type Dialect = {
  delimiter: string;
  lineEnd: "\n" | "\r";
  /** Columns of the header, 0 while unknown: tells lines swallowed by a quote from line breaks in a cell. */
  columns: number;
};

type ParsedRecord = { cells: string[]; lines: number; next: number; isEnded: boolean };
type Cell = { value: string; next: number; lines: number };

/**
 * Parses the record at `from`. "open": a quote does not end in this text; "stray": a quote opens no valid cell, because
 * text follows its end or it contains whole records.
 */
export function parseQuotedRecord(
  text: string,
  from: number,
  dialect: Dialect,
): ParsedRecord | "open" | "stray" {
  const { delimiter, lineEnd } = dialect;
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    const start = skipBlanks(text, at, dialect);
    const cell = text[start] === '"' ? quotedCell(text, start, dialect) : plainCell(text, at, dialect);
    if (typeof cell === "string") return cell;
    if (cells.length < MAX_COLUMNS * 2) cells.push(cell.value);
    lines += cell.lines;
    at = cell.next;
    if (text[at] === delimiter) at += 1;
    else if (text[at] === lineEnd) return { cells, lines, next: at + 1, isEnded: true };
    else return { cells, lines, next: at, isEnded: false };
  }
}

function plainCell(text: string, from: number, { delimiter, lineEnd }: Dialect): Cell {
  let next = from;
  for (; next < text.length; next++) if (text[next] === delimiter || text[next] === lineEnd) break;
  return { value: text.slice(from, next).trim(), next, lines: 0 };
}

function quotedCell(text: string, start: number, dialect: Dialect): Cell | "open" | "stray" {
  let close = text.indexOf('"', start + 1);
  let isEscaped = false;
  while (close !== -1 && text[close + 1] === '"') {
    isEscaped = true;
    close = text.indexOf('"', close + 2);
  }
  const end = close === -1 ? text.length : close;
  const lines = countBreaks(text, start, end, dialect.lineEnd);
  if (lines > 0 && holdsRecords(text, start, end, dialect)) return "stray";
  if (close === -1) return "open";
  const next = skipBlanks(text, close + 1, dialect, true);
  if (next < text.length && text[next] !== dialect.delimiter && text[next] !== dialect.lineEnd)
    return "stray";
  const value = text.slice(start + 1, close);
  return { value: isEscaped ? value.replaceAll('""', '"') : value, next, lines };
}

/** Skips spaces before and after a quote; after it also the CR of CR LF. */
function skipBlanks(text: string, from: number, { delimiter, lineEnd }: Dialect, isAfter = false): number {
  let at = from;
  for (; at < text.length; at++) {
    const character = text[at];
    const isBlank = character === " " || character === "\t" || (isAfter && character === "\r");
    if (!isBlank || character === delimiter || character === lineEnd) break;
  }
  return at;
}

function countBreaks(text: string, from: number, to: number, lineEnd: string): number {
  let count = 0;
  for (let at = text.indexOf(lineEnd, from); at !== -1 && at < to; at = text.indexOf(lineEnd, at + 1))
    count++;
  return count;
}

/** A line break in a cell is followed by words; a swallowed line has as many delimiters as the header. */
const SURE_COLUMNS = 6;
const LINES_LOOKED_AT = 3;

function holdsRecords(
  text: string,
  from: number,
  to: number,
  { delimiter, lineEnd, columns }: Dialect,
): boolean {
  if (columns < 2) return false;
  let whole = 0;
  let looked = 0;
  let start = text.indexOf(lineEnd, from) + 1;
  for (; looked < LINES_LOOKED_AT; looked++) {
    const end = text.indexOf(lineEnd, start);
    if (end === -1 || end >= to) break;
    if (countBreaks(text, start, end, delimiter) >= columns - 1) whole += 1;
    start = end + 1;
  }
  return columns >= SURE_COLUMNS ? whole > 0 : whole === LINES_LOOKED_AT;
}
