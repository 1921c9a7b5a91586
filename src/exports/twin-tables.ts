import type { ExportColumn, ExportKind, ExportTable } from "./export-table.ts";
import { readTwinCell, type TwinCell } from "./twin-cell.ts";

/** How the columns are called that a name or a figure may need besides its own. */
export type TwinNames = {
  code: (column: string) => string;
  note: (column: string) => string;
  hours: (column: string) => string;
};

/**
 * The tables of a panel's twin, as they stand there, exactly: its captions (else `title`) as their titles, all rows. A
 * column of names has one of codes beside it where these say more, one of figures has one of notes where there are any.
 */
export function readTwin(twin: Element, title: string, names: TwinNames): ExportTable[] {
  return [...twin.querySelectorAll("table")].map((table) => {
    const caption = table.caption?.textContent?.trim();
    const head = [...(table.tHead?.rows ?? [])].at(-1);
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const cells = rows.map((row) => [...row.cells].map(readTwinCell));
    const width = Math.max(head?.cells.length ?? 0, ...cells.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, at) => {
      const name = (head?.cells[at]?.textContent ?? "").replace(/\s+/g, " ").trim();
      return columnsOf(
        name,
        cells.map((row) => row[at] ?? NO_CELL),
        names,
      );
    });
    return { title: caption || title, size: rows.length, columns: columns.flat() };
  });
}

const NO_CELL: TwinCell = { kind: "text", value: null, code: null, note: null };

function columnsOf(name: string, cells: readonly TwinCell[], names: TwinNames): ExportColumn[] {
  const kinds = new Set(cells.flatMap(({ kind, value }) => (typeof value === "number" ? [kind] : [])));
  const [first = "text"] = kinds;
  const own = kinds.size === 1 && first === "duration" ? names.hours(name) : name;
  const column: ExportColumn = {
    name: own,
    kind: first,
    read: (row) => cells[row]?.value ?? null,
    ...(kinds.size > 1 ? { kindAt: (row: number): ExportKind => cells[row]?.kind ?? "text" } : {}),
  };
  const texts = (kept: (cell: TwinCell) => string | null, called: string): ExportColumn[] =>
    cells.some((cell) => kept(cell) !== null)
      ? [
          {
            name: called,
            kind: "text",
            read: (row) => {
              const cell = cells[row];
              return cell ? kept(cell) : null;
            },
          },
        ]
      : [];
  const hasCodes = cells.some(({ code, value }) => code !== null && !isSaid(code, value));
  return [
    column,
    ...(hasCodes ? texts(({ code }) => code, names.code(name)) : []),
    ...texts(({ note }) => note, names.note(name)),
  ];
}

/** Whether a name says its code already: "Won" for "won". */
function isSaid(code: string, name: TwinCell["value"]): boolean {
  return String(name).toLowerCase() === code.toLowerCase();
}
