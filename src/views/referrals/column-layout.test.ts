import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REFERRAL_COLUMNS, type ReferralColumn } from "#selection/keys/referrals.ts";
import { drawnColumns, heldWidth, layColumns, readWidths, USUAL_WIDTHS } from "./column-layout.ts";

const laidOf = (pins: readonly ReferralColumn[]) =>
  REFERRAL_COLUMNS.map((column) => ({
    column,
    isPinned: pins.includes(column),
    width: USUAL_WIDTHS[column],
  })).sort((a, b) => Number(b.isPinned) - Number(a.isPinned));

describe("the columns of the list", () => {
  it("stand side by side, pinned ones within half of the room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2000 }), fc.subarray([...REFERRAL_COLUMNS]), (room, pins) => {
        const laid = layColumns(laidOf(pins), room);
        let start = 0;
        for (const column of laid) {
          expect(column.start).toBe(start);
          start += column.width;
          if (column.isPinned) expect(start).toBeLessThanOrEqual(room / 2);
        }
      }),
    );
  });
});

describe("the columns that a row draws", () => {
  it("are all that is in sight, what is pinned, and the one with the focus, in their order", () => {
    const pixels = fc.integer({ min: 1, max: 2500 });
    fc.assert(
      fc.property(pixels, pixels, fc.nat(REFERRAL_COLUMNS.length - 1), (left, room, focused) => {
        const laid = layColumns(laidOf(["customer"]), 1200);
        const drawn = drawnColumns(laid, { left, room }, focused).map(({ place }) => place);
        const wanted = laid.filter(({ isPinned, place, start, width }) => {
          const pixelsInSight = Math.min(start + width, left + room) - Math.max(start, left);
          return isPinned || place === focused || pixelsInSight > 0;
        });
        expect(drawn).toEqual(wanted.map(({ place }) => place));
      }),
    );
  });
});

describe("the widths of the columns", () => {
  it("are kept, within what can be used", () => {
    expect([333.4, 5, 2000].map(heldWidth)).toEqual([333, 64, 900]);
    expect(readWidths('{"id":333.4,"status":5}')).toEqual({ id: 333, status: 64 });
  });

  it("are the usual ones where the browser kept anything else", () => {
    for (const text of [null, "", "{", "null", "[1]", '{"id":"wide","__proto__":{"status":1},"x":3}'])
      expect(readWidths(text)).toEqual({});
  });
});
