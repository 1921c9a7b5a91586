import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimited, harmless, plainCell } from "./delimited.ts";

/** Characters that spreadsheets strip from a cell before looking for a formula. */
const DROPPED = ["", " ", "\t", "\r", "\n", "\u00a0", "\u200e", "\u202e", "\ufeff", '"', "'", "“", "\u3000"];
const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹣"];

describe("a text", () => {
  it.each(SIGNS)("that begins with %s cannot become a formula, whatever stands before it", (sign) => {
    for (const before of DROPPED) {
      for (const other of DROPPED) expect(harmless(`${before}${other}${sign}1+1`)).toMatch(/^'/);
    }
  });

  it("keeps all its characters, with at most one apostrophe more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const safe = harmless(text);
        expect([text, `'${text}`]).toContain(safe);
        expect(safe).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it("of letters, digits or other scripts stays as it is", () => {
    for (const text of ["Contoso", "3M", "a=b", "Ärzte & Co", "微軟", "שלום", "5-6", "", "(…)", "#1"])
      expect(harmless(text)).toBe(text);
  });
});

describe("a cell", () => {
  it("says numbers exactly, also negative ones, and times in hours", () => {
    expect(plainCell({ kind: "count", value: -5 })).toBe("-5");
    expect(plainCell({ kind: "share", value: 1 / 3 })).toBe("0.3333333333333333");
    expect(plainCell({ kind: "duration", value: 5_400_000 })).toBe("1.5");
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(Number(plainCell({ kind: "number", value }))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("says days and instants in UTC, also far ones", () => {
    const at = Date.parse("2026-03-01T09:30:00Z");
    expect(plainCell({ kind: "date", value: at })).toBe("2026-03-01");
    expect(plainCell({ kind: "dateTime", value: at })).toBe("2026-03-01T09:30:00Z");
    expect(plainCell({ kind: "dateTime", value: at + 7 })).toBe("2026-03-01T09:30:00.007Z");
    expect(plainCell({ kind: "dateTime", value: 9e15 })).toBe("9000000000000000");
  });

  it("is empty where there is nothing, and a text in a column of numbers is made harmless too", () => {
    expect(plainCell({ kind: "count", value: null })).toBe("");
    expect(plainCell({ kind: "text", value: "=1" })).toBe("'=1");
  });
});

it("quotes a field only where it has to", () => {
  expect(delimited("a b", ",")).toBe("a b");
  expect(delimited("a,b", "\t")).toBe("a,b");
  expect(delimited("a,b", ",")).toBe('"a,b"');
  expect(delimited('a "b"\nc', "\t")).toBe('"a ""b""\nc"');
});
