import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChartCursor, cursorRange, moveCursor } from "./chart-cursor.ts";

const bounds = { last: 11, keys: ["DE", "FR"] };
const begin: ChartCursor = { at: 5, key: null, anchor: null };
const press = (keys: readonly [string, boolean][], from = begin) =>
  keys.reduce((cursor, [key, shift]) => moveCursor(cursor, key, shift, bounds), from);

describe("reading a chart with the keyboard", () => {
  it("never leaves the buckets and the series, whatever is pressed", () => {
    const key = fc.constantFrom(
      "ArrowLeft",
      "ArrowRight",
      "Home",
      "End",
      "ArrowUp",
      "ArrowDown",
      "Escape",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 40 }), (keys) => {
        const { at, key: series, anchor } = press(keys);
        expect(at >= 0 && at <= 11).toBe(true);
        expect(anchor === null || (anchor >= 0 && anchor <= 11)).toBe(true);
        expect([null, "DE", "FR"]).toContain(series);
      }),
    );
  });

  it("makes a range with Shift, and drops it without", () => {
    const range = press([
      ["ArrowRight", true],
      ["ArrowRight", true],
    ]);
    expect(cursorRange(range)).toEqual({ first: 5, last: 7 });
    expect(cursorRange(press([["Home", true]], range))).toEqual({ first: 0, last: 5 });
    expect(cursorRange(press([["ArrowLeft", false]], range))).toBeNull();
    expect(cursorRange(press([["Escape", false]], range))).toBeNull();
  });

  it("goes through all series and back to all together", () => {
    expect(press([["ArrowDown", false]]).key).toBe("DE");
    expect(press([["ArrowUp", false]]).key).toBe("FR");
    expect(press(Array(3).fill(["ArrowDown", false])).key).toBeNull();
    expect(press([["ArrowUp", false]], { ...begin, key: "DE" }).key).toBeNull();
  });
});
