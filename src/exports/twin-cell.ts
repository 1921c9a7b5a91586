import type { ExportCell } from "./export-table.ts";

/** What a cell of a table twin says: its name or figure, the code behind a name, and what stands beside a figure. */
export type TwinCell = ExportCell & { code: string | null; note: string | null };

/** As a twin says that there is nothing. */
const NOTHING = "–";

/**
 * Reads a cell of a table twin. A number in `<data>` is a figure, exact as it stands there (a share where it is read
 * in percent; a length of time in ms where it has `data-unit="ms"`); any other `<data>`, and each one of a head, is
 * the code of a name; a `<time>` is a day or an instant.
 */
export function readTwinCell(cell: HTMLTableCellElement): TwinCell {
  const data = cell.querySelector("data");
  const whole = textOf(cell);
  if (data) {
    const own = textOf(data);
    const figure = cell.tagName === "TD" ? figureOf(data, own) : null;
    if (figure === null) return { ...text(whole), code: data.value };
    return { ...figure, code: null, note: without(whole, own) };
  }
  const at = cell.querySelector("time")?.dateTime;
  if (at === undefined || Number.isNaN(Date.parse(at))) return text(whole);
  return { kind: at.includes("T") ? "dateTime" : "date", value: Date.parse(at), code: null, note: null };
}

function text(whole: string): TwinCell {
  return { kind: "text", value: whole === "" || whole === NOTHING ? null : whole, code: null, note: null };
}

/** Letters and digits of a text in one line, as it is read. */
function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function figureOf(data: HTMLDataElement, own: string): ExportCell | null {
  const value = data.value.trim() === "" ? Number.NaN : Number(data.value);
  if (!Number.isFinite(value)) return null;
  if (data.dataset.unit === "ms") return { kind: "duration", value };
  if (/[%٪]/.test(own)) return { kind: "share", value };
  return { kind: Number.isInteger(value) ? "count" : "number", value };
}

function without(whole: string, part: string): string | null {
  const rest = whole.replace(part, "").trim();
  return rest === "" ? null : rest;
}
