import type { CsvMarks } from "./csv-region.ts";
import { delimited, harmless, plainCell } from "./delimited-cell.ts";
import {
  cellOf,
  codedCells,
  type Encoder,
  type ExportAbout,
  type ExportCell,
  type Slice,
  type TableHead,
} from "./export-table.ts";

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
