#!/usr/bin/env bash
# exceljs 4.4.0: a date with one of the built-in formats 27 to 36 or 50 to 58 (dates of Excel in Chinese, Japanese and
# Korean, ECMA-376 part 1, 18.8.30) comes as a number; format 14 comes as a Date. The same with a cell of type "d" (ISO
# text, Strict Open XML): 2026 becomes 1905, because the year is taken for a serial number. hucre 1.0.0 reads the first as a
# Date and the second as its text.
# Seen: exceljs 46023 and 1905-07-18, hucre 2026-01-01 for both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0 fflate@0.8.3
cat > book.mjs <<'CODE'
import { zipSync, strToU8 } from "fflate";
const NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export function book(rows, { styles = "", props = "" } = {}) {
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pkg = "http://schemas.openxmlformats.org/package/2006";
  const ct = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const files = {
    "[Content_Types].xml": `<Types xmlns="${pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ct}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ct}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${ct}.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${NS}" xmlns:r="${rel}">${props}<sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${NS}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="31" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${NS}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(head + v)]))));
}

export const text = (at, value) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
CODE
cat > try.mjs <<'CODE'
import { book, text } from "./book.mjs";

import ExcelJS from "exceljs";
import { readXlsx } from "hucre";
const cells = { "format 14": '<c r="A2" s="1"><v>46023</v></c>', "format 31": '<c r="A2" s="2"><v>46023</v></c>', "type d": '<c r="A2" s="1" t="d"><v>2026-01-01</v></c>' };
for (const [name, cell] of Object.entries(cells)) {
  const bytes = book(`<row r="1">${text("A1", "Created")}</row><row r="2">${cell}</row>`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const other = (await readXlsx(new Uint8Array(bytes))).sheets[0].rows[1][0];
  console.log(name, "exceljs", JSON.stringify(workbook.worksheets[0].getCell("A2").value), "hucre", JSON.stringify(other));
}
CODE
cat > expected.txt <<'TEXT'
format 14 exceljs "2026-01-01T00:00:00.000Z" hucre "2026-01-01T00:00:00.000Z"
format 31 exceljs 46023 hucre "2026-01-01T00:00:00.000Z"
type d exceljs "1905-07-18T00:00:00.000Z" hucre "2026-01-01"
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
