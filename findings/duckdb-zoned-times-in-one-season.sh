#!/usr/bin/env bash
# @duckdb/node-api 1.5.6-r.1 writes a TIMESTAMPTZ as text (toString, getRowsJson) with one offset for all days of all
# years: the machine's when the process started. DuckDB's TimeZone, by which date_trunc cut the months, has no part in
# it, so that in a process in UTC each month of Berlin begins on the last day of the one before, and August's bar is
# labelled July. The readme shows how to agree with TimeZone: the offset of current_timestamp. That is right for one
# season: from November to March the months of summer begin on the last day of the month before, from April to October
# those of winter at 01:00. Right all year: strftime, ::VARCHAR or ::DATE in the query, or the Date objects of
# getRowsJS.
# Seen for the months of 31 January and 1 August in Berlin: 2025-12-31 23:00:00+00 and 2026-07-31 22:00:00+00; by the
# readme in winter 2026-07-31 23:00:00+01 for August, in summer 2026-01-01 01:00:00+02; by strftime 2026-01 and 2026-08.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat > try.mjs <<'CODE'
import { DuckDBInstance, DuckDBTimestampTZValue } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
await connection.run("SET TimeZone = 'Europe/Berlin'");
const read = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
const months = `SELECT month, month::VARCHAR, strftime(month, '%Y-%m')
  FROM (SELECT date_trunc('month', received) AS month FROM (
    VALUES (TIMESTAMPTZ '2026-01-31 23:30:00+01'), (TIMESTAMPTZ '2026-08-01 00:30:00+02')) AS referrals(received))
  ORDER BY month`;
const show = async (name) => {
  console.log(name);
  for (const row of await read(months)) console.log("  JSON", row[0], "| VARCHAR", row[1], "| strftime", row[2]);
};
await show("process in UTC");
// What the readme's statement gives in January and in July, and then today.
for (const time of ["TIMESTAMPTZ '2026-01-15 12:00:00Z'", "TIMESTAMPTZ '2026-07-15 12:00:00Z'"]) {
  DuckDBTimestampTZValue.timezoneOffsetInMinutes = (await read(`SELECT (timezone(${time}) / 60)::INT`))[0][0];
  await show(`by the readme, on ${time.slice(13, 23)}`);
}
DuckDBTimestampTZValue.timezoneOffsetInMinutes = (await read("SELECT (timezone(current_timestamp) / 60)::INT"))[0][0];
const today = await read(months);
const wrong = today.filter(([json, text]) => json !== text);
console.log("by the readme, today:", wrong.length, "of", today.length, "differ");
CODE
cat > expected.txt <<'TEXT'
process in UTC
  JSON 2025-12-31 23:00:00+00 | VARCHAR 2026-01-01 00:00:00+01 | strftime 2026-01
  JSON 2026-07-31 22:00:00+00 | VARCHAR 2026-08-01 00:00:00+02 | strftime 2026-08
by the readme, on 2026-01-15
  JSON 2026-01-01 00:00:00+01 | VARCHAR 2026-01-01 00:00:00+01 | strftime 2026-01
  JSON 2026-07-31 23:00:00+01 | VARCHAR 2026-08-01 00:00:00+02 | strftime 2026-08
by the readme, on 2026-07-15
  JSON 2026-01-01 01:00:00+02 | VARCHAR 2026-01-01 00:00:00+01 | strftime 2026-01
  JSON 2026-08-01 00:00:00+02 | VARCHAR 2026-08-01 00:00:00+02 | strftime 2026-08
by the readme, today: 1 of 2 differ
TEXT
TZ=UTC node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
