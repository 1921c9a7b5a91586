#!/usr/bin/env bash
# Many a report's ".xls" is a table of HTML, in which </td> and </tr> may be left out (HTML standard, 13.1.2.4 Optional tags).
# xlsx 0.18.5 (the newest SheetJS in the npm registry) reads such a row as one cell: "1" and "Won" are "1Won". A table within a cell
# ends the outer one: the rows behind it are gone. Neither is an error. happy-dom 21.0.4 and jsdom 29.1.1 find the cells.
# Seen: "idstatus", "1Won"; of the referrals 1 and 2 only the first, and a row "x" of the inner table.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 happy-dom@21.0.4 jsdom@29.1.1
cat > try.mjs <<'CODE'
import { Window } from "happy-dom";
import { JSDOM } from "jsdom";
import XLSX from "xlsx";
const tables = {
  "without end tags": "<table><tr><th>id<th>status<tr><td>1<td>Won<tr><td>2<td>Lost</table>",
  "with a table inside": "<table><tr><td>1</td><td>Won<table><tr><td>x</td></tr></table></td></tr><tr><td>2</td><td>Lost</td></tr></table>",
};
const { document } = new Window();
const cellsOf = (body) => {
  const table = body.querySelector("table");
  const own = (selector, of) => [...of.querySelectorAll(selector)].filter((node) => node.closest("table") === table);
  return own("tr", table).map((row) => own("td, th", row).map((cell) => cell.firstChild.textContent));
};
for (const [name, html] of Object.entries(tables)) {
  const { Sheets, SheetNames } = XLSX.read(`<html><body>${html}</body></html>`, { type: "string" });
  console.log(name);
  console.log("  xlsx", JSON.stringify(XLSX.utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 })));
  document.body.innerHTML = html;
  console.log("  happy-dom", JSON.stringify(cellsOf(document.body)));
  console.log("  jsdom", JSON.stringify(cellsOf(new JSDOM(html).window.document.body)));
}
CODE
cat > expected.txt <<'TEXT'
without end tags
  xlsx [["idstatus"],["1Won"],["2Lost"]]
  happy-dom [["id","status"],["1","Won"],["2","Lost"]]
  jsdom [["id","status"],["1","Won"],["2","Lost"]]
with a table inside
  xlsx [[1,"Won"],["x"]]
  happy-dom [["1","Won"],["2","Lost"]]
  jsdom [["1","Won"],["2","Lost"]]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
