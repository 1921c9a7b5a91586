#!/usr/bin/env bash
# Text of a cell in a CDATA section, which XML allows wherever it allows text (what streaming exporters write so as not to escape).
# exceljs 4.4.0 and read-excel-file 9.3.17 lose it without an error: the cell is empty. hucre 1.0.0 and xlsx 0.18.5 read it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 read-excel-file@9.3.17 fflate@0.8.3
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
import readExcelFile from "read-excel-file/node";
import { readXlsx } from "hucre";
import XLSX from "xlsx";
const bytes = book(`<row r="1">${text("A1", "<![CDATA[Alder & Sons]]>")}${text("B1", "Won")}</row>`);
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(bytes);
console.log("exceljs", JSON.stringify(workbook.worksheets[0].getRow(1).values.slice(1)));
console.log("read-excel-file", JSON.stringify((await readExcelFile(bytes))[0].data));
console.log("hucre", JSON.stringify((await readXlsx(new Uint8Array(bytes))).sheets[0].rows));
console.log("xlsx", JSON.stringify(XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Leads, { header: 1 })));
CODE
cat > expected.txt <<'TEXT'
exceljs [null,"Won"]
read-excel-file [[null,"Won"]]
hucre [["Alder & Sons","Won"]]
xlsx [["Alder & Sons","Won"]]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
