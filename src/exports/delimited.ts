import { delimited, harmless, plainCell } from "./delimited-cell.ts";
import { cellOf, type Encoder, type ExportAbout, type Slice, type TableHead } from "./export-table.ts";

export type DelimitedOptions = {
  separator: "," | "\t";
  type: string;
  bom: boolean;
  /** Said above the tables, each line behind a "#"; null for nothing. */
  about: ExportAbout | null;
};

const LINE_END = "\r\n";

/**
 * Writes tables as text with separators: each line has as many fields as the widest table has columns, and where there
 * are several tables each stands below its title, after an empty line.
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
      parts.push(linesOf(slice, columns, lineOf));
    },
    finish: () => new Blob(parts, { type }),
  };
}

function linesOf(
  slice: Slice,
  head: TableHead["columns"],
  lineOf: (fields: readonly string[]) => string,
): string {
  let text = "";
  for (let row = 0; row < slice.size; row++) {
    text += lineOf(head.map((_, column) => plainCell(cellOf(slice, column, row, head))));
  }
  return text;
}
