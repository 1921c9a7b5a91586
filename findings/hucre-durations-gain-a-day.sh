#!/usr/bin/env bash
# A duration in a workbook is a number with a format such as "[h]:mm": 1.25 is 30:00. Readers give it as a Date, counted from a day that
# only they know: exceljs 4.4.0, xlsx 0.18.5 (cellDates) and read-excel-file 9.3.17 from 30 December 1899, hucre 1.0.0 from 31 December
# below 60 days and from 30 December above, because Excel has a 29 February 1900, which is right for dates. Hours since 30 December are
# right for three of them and 24 too many for hucre, 59.5 days are as long as 60.5. What hucre reads and exceljs writes is a day
# longer, what exceljs reads and hucre writes a day shorter: below a day it is a negative time, which Excel shows as "####".
# Seen: 30 hours, for hucre 54; 1428 and 1452, for hucre 1452 twice; 1.25 written anew as 2.25 and 0.25, 60.5 by hucre alone as 59.5.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 read-excel-file@9.3.17
cat > try.mjs <<'CODE'
import ExcelJS from "exceljs";
import { readXlsx, writeXlsx } from "hucre";
import readExcelFile from "read-excel-file/node";
import XLSX from "xlsx";
const byExcelJs = async (values) => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Answers").addRow(values).eachCell((cell) => {
    cell.numFmt = "[h]:mm";
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
const numbers = (bytes) => JSON.stringify(XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Answers, { header: 1 })[0]);
const bytes = await byExcelJs([0.25, 1.25, 59.5, 60.5]);
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(bytes);
const read = {
  exceljs: workbook.worksheets[0].getRow(1).values.slice(1),
  xlsx: XLSX.utils.sheet_to_json(XLSX.read(bytes, { cellDates: true }).Sheets.Answers, { header: 1 })[0],
  "read-excel-file": (await readExcelFile(bytes))[0].data[0],
  hucre: (await readXlsx(new Uint8Array(bytes))).sheets[0].rows[0],
};
for (const [name, dates] of Object.entries(read)) {
  console.log(name, "hours since 30 December 1899:", dates.map((date) => (date - Date.UTC(1899, 11, 30)) / 3_600_000).join(" "));
}
console.log("stored                  ", numbers(bytes));
console.log("read hucre, wrote hucre ", numbers(await writeXlsx({ sheets: [{ name: "Answers", rows: [read.hucre] }] })));
console.log("read hucre, wrote exceljs", numbers(await byExcelJs(read.hucre)));
console.log("read exceljs, wrote hucre", numbers(await writeXlsx({ sheets: [{ name: "Answers", rows: [read.exceljs] }] })));
CODE
cat > expected.txt <<'TEXT'
exceljs hours since 30 December 1899: 6 30 1428 1452
xlsx hours since 30 December 1899: 6 30 1428 1452
read-excel-file hours since 30 December 1899: 6 30 1428 1452
hucre hours since 30 December 1899: 30 54 1452 1452
stored                   [0.25,1.25,59.5,60.5]
read hucre, wrote hucre  [0.25,1.25,59.5,59.5]
read hucre, wrote exceljs [1.25,2.25,60.5,60.5]
read exceljs, wrote hucre [-0.75,0.25,58.5,59.5]
TEXT
TZ=UTC node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
