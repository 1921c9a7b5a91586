#!/usr/bin/env bash
# Programs save lists as HTML under the name ".xls", with the line of totals in a tfoot in front and now and then a small table within
# a cell. By the standard, a table's `rows` are its own: head first, foot last. happy-dom 21.0.4 gives those of tables within its cells
# as well, in the order of the text: three customers instead of two, and the totals as the header; `tBodies` counts the inner body.
# jsdom 26.1.0 does as the standard says. `table.querySelectorAll(":scope > * > tr")` gives a table's own rows in both, foot first.
# Seen: happy-dom 5 rows that begin with "Total", 2 bodies; jsdom 4 rows from "Customer" to "Total", 1 body.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund happy-dom@21.0.4 jsdom@26.1.0
cat > try.mjs <<'CODE'
import { Window } from "happy-dom";
import { JSDOM } from "jsdom";
const html =
  "<table id=list><tfoot><tr><td>Total</td></tr></tfoot><thead><tr><th>Customer</th></tr></thead>" +
  "<tbody><tr><td>A <table><tbody><tr><td>phone</td></tr></tbody></table></td></tr><tr><td>B</td></tr></tbody></table>";
for (const [name, { document }] of [["happy-dom", new Window()], ["jsdom", new JSDOM().window]]) {
  document.body.innerHTML = html;
  const table = document.getElementById("list");
  const texts = (rows) => [...rows].map((row) => row.textContent.trim()).join(" | ");
  console.log(name, "rows:", texts(table.rows));
  console.log(name, "bodies:", table.tBodies.length);
  console.log(name, "own rows:", texts(table.querySelectorAll(":scope > * > tr")));
}
process.exit(0);
CODE
node try.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
happy-dom rows: Total | Customer | A phone | phone | B
happy-dom bodies: 2
happy-dom own rows: Total | Customer | A phone | B
jsdom rows: Customer | A phone | B | Total
jsdom bodies: 1
jsdom own rows: Total | Customer | A phone | B
SEEN
