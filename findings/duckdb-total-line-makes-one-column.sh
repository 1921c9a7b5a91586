#!/usr/bin/env bash
# DuckDB 1.5.6 (node-api 1.5.6-r.1), read_csv with automatic detection: a last line "Total,50", as many report exports
# write it, turns a good file of three columns into one column named "Referral ID,Status,Deal value" (delimiter "|"), without an
# error and with one more row. So does one row that is shorter or longer than the rest. With null_padding = true the short
# row no longer matters.
# Seen: 3 columns and 50 rows without that line, 1 column and 51 rows with it, 3 columns with null_padding.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat > try.mjs <<'CODE'
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
const rows = Array.from({ length: 50 }, (_, i) => `R-${i},Won,${i}`);
const file = ["Referral ID,Status,Deal value", ...rows].join("\n");
writeFileSync("plain.csv", `${file}\n`);
writeFileSync("total.csv", `${file}\nTotal,50\n`);
async function look(label, source) {
  const { length } = (await connection.runAndReadAll(`SELECT * FROM ${source}`)).columnNames();
  const [[count]] = (await connection.runAndReadAll(`SELECT count(*) FROM ${source}`)).getRowsJson();
  console.log(label, length, count);
}
await look("plain", "read_csv('plain.csv')");
await look("total", "read_csv('total.csv')");
await look("padded", "read_csv('total.csv', null_padding = true)");
CODE
cat > expected.txt <<'TEXT'
plain 3 50
total 1 51
padded 3 51
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
