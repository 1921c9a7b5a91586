import { HOUR_MS } from "#lib/calendar.ts";
import type { CsvMarks } from "./csv-region.ts";
import {
  cellOf,
  codedCells,
  type Encoder,
  type ExportAbout,
  type ExportCell,
  type Slice,
  type TableHead,
} from "./export-table.ts";

/**
 * The start of a possible formula (CSV injection): = + - @, also full-width, small and mathematical variants, after
 * spaces, quotes and marks that a spreadsheet may strip; or a leading tab or line break.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}\p{Z}"'`´‘’“”„«»]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** Prefixes an apostrophe to text that a spreadsheet might take for a formula. */
export function harmless(text: string): string {
  if (isLetterOrDigit(text.charCodeAt(0))) return text;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Fast path for ASCII. */
function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/**
 * A cell as text: exact numbers with this decimal mark, ISO 8601 days and instants, durations in hours; "" for null.
 */
export function plainCell({ kind, value }: ExportCell, decimal: CsvMarks["decimal"] = "."): string {
  if (value === null) return "";
  if (typeof value === "string") return harmless(value);
  if (kind === "date" || kind === "dateTime") return isoOf(value, kind === "date");
  return String(kind === "duration" ? value / HOUR_MS : value).replace(".", decimal);
}

/** The largest `Date`, in ms. */
const LAST = 8.64e15;

function isoOf(at: number, isDay: boolean): string {
  if (!(Math.abs(at) <= LAST)) return String(at);
  const iso = new Date(at).toISOString();
  return isDay ? iso.slice(0, iso.indexOf("T")) : iso.replace(".000Z", "Z");
}

/** Quotes a field if needed (RFC 4180): when it contains the separator, a quote or a line break. */
export function delimited(text: string, separator: CsvMarks["separator"]): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

export type DelimitedOptions = CsvMarks & {
  type: string;
  bom: boolean;
  /** Written above the tables, lines prefixed with "#"; null omits it. */
  about: ExportAbout | null;
};

const LINE_END = "\r\n";

/**
 * Encodes tables as delimited text. Every line has as many fields as the widest table has columns; several tables are
 * separated by an empty line and each has its title.
 */
export function createDelimitedEncoder(heads: readonly TableHead[], options: DelimitedOptions): Encoder {
  const { separator, type, bom, about } = options;
  const width = Math.max(1, ...heads.map(({ columns }) => columns.length));
  const lineOf = (fields: readonly string[]) => {
    const padded = fields.length < width ? [...fields, ...Array(width - fields.length).fill("")] : fields;
    return padded.map((field) => delimited(field, separator)).join(separator) + LINE_END;
  };
  const parts: string[] = bom ? ["\ufeff"] : [];
  for (const { name, text } of about?.lines ?? []) parts.push(lineOf([`# ${name}: ${text}`]));
  let open = -1;

  function openTable(table: number): void {
    open = table;
    const { title = "", columns = [] } = heads[table] ?? {};
    if (heads.length > 1) {
      if (table > 0) parts.push(lineOf([]));
      parts.push(lineOf([harmless(title)]));
    }
    parts.push(lineOf(columns.map(({ name }) => harmless(name))));
  }

  return {
    write(slice) {
      if (slice.table !== open) openTable(slice.table);
      const { columns = [] } = heads[slice.table] ?? {};
      const ending = separator.repeat(width - columns.length) + LINE_END;
      parts.push(linesOf(slice, columns, options, ending));
    },
    finish: () => new Blob(parts, { type }),
  };
}

/** Formats column by column, so that each distinct text is formatted once. */
function linesOf(slice: Slice, head: TableHead["columns"], marks: CsvMarks, ending: string): string {
  const { separator, decimal } = marks;
  const fieldOf = (cell: ExportCell) => delimited(plainCell(cell, decimal), separator);
  const columns = slice.columns.map((column, at) => {
    const { codes } = column;
    const texts = codedCells(column, head[at]?.kind ?? "text")?.map(fieldOf);
    if (texts && codes) return Array.from(codes, (code) => texts[code]);
    return Array.from({ length: slice.size }, (_, row) => fieldOf(cellOf(slice, at, row, head)));
  });
  const parts: (string | undefined)[] = [];
  for (let row = 0; row < slice.size; row++) {
    for (const [at, column] of columns.entries()) {
      if (at > 0) parts.push(separator);
      parts.push(column[row]);
    }
    parts.push(ending);
  }
  return parts.join("");
}
