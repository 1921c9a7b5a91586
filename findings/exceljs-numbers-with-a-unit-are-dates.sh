#!/usr/bin/env bash
# In a number format a backslash shows the next character as it is (ECMA-376 part 1, 18.8.31): "0.0\ \d" is days, "0.0\h" hours to
# answer, "\M0" a shortened million. exceljs 4.4.0 takes any letter of a date outside quotes and brackets for one: 1.25 days become
# 31 December 1899, 06:00, without an error. With the same letter in quotes, or with "\K\K", which is no letter of a date, it reads 1.25.
# hucre 1.0.0, xlsx 0.18.5 (cellDates) and read-excel-file 9.3.17 read the number in all of them.
# Seen: dates of exceljs for the first three formats, 1.25 for the others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 read-excel-file@9.3.17
cat > try.mjs <<'CODE'
import ExcelJS from "exceljs";
import { readXlsx } from "hucre";
import readExcelFile from "read-excel-file/node";
import XLSX from "xlsx";
const formats = ["0.0\\ \\d", "0.0\\h", "\\M0.00", '0.0" d"', "\\K\\K\\ 0.00"];
const written = new ExcelJS.Workbook();
const row = written.addWorksheet("Leads").addRow(formats.map(() => 1.25));
for (const [at, format] of formats.entries()) row.getCell(at + 1).numFmt = format;
const bytes = Buffer.from(await written.xlsx.writeBuffer());
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(bytes);
const { Leads } = XLSX.read(bytes, { cellDates: true }).Sheets;
const read = {
  exceljs: workbook.worksheets[0].getRow(1).values.slice(1),
  hucre: (await readXlsx(new Uint8Array(bytes))).sheets[0].rows[0],
  xlsx: XLSX.utils.sheet_to_json(Leads, { header: 1 })[0],
  "read-excel-file": (await readExcelFile(bytes))[0].data[0],
};
console.log(formats.join(" | "));
for (const [name, values] of Object.entries(read)) {
  console.log(name, values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 16) : value)).join(" | "));
}
CODE
cat > expected.txt <<'TEXT'
0.0\ \d | 0.0\h | \M0.00 | 0.0" d" | \K\K\ 0.00
exceljs 1899-12-31T06:00 | 1899-12-31T06:00 | 1899-12-31T06:00 | 1.25 | 1.25
hucre 1.25 | 1.25 | 1.25 | 1.25 | 1.25
xlsx 1.25 | 1.25 | 1.25 | 1.25 | 1.25
read-excel-file 1.25 | 1.25 | 1.25 | 1.25 | 1.25
TEXT
TZ=UTC node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
