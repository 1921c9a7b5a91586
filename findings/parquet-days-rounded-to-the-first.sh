#!/usr/bin/env bash
# hyparquet-writer 0.17.0 makes a column of numbers INT32 where all of them are whole, else DOUBLE. DuckDB 1.5.6 reads several Parquet
# files of one name pattern with the types of the first one and casts the rest: where the first day's deal values happen to be whole,
# the next day's lose their cents without an error. With union_by_name, or with the other day first, the sum is right.
# Seen: 15051 (INTEGER) for 12000 + 800 + 1999.5 + 250.75, and 15050.25 in the two other ways.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 @duckdb/node-api@1.5.6-r.1
cat > try.mjs <<'CODE'
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetWriteBuffer } from "hyparquet-writer";
const write = (name, values) =>
  writeFileSync(name, Buffer.from(parquetWriteBuffer({ columnData: [{ name: "dealValue", data: values }] })));
write("2026-11-27.parquet", [12000, 800]);
write("2026-11-28.parquet", [1999.5, 250.75]);
const connection = await (await DuckDBInstance.create()).connect();
for (const files of ["'2026-11-*.parquet'", "'2026-11-*.parquet', union_by_name = true", "['2026-11-28.parquet', '2026-11-27.parquet']"]) {
  const sql = `SELECT typeof(dealValue) AS type, sum(dealValue)::VARCHAR AS total FROM read_parquet(${files}) GROUP BY ALL`;
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  console.log(files, row.type, row.total);
}
CODE
cat > expected.txt <<'TEXT'
'2026-11-*.parquet' INTEGER 15051
'2026-11-*.parquet', union_by_name = true DOUBLE 15050.25
['2026-11-28.parquet', '2026-11-27.parquet'] DOUBLE 15050.25
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
