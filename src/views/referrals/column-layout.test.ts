import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REFERRAL_COLUMNS, REFERRAL_KEYS, type ShownColumn } from "#selection/keys/referrals.ts";
import {
  drawnColumns,
  layColumns,
  moveColumn,
  readWidths,
  toggleColumn,
  togglePin,
  widthOf,
  withWidth,
} from "./column-layout.ts";

const USUAL = REFERRAL_KEYS.columns.fallback;
const namesOf = (columns: readonly ShownColumn[]) => columns.map(({ column }) => column);

describe("the columns of the list", () => {
  it("are hidden, and shown again behind the others", () => {
    const without = toggleColumn(USUAL, "outcome");
    expect(namesOf(without)).not.toContain("outcome");
    expect(namesOf(toggleColumn(without, "outcome")).at(-1)).toBe("outcome");
  });

  it("are never all hidden", () => {
    const last: ShownColumn[] = [{ column: "id", isPinned: false }];
    expect(toggleColumn(last, "id")).toEqual(last);
  });

  it("stand first when they are kept in sight", () => {
    const pinned = togglePin(USUAL, "created");
    expect(namesOf(pinned).slice(0, 3)).toEqual(["customer", "created", "outcome"]);
    expect(namesOf(togglePin(pinned, "customer")).slice(0, 2)).toEqual(["created", "customer"]);
  });

  it("change places with their neighbours of the same kind only", () => {
    expect(namesOf(moveColumn(USUAL, "outcome", 1)).slice(0, 3)).toEqual(["customer", "created", "outcome"]);
    expect(moveColumn(USUAL, "outcome", -1)).toEqual(USUAL);
    expect(moveColumn(USUAL, "id", 1)).toEqual(USUAL);
  });

  it("stand side by side, pinned ones within half of the room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2000 }), fc.subarray([...REFERRAL_COLUMNS]), (room, pins) => {
        const columns = pins.reduce(togglePin, USUAL);
        const laid = layColumns(columns, {}, room);
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
      fc.property(pixels, pixels, fc.nat(USUAL.length - 1), (left, room, focused) => {
        const laid = layColumns(USUAL, {}, 1200);
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
    const widths = withWidth(withWidth({}, "id", 333.4), "status", 5);
    expect(readWidths(JSON.stringify(widths))).toEqual(widths);
    expect(widths).toEqual({ id: 333, status: 64 });
    expect(widthOf(withWidth(widths, "id", null), "id")).toBe(widthOf({}, "id"));
  });

  it("are the usual ones where the browser kept anything else", () => {
    for (const text of [null, "", "{", "null", "[1]", '{"id":"wide","__proto__":{"status":1},"x":3}'])
      expect(readWidths(text)).toEqual({});
  });
});
