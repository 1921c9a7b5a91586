#!/usr/bin/env bash
# DuckDB 1.5.6 (node-api 1.5.6-r.1), read_csv with three declared columns, strict_mode = true and store_rejects = true: a row
# of four cells is rejected, but not when the fourth is empty. So "2,Cedar Labs, Inc," (a company's name with a comma that nobody
# quoted, an empty status behind it) is taken with " Inc" as its status, and no reject is written.
# Seen: rejects 1 for four filled cells, 0 for an empty fourth, status " Inc".
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
const rows = { filled: "2,Cedar, Labs, Inc", "last empty": "2,Cedar Labs, Inc," };
for (const [name, row] of Object.entries(rows)) {
  writeFileSync("file.csv", `id,customer,status\n1,Alder,Won\n${row}\n3,Dune,Lost\n`);
  const place = Object.keys(rows).indexOf(name);
  const result = await connection.runAndReadAll(
    `SELECT * FROM read_csv('file.csv', header = true, delim = ',', strict_mode = true, store_rejects = true,
     rejects_table = 'rejects${place}', rejects_scan = 'scans${place}',
     columns = {'id': 'VARCHAR', 'customer': 'VARCHAR', 'status': 'VARCHAR'})`,
  );
  const rejects = (await connection.runAndReadAll(`SELECT count(*) FROM rejects${place}`)).getRowsJson();
  console.log(name, JSON.stringify(result.getRowsJson()), "rejects", rejects[0][0]);
}
CODE
cat > expected.txt <<'TEXT'
filled [["1","Alder","Won"],["3","Dune","Lost"]] rejects 1
last empty [["1","Alder","Won"],["2","Cedar Labs"," Inc"],["3","Dune","Lost"]] rejects 0
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
