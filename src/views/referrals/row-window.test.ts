import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnRows, ROW_PX, rowWindow, topShowing } from "./row-window.ts";

const scrolled = fc
  .record({
    count: fc.integer({ min: 0, max: 3_000_000 }),
    view: fc.integer({ min: 64, max: 2000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ count, view, share }) => {
    const { height } = rowWindow({ count, top: 0, view });
    return { count, view, top: Math.floor(Math.max(0, height - view) * share) };
  });

describe("the rows that are drawn", () => {
  it("are all those in sight, and few more", () => {
    fc.assert(
      fc.property(scrolled, ({ count, view, top }) => {
        const { first, end, shift } = rowWindow({ count, view, top });
        const from = top + shift;
        const inSight = { first: Math.floor(from / ROW_PX), last: Math.ceil((from + view) / ROW_PX) - 1 };
        expect(first).toBeLessThanOrEqual(Math.max(0, inSight.first));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, inSight.last + 1));
        expect(end - first).toBeLessThanOrEqual(view / ROW_PX + 20);
      }),
    );
  });

  it("end with the last row at the end of the box, however many there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3_000_000 }), (count) => {
        const view = 640;
        const { height } = rowWindow({ count, view, top: 0 });
        const { end, shift } = rowWindow({ count, view, top: height - view });
        expect(end).toBe(count);
        expect(Math.abs(count * ROW_PX - shift - height)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("hold a row after the scrolling that brings it into sight", () => {
    fc.assert(
      fc.property(scrolled, fc.double({ min: 0, max: 1, noNaN: true }), ({ count, view, top }, share) => {
        const row = Math.floor(Math.max(0, count - 1) * share);
        const { first, end } = rowWindow({ count, view, top: topShowing(row, { count, view, top }) });
        if (count > 0) expect(first <= row && row < end).toBe(true);
      }),
    );
  });

  it("do not scroll for a row that is in sight", () => {
    expect(topShowing(5, { count: 100, top: 64, view: 320 })).toBe(64);
  });

  it("come in order, with the one that has the focus wherever it is", () => {
    const window = { first: 10, end: 13, height: 0, shift: 0 };
    expect(drawnRows(window, null)).toEqual([10, 11, 12]);
    expect(drawnRows(window, 11)).toEqual([10, 11, 12]);
    expect(drawnRows(window, 2)).toEqual([2, 10, 11, 12]);
    expect(drawnRows(window, 99)).toEqual([10, 11, 12, 99]);
  });
});
