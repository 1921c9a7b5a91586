/** A cell of the grid: line 0 is the header, line 1 the filters, line 2 the first row; columns from 0. */
export type GridCell = { line: number; column: number };

export const HEAD_LINE = 0;
export const FILTER_LINE = 1;
export const FIRST_ROW_LINE = 2;

/** `page`: visible rows. */
export type GridSize = { rows: number; columns: number; page: number };

export type KeyPress = { key: string; ctrlKey: boolean; shiftKey: boolean };

/** The effect of a key. */
export type GridAction =
  | { kind: "move"; to: GridCell }
  /** Opens a row or sorts by a column; `adds` it to the sort columns. */
  | { kind: "act"; adds: boolean }
  /** Moves focus into the filter of a column. */
  | { kind: "enter" }
  | { kind: "resize"; by: 1 | -1 };

/** The action of a key at a cell; null for none. `isRtl` swaps left and right. */
export function actionOf(cell: GridCell, press: KeyPress, size: GridSize, isRtl: boolean): GridAction | null {
  const { key, shiftKey } = press;
  if (cell.line === FILTER_LINE && (key === "Enter" || key === "F2")) return { kind: "enter" };
  if (key === "Enter" || (key === " " && cell.line === HEAD_LINE)) return { kind: "act", adds: shiftKey };
  const step = stepOf(key, isRtl);
  if (shiftKey && cell.line === HEAD_LINE && step !== null) return { kind: "resize", by: step };
  const to = step === null ? lineMove(cell, press, size) : { ...cell, column: cell.column + step };
  return to && { kind: "move", to: held(to, size) };
}

function stepOf(key: string, isRtl: boolean): 1 | -1 | null {
  if (key === "ArrowRight") return isRtl ? -1 : 1;
  if (key === "ArrowLeft") return isRtl ? 1 : -1;
  return null;
}

function held({ line, column }: GridCell, { rows, columns }: GridSize): GridCell {
  const last = rows === 0 ? FILTER_LINE : FIRST_ROW_LINE + rows - 1;
  return {
    line: Math.min(Math.max(line, HEAD_LINE), last),
    column: Math.min(Math.max(column, 0), Math.max(columns - 1, 0)),
  };
}

function lineMove({ line, column }: GridCell, { key, ctrlKey }: KeyPress, size: GridSize): GridCell | null {
  const last = FIRST_ROW_LINE + size.rows - 1;
  // From the header and filters, a page starts at the first row.
  const isAbove = line < FIRST_ROW_LINE;
  switch (key) {
    case "ArrowUp":
      return { line: line - 1, column };
    case "ArrowDown":
      return { line: line + 1, column };
    case "PageUp":
      return { line: isAbove ? line : Math.max(line - size.page, FIRST_ROW_LINE), column };
    case "PageDown":
      return { line: isAbove ? FIRST_ROW_LINE : line + size.page, column };
    case "Home":
      return { line: ctrlKey ? FIRST_ROW_LINE : line, column: 0 };
    case "End":
      return { line: ctrlKey ? last : line, column: size.columns - 1 };
    default:
      return null;
  }
}
