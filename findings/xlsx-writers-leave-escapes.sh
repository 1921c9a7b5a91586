#!/usr/bin/env bash
# In texts of a workbook "_x0041_" stands for "A" (ECMA-376 part 1, 22.9.2.19), so a writer must write an underscore before such
# a group as "_x005F_". None of exceljs 4.4.0, xlsx 0.18.5, write-excel-file 4.1.1 and hucre 1.0.0 does: the key "lead_x0041_7" is
# "leadA7" for their own readers too (only exceljs leaves it as it is where xlsx wrote it).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 hucre@1.0.0 xlsx@0.18.5 write-excel-file@4.1.1

cat > try.mjs <<'CODE'
import ExcelJS from "exceljs";
import { readXlsx, writeXlsx } from "hucre";
import writeExcelFile from "write-excel-file/node";
import XLSX from "xlsx";
const key = "lead_x0041_7";
const workbook = new ExcelJS.Workbook();
workbook.addWorksheet("Leads").addRow([key]);
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[key]]), "Leads");
const written = {
  exceljs: await workbook.xlsx.writeBuffer(),
  xlsx: XLSX.write(book, { type: "buffer" }),
  "write-excel-file": await writeExcelFile([[key]]).toBuffer(),
  hucre: await writeXlsx({ sheets: [{ name: "Leads", rows: [[key]] }] }),
};
for (const [writer, bytes] of Object.entries(written)) {
  const again = new ExcelJS.Workbook();
  await again.xlsx.load(bytes);
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  const [sheet] = Object.values(XLSX.read(bytes).Sheets);
  console.log(writer, "| exceljs", again.worksheets[0].getCell("A1").value, "| hucre", sheets[0].rows[0][0], "| xlsx", sheet.A1.v);
}
CODE
cat > expected.txt <<'TEXT'
exceljs | exceljs leadA7 | hucre leadA7 | xlsx leadA7
xlsx | exceljs lead_x0041_7 | hucre leadA7 | xlsx leadA7
write-excel-file | exceljs leadA7 | hucre leadA7 | xlsx leadA7
hucre | exceljs leadA7 | hucre leadA7 | xlsx leadA7
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
