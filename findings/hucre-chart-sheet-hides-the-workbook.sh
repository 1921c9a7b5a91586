#!/usr/bin/env bash
# hucre 1.0.0: a workbook with a chart on a sheet of its own (ECMA-376 part 1, 18.3.1.12 chartsheet; Excel's "Move Chart, New sheet")
# is not read at all: ParseError, although its table stands on another sheet. xlsx 0.18.5 reads that sheet. What helps: read again
# with `sheets` that leaves out the name in the message.
# Seen: hucre "missing worksheet file for sheet "Picture"", xlsx both rows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0 xlsx@0.18.5 fflate@0.8.3
cat > book.mjs <<'CODE'
import { zipSync, strToU8 } from "fflate";
const NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export function book(rows, { styles = "", props = "" } = {}) {
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pkg = "http://schemas.openxmlformats.org/package/2006";
  const ct = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const files = {
    "[Content_Types].xml": `<Types xmlns="${pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ct}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ct}.worksheet+xml"/><Override PartName="/xl/chartsheets/sheet1.xml" ContentType="${ct}.chartsheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${ct}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${NS}" xmlns:r="${rel}">${props}<sheets><sheet name="Picture" sheetId="2" r:id="rId3"/><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${NS}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="31" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${NS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${NS}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(head + v)]))));
}

export const text = (at, value) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
CODE
cat > try.mjs <<'CODE'
import { readXlsx } from "hucre";
import XLSX from "xlsx";
import { book, text } from "./book.mjs";
const bytes = book(`<row r="1">${text("A1", "Status")}</row><row r="2">${text("A2", "Won")}</row>`);
try {
  console.log("hucre", JSON.stringify((await readXlsx(new Uint8Array(bytes))).sheets.map(({ rows }) => rows)));
} catch (error) {
  console.log("hucre", error.name, error.message);
}
const others = await readXlsx(new Uint8Array(bytes), { sheets: ({ name }) => name !== "Picture" });
console.log("hucre without it", JSON.stringify(others.sheets[0].rows));
console.log("xlsx", JSON.stringify(XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Leads, { header: 1 })));
CODE
cat > expected.txt <<'TEXT'
hucre ParseError Invalid XLSX: missing worksheet file for sheet "Picture"
hucre without it [["Status"],["Won"]]
xlsx [["Status"],["Won"]]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
