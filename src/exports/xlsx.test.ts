import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { ABOUT } from "./testing/tables.ts";
import { createXlsxEncoder } from "./xlsx.ts";
import { columnLetters, STYLE, textItem, xlsxCell, xmlText } from "./xlsx-cell.ts";
import { sheetNames } from "./xlsx-parts.ts";

const ROWS = [0, 1, 2, 3, 4];

async function partsOf(most?: number): Promise<Record<string, string>> {
  const encoder = createXlsxEncoder([{ title: "T", columns: [{ name: "n", kind: "count" }] }], ABOUT, most);
  encoder.write({ table: 0, size: 2, columns: [{ values: ROWS.slice(0, 2), codes: null, kinds: null }] });
  encoder.write({ table: 0, size: 3, columns: [{ values: ROWS.slice(2), codes: null, kinds: null }] });
  const files = unzipSync(new Uint8Array(await encoder.finish().arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe("a workbook", () => {
  it("has a sheet of figures with a frozen head and a filter, and one that says what they are", async () => {
    const parts = await partsOf();
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:A6"/>');
    expect(parts["xl/workbook.xml"]).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'T'!$A$1:$A$6</definedName>`,
    );
    expect([...sheet.matchAll(/s="2"><v>(\d+)<\/v>/g)].map(([, value]) => Number(value))).toEqual(ROWS);
    expect(parts["xl/sharedStrings.xml"]).toContain("<si><t>Incomplete: 4 of 5</t></si>");
    expect(parts["xl/worksheets/sheet2.xml"]).toContain('<c r="B2" s="7" t="s"><v>4</v></c>');
    expect(parts["xl/workbook.xml"]).toMatch(/name="T".*name="About"/);
  });

  it("goes on in another sheet where one cannot hold all rows", async () => {
    const parts = await partsOf(2);
    const values = [1, 2, 3].flatMap((at) =>
      [...(parts[`xl/worksheets/sheet${at}.xml`] ?? "").matchAll(/s="2"><v>(\d+)<\/v>/g)].map(([, value]) =>
        Number(value),
      ),
    );
    expect(values).toEqual(ROWS);
    expect(parts["xl/workbook.xml"]).toMatch(/"T".*"T 2".*"T 3".*"About"/);
  });
});

describe("a cell", () => {
  let texts: string[];
  const placeOf = (text: string) => texts.push(text) - 1;
  beforeEach(() => {
    texts = [];
  });

  it("holds days and instants as the numbers of a spreadsheet", () => {
    const at = (text: string) => xlsxCell("A1", { kind: "dateTime", value: Date.parse(text) }, placeOf);
    expect(at("2026-01-01T12:00:00Z")).toBe(`<c r="A1" s="${STYLE.dateTime}"><v>46023.5</v></c>`);
    expect(at("1900-03-01")).toContain("<v>61</v>");
    expect(at("1899-05-01")).toContain('t="s"');
    expect(texts).toEqual(["1899-05-01T00:00:00.000Z"]);
  });

  it("holds nothing where there is nothing, and any text as a text", () => {
    expect(xlsxCell("A1", { kind: "share", value: null }, placeOf)).toBe("");
    expect(xlsxCell("A1", { kind: "share", value: "=1+1" }, placeOf)).toBe('<c r="A1" t="s"><v>0</v></c>');
    expect(xlsxCell("A1", { kind: "number", value: Number.POSITIVE_INFINITY }, placeOf)).toContain('t="s"');
    expect(texts).toEqual(["=1+1", "Infinity"]);
    expect(textItem("x".repeat(40_000)).match(/x+…/)?.[0]).toHaveLength(32_767);
    expect(textItem(" a")).toBe('<si><t xml:space="preserve"> a</t></si>');
  });

  it("says any text so that XML gives it back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unescaped(xmlText(text))).toBe(text);
      }),
    );
    expect(xmlText("_x0041_\u0001")).toBe("_x005F_x0041__x0001_");
    // XML allows these, and LibreOffice shows their escapes.
    expect(xmlText("\u007f\u0085\u009f")).toBe("\u007f\u0085\u009f");
  });
});

/** Undoes the escapes of XML, then those of spreadsheets. */
function unescaped(xml: string): string {
  expect(xml).not.toMatch(/[<>]/);
  const text = xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code ? String.fromCharCode(code) : { amp: "&", lt: "<", gt: ">", quot: '"' }[name as "amp"],
  );
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

it("columns are called by letters", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

it("sheets have names that spreadsheets take, each another one", () => {
  const long = "Referrals by customer market and outcome";
  const names = sheetNames([long, long, "a/b:c", "'quoted'", "", "ABOUT", "About"]);
  expect(names).toEqual([
    "Referrals by customer market an",
    "Referrals by customer market 2",
    "a b c",
    "quoted",
    "Sheet",
    "ABOUT",
    "About 2",
  ]);
});
