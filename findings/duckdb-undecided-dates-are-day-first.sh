#!/usr/bin/env bash
# DuckDB 1.5.6 (node-api 1.5.6-r.1), read_csv: days with slashes are read month first as soon as one value allows nothing else, and
# day first where no value decides. So the same download of Partner Center (US order) is read rightly for a month and, when it
# holds the first days of months only, with day and month swapped; the column is a DATE both times and nothing is reported.
# Seen: 3/4/2026 is 4 March beside 12/31/2025, and 3 April beside 5/6/2025.
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
for (const other of ["12/31/2025", "5/6/2025"]) {
  writeFileSync("leads.csv", `id,created\n1,3/4/2026\n2,${other}\n`);
  const result = await connection.runAndReadAll("SELECT created, typeof(created) FROM read_csv('leads.csv')");
  console.log(other, JSON.stringify(result.getRowsJson()));
}
CODE
cat > expected.txt <<'TEXT'
12/31/2025 [["2026-03-04","DATE"],["2025-12-31","DATE"]]
5/6/2025 [["2026-04-03","DATE"],["2025-06-05","DATE"]]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
