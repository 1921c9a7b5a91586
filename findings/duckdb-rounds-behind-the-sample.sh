#!/usr/bin/env bash
# DuckDB 1.5.6 (node-api 1.5.6-r.1), read_csv and read_json: the type of a column is decided from the first 20,480 rows. Where these
# hold whole numbers only, the cents of every later row are rounded away: no error, strict_mode or not, and nothing in store_rejects,
# although a word in the same place is an error (duckdb/duckdb#25824). A year of deals in whole thousands, then one of 1999.50.
# With sample_size = -1 both readers are right.
# Seen: BIGINT and 2000 for 1999.5 in CSV and JSON lines, 0 rejects; DOUBLE and 1999.5 with sample_size = -1; an error for a word.
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
const values = [...Array(25_000).fill(1000), 1999.5];
writeFileSync("deals.csv", ["id,dealValue", ...values.map((value, id) => `${id},${value}`)].join("\n"));
writeFileSync("deals.jsonl", values.map((dealValue, id) => JSON.stringify({ id, dealValue })).join("\n"));
writeFileSync("words.csv", ["id,dealValue", ...values.map((value, id) => `${id},${value === 1000 ? value : "none"}`)].join("\n"));
const show = async (reader) => {
  const sql = `SELECT typeof(dealValue) AS type, max(dealValue)::VARCHAR AS most, count(*) AS rows FROM ${reader} GROUP BY ALL`;
  try {
    const [{ type, most, rows }] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    console.log(reader, type, most, rows);
  } catch (error) {
    console.log(reader, error.message.split(":")[0]);
  }
};
await show("read_csv('deals.csv')");
await show("read_csv('deals.csv', strict_mode = true, store_rejects = true)");
console.log("rejects", (await connection.runAndReadAll("SELECT count(*) FROM reject_errors")).getRowsJson()[0][0]);
await show("read_json('deals.jsonl')");
await show("read_csv('deals.csv', sample_size = -1)");
await show("read_json('deals.jsonl', sample_size = -1)");
await show("read_csv('words.csv')");
CODE
cat > expected.txt <<'TEXT'
read_csv('deals.csv') BIGINT 2000 25001
read_csv('deals.csv', strict_mode = true, store_rejects = true) BIGINT 2000 25001
rejects 0
read_json('deals.jsonl') BIGINT 2000 25001
read_csv('deals.csv', sample_size = -1) DOUBLE 1999.5 25001
read_json('deals.jsonl', sample_size = -1) DOUBLE 1999.5 25001
read_csv('words.csv') Conversion Error
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
