import { chooseHeader, commonWidth, type HeaderScore } from "./choose-header.ts";
import type { Dialect } from "./csv-quoted.ts";
import { CsvScanner, type ScannedRecord } from "./csv-scanner.ts";
import { HEADER_ROWS } from "./limits.ts";

const DELIMITERS = [",", ";", "\t", "|"];
/** Means "no delimiter": text never contains this character. */
export const NO_DELIMITER = "\0";
const SAMPLE_LENGTH = 128 * 1024;

/** The first records of a text, read with a dialect. */
export type CsvHead = {
  dialect: Dialect;
  /** Without a `sep=` line. */
  records: readonly ScannedRecord[];
  /** Index of the header among them; -1 for none. */
  header: number;
};

/**
 * Chooses the delimiter with the best recognised header, then the one that splits the records most evenly. A line
 * `sep=;`, as in Excel, decides.
 */
export function chooseDialect(head: string, isAll: boolean, score: HeaderScore): CsvHead {
  const lineEnd = lineEndOf(head);
  const declared = /^"?sep=(.)"?[ \t]*[\r\n]/i.exec(head.slice(0, 20))?.[1];
  const candidates = declared === undefined ? DELIMITERS : [declared];
  // The header may be longer than the sample.
  const sample = head.slice(0, SAMPLE_LENGTH).includes(lineEnd) ? head.slice(0, SAMPLE_LENGTH) : head;
  const isWhole = isAll && sample.length === head.length;
  const tried = candidates.map((delimiter) => {
    const dialect = { delimiter, lineEnd, columns: 0 };
    const records = scanHead(sample, isWhole, dialect, declared !== undefined);
    const header = chooseHeader(records.slice(0, HEADER_ROWS), score);
    const { width, share } = commonWidth(records);
    return { dialect, header, width, share };
  });
  const best = tried.reduce((first, second) => (isBetter(second, first) ? second : first));
  const isTable = declared !== undefined || best.header.score > 0 || (best.width > 1 && best.share >= 0.5);
  const dialect = isTable ? best.dialect : { delimiter: NO_DELIMITER, lineEnd, columns: 0 };
  const records = scanHead(head, isAll, dialect, declared !== undefined);
  const header = chooseHeader(records.slice(0, HEADER_ROWS), score).index;
  const columns = records[header]?.cells.length ?? 0;
  return { dialect: { ...dialect, columns }, records, header };
}

type Tried = { header: { score: number }; width: number; share: number };

function isBetter(one: Tried, other: Tried): boolean {
  if (one.header.score !== other.header.score) return one.header.score > other.header.score;
  if (one.share !== other.share) return one.share > other.share;
  return one.width > other.width;
}

function scanHead(head: string, isAll: boolean, dialect: Dialect, isDeclared: boolean): ScannedRecord[] {
  const scanner = new CsvScanner(dialect);
  const records = scanner.feed(head);
  if (isAll) records.push(...scanner.end());
  return isDeclared ? records.slice(1) : records;
}

/** The first line end outside quotes; a CR alone counts only if there is no LF. */
function lineEndOf(head: string): Dialect["lineEnd"] {
  let isQuoted = false;
  for (let at = 0; at < head.length; at++) {
    const character = head[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "\n") return "\n";
    else if (character === "\r") return head[at + 1] === "\n" ? "\n" : "\r";
  }
  return "\n";
}
