#!/usr/bin/env bash
# arquero 8.0.3 (flechette 2.5.0), fromCSV: the type of a column is decided from its first 1000 values, and a column that is empty
# there passes the first test, that for true and false: every later value but "false" becomes true. In a download with the newest
# referrals first, of which none is won yet, all days on which older ones were won are true afterwards, without an error. A later "A7"
# in a column of numbers is NaN. The documentation names autoMax as how many values it looks at.
# Seen: 1000 nulls and true instead of 2026-03-04; NaN; with autoMax 1002 both values as they are written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund arquero@8.0.3 @uwdata/flechette@2.5.0
cat > try.mjs <<'CODE'
import { fromCSV } from "arquero";
const open = Array.from({ length: 1000 }, (_, at) => `${at},`);
const text = ["id,wonDate", ...open, "1000,2026-03-04", "A7,2026-03-05"].join("\n");
for (const options of [{}, { autoMax: 1002 }]) {
  const rows = fromCSV(text, options).objects();
  console.log(JSON.stringify(options), "empty", rows.filter(({ wonDate }) => wonDate === null).length);
  for (const { id, wonDate } of rows.slice(1000)) console.log(id, wonDate instanceof Date ? wonDate.toISOString() : wonDate);
}
CODE
cat > expected.txt <<'TEXT'
{} empty 1000
1000 true
NaN true
{"autoMax":1002} empty 1000
1000 2026-03-04T00:00:00.000Z
A7 2026-03-05T00:00:00.000Z
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
