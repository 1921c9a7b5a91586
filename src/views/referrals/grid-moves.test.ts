import { describe, expect, it } from "vitest";
import { actionOf, type GridCell, type GridSize } from "./grid-moves.ts";

const SIZE: GridSize = { rows: 100, columns: 5, page: 20 };

function moved(
  cell: GridCell,
  key: string,
  more: { ctrlKey?: boolean; isRtl?: boolean; size?: GridSize } = {},
) {
  const { ctrlKey = false, isRtl = false, size = SIZE } = more;
  const action = actionOf(cell, { key, ctrlKey, shiftKey: false }, size, isRtl);
  return action?.kind === "move" ? [action.to.line, action.to.column] : action;
}

describe("the keys of the grid", () => {
  it("go one cell, and stay within the grid", () => {
    expect(moved({ line: 5, column: 2 }, "ArrowDown")).toEqual([6, 2]);
    expect(moved({ line: 2, column: 2 }, "ArrowUp")).toEqual([1, 2]);
    expect(moved({ line: 0, column: 0 }, "ArrowUp")).toEqual([0, 0]);
    expect(moved({ line: 101, column: 4 }, "ArrowDown")).toEqual([101, 4]);
    expect(moved({ line: 5, column: 4 }, "ArrowRight")).toEqual([5, 4]);
  });

  it("turn round where the page runs from right to left", () => {
    expect(moved({ line: 5, column: 2 }, "ArrowRight", { isRtl: true })).toEqual([5, 1]);
    expect(moved({ line: 5, column: 2 }, "ArrowLeft", { isRtl: true })).toEqual([5, 3]);
  });

  it("go to the ends of a row, and with Control to those of the list", () => {
    expect(moved({ line: 5, column: 2 }, "Home")).toEqual([5, 0]);
    expect(moved({ line: 5, column: 2 }, "End")).toEqual([5, 4]);
    expect(moved({ line: 5, column: 2 }, "Home", { ctrlKey: true })).toEqual([2, 0]);
    expect(moved({ line: 5, column: 2 }, "End", { ctrlKey: true })).toEqual([101, 4]);
  });

  it("turn pages among the rows", () => {
    expect(moved({ line: 5, column: 2 }, "PageDown")).toEqual([25, 2]);
    expect(moved({ line: 95, column: 2 }, "PageDown")).toEqual([101, 2]);
    expect(moved({ line: 10, column: 2 }, "PageUp")).toEqual([2, 2]);
    expect(moved({ line: 0, column: 2 }, "PageDown")).toEqual([2, 2]);
    expect(moved({ line: 1, column: 2 }, "PageUp")).toEqual([1, 2]);
  });

  it("stay at the head where there is no row", () => {
    expect(moved({ line: 1, column: 0 }, "ArrowDown", { size: { ...SIZE, rows: 0 } })).toEqual([1, 0]);
    expect(moved({ line: 0, column: 0 }, "End", { ctrlKey: true, size: { ...SIZE, rows: 0 } })).toEqual([
      1, 4,
    ]);
  });

  it("open rows, sort by heads, enter filters and change widths", () => {
    const at = (line: number, key: string, shiftKey = false) =>
      actionOf({ line, column: 1 }, { key, ctrlKey: false, shiftKey }, SIZE, false);
    expect(at(7, "Enter")).toEqual({ kind: "act", adds: false });
    expect(at(0, "Enter", true)).toEqual({ kind: "act", adds: true });
    expect(at(0, " ")).toEqual({ kind: "act", adds: false });
    expect(at(1, "F2")).toEqual({ kind: "enter" });
    expect(at(0, "ArrowLeft", true)).toEqual({ kind: "resize", by: -1 });
    expect(at(7, " ")).toBeNull();
    expect(at(7, "x")).toBeNull();
  });
});
