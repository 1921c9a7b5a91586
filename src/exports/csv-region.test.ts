import { describe, expect, it } from "vitest";
import { CSV_REGIONS, csvRegionOf, isCsvRegion } from "./csv-region.ts";
import { plainCell } from "./delimited.ts";
import { openWriterHere, runExport } from "./run-export.ts";
import { ABOUT, unwatched } from "./testing/tables.ts";

describe("the region of a CSV", () => {
  it.each([
    ["de", "semicolon-comma"],
    ["de-AT", "semicolon-comma"],
    ["de-CH", "semicolon-point"],
    ["fr-FR", "semicolon-comma"],
    ["en", "comma-point"],
    ["en-US", "comma-point"],
    ["zh-Hant", "comma-point"],
    ["ja-JP", "comma-point"],
  ])("of %s is %s", (locale, region) => {
    expect(csvRegionOf(locale)).toBe(region);
  });

  it("that a browser has kept is one of these, or none", () => {
    expect(Object.keys(CSV_REGIONS).every(isCsvRegion)).toBe(true);
    expect(["", "toString", null].some(isCsvRegion)).toBe(false);
  });
});

it("numbers of every kind have the decimal mark, dates and texts keep their own", () => {
  expect(plainCell({ kind: "share", value: 0.25 }, ",")).toBe("0,25");
  expect(plainCell({ kind: "duration", value: 5_400_000 }, ",")).toBe("1,5");
  expect(plainCell({ kind: "number", value: -1e21 / 3 }, ",")).toBe("-333333333333333300000");
  expect(plainCell({ kind: "dateTime", value: 7 }, ",")).toBe("1970-01-01T00:00:00.007Z");
  expect(plainCell({ kind: "text", value: "1.5" }, ",")).toBe("1.5");
});

it("a CSV for a German Excel has semicolons, decimal commas and the mark of its bytes, also in its notes", async () => {
  const table = {
    title: "T",
    size: 1,
    columns: [
      { name: "a;b", kind: "text", read: () => "x,y" },
      { name: "n", kind: "share", read: () => 0.5 },
    ],
  } as const;
  const format = { kind: "csv", region: "semicolon-comma", notes: true } as const;
  const file = await runExport({ format, tables: [table], about: ABOUT }, unwatched(), openWriterHere);
  expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = (await file.text()).split("\r\n");
  expect(lines.slice(-3)).toEqual(['"a;b";n', "x,y;0,5", ""]);
  for (const note of lines.slice(0, -3)) expect(note).toMatch(/^\ufeff?"?# .*;$/);
});
