#!/usr/bin/env bash
# The parts of a workbook are named by its relationships (ECMA-376 part 2, 6.5); "sheet1.xml" is only what Excel calls them.
# exceljs 4.4.0 knows sheets by that file name: of a workbook whose sheet is "leads.xml" it gives no sheet and no error.
# hucre 1.0.0 and xlsx 0.18.5 follow the relationship.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 fflate@0.8.3
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
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import ExcelJS from "exceljs";
import { readXlsx } from "hucre";
import XLSX from "xlsx";
const row = `<row r="1">${text("A1", "Id")}${text("B1", "Status")}</row>`;
const parts = Object.entries(unzipSync(new Uint8Array(book(row))));
for (const name of ["sheet1.xml", "leads.xml"]) {
  const renamed = parts.map(([path, bytes]) => [
    path.replace("sheet1.xml", name),
    path.endsWith(".rels") || path.startsWith("[") ? strToU8(strFromU8(bytes).replaceAll("sheet1.xml", name)) : bytes,
  ]);
  const bytes = Buffer.from(zipSync(Object.fromEntries(renamed)));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  console.log(name, "exceljs", workbook.worksheets.map((sheet) => sheet.name), "hucre", sheets.map((sheet) => sheet.name));
  console.log(name, "xlsx", XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Leads, { header: 1 }));
}
CODE
cat > expected.txt <<'TEXT'
sheet1.xml exceljs [ 'Leads' ] hucre [ 'Leads' ]
sheet1.xml xlsx [ [ 'Id', 'Status' ] ]
leads.xml exceljs [] hucre [ 'Leads' ]
leads.xml xlsx [ [ 'Id', 'Status' ] ]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
