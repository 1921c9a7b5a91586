#!/usr/bin/env bash
# xlsx 0.18.5 reads a CSV of a German Excel cell by cell with American eyes, without an error: a deal of "1,5" is 15, one of
# "1.234,50" is 1.2345; in a column of days 04.03.2026 becomes 3 April while 31.12.2025 below it stays text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5
cat > try.mjs <<'CODE'
process.env.TZ = "UTC";
const { default: XLSX } = await import("xlsx");
const csv = "id;value;created\n1;1,5;04.03.2026\n2;1.234,50;31.12.2025\n";
const book = XLSX.read(csv, { type: "string", cellDates: true });
for (const row of XLSX.utils.sheet_to_json(Object.values(book.Sheets)[0])) console.log(JSON.stringify(row));
CODE
cat > expected.txt <<'TEXT'
{"id":1,"value":15,"created":"2026-04-03T00:00:00.000Z"}
{"id":2,"value":1.2345,"created":"31.12.2025"}
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
