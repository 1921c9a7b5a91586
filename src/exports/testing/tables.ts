import type { ExportAbout, ExportColumn, ExportKind, ExportTable, ExportValue } from "../export-table.ts";
import type { ExportRun } from "../run-export.ts";

export const ABOUT: ExportAbout = {
  title: "About",
  lines: [
    { name: "Selection", text: "Jan – Dec 2026" },
    { name: "Completeness", text: "Incomplete: 4 of 5" },
  ],
};

/** A run without progress or cancellation. */
export function unwatched(): ExportRun {
  return { signal: new AbortController().signal, onProgress: () => {} };
}

export function column(name: string, kind: ExportKind, values: readonly ExportValue[]): ExportColumn {
  return { name, kind, read: (row) => values[row] ?? null };
}

export function textTable(title: string, names: readonly string[], rows: readonly string[][]): ExportTable {
  return {
    title,
    size: rows.length,
    columns: names.map((name, at) =>
      column(
        name,
        "text",
        rows.map((row) => row[at] ?? null),
      ),
    ),
  };
}

/** Parses CSV strictly by RFC 4180, character by character. */
export function parseCsv(text: string, separator = ","): string[][] {
  const rows: string[][] = [];
  let [row, field, isQuoted]: [string[], string, boolean] = [[], "", false];
  for (let at = 0; at < text.length; at++) {
    const [character, next] = [text[at], text[at + 1]];
    if (isQuoted && character === '"' && next === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) field += character;
    else if (character === separator) {
      row.push(field);
      field = "";
    } else if (character === "\r" && next === "\n") {
      rows.push([...row, field]);
      [row, field] = [[], ""];
      at += 1;
    } else field += character;
  }
  return rows;
}
