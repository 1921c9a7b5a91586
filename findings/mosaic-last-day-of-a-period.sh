#!/usr/bin/env bash
# @uwdata/mosaic-sql 0.33.0 writes a Date at midnight UTC as a DATE and isBetween as BETWEEN, both ends included. Two periods that
# meet at 1 February, asked of a DATE column, both count that day; of a TIMESTAMP column the period "1 to 31 January" loses all of
# the 31st but midnight. dateMonth moves every year to 2012, so that two Januaries are one bar.
# Run on DuckDB 1.5.6 (node-api 1.5.6-r.1). Seen: 0 from 1 to 31 January where one was created at noon on the 31st; the referral of
# 1 February 00:00 in both periods; 2 for January, one of 2025 and one of 2026.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @uwdata/mosaic-sql@0.33.0 @duckdb/node-api@1.5.6-r.1
cat > try.mjs <<'CODE'
import { DuckDBInstance } from "@duckdb/node-api";
import { count, dateMonth, isBetween, Query } from "@uwdata/mosaic-sql";
const connection = await (await DuckDBInstance.create()).connect();
const rows = async (sql) => JSON.stringify((await connection.runAndReadAll(String(sql))).getRowsJson());
await connection.run(`CREATE TABLE leads AS SELECT unnest([TIMESTAMP '2025-01-05 09:00:00', TIMESTAMP '2026-01-31 12:00:00',
  TIMESTAMP '2026-02-01 00:00:00']) AS created`);
const day = (text) => new Date(`${text}T00:00:00Z`);
const within = (from, to) => Query.from("leads").select({ n: count() }).where(isBetween("created", [day(from), day(to)]));
console.log(String(isBetween("created", [day("2026-01-01"), day("2026-01-31")])));
console.log("1 to 31 January", await rows(within("2026-01-01", "2026-01-31")));
console.log("1 January to 1 February", await rows(within("2026-01-01", "2026-02-01")));
console.log("1 to 28 February", await rows(within("2026-02-01", "2026-02-28")));
const months = Query.from("leads").select({ month: dateMonth("created"), n: count() }).groupby("month").orderby("month");
console.log("months", await rows(months));
CODE
cat > expected.txt <<'TEXT'
("created" BETWEEN DATE '2026-01-01' AND DATE '2026-01-31')
1 to 31 January [["0"]]
1 January to 1 February [["2"]]
1 to 28 February [["1"]]
months [["2012-01-01","2"],["2012-02-01","1"]]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
