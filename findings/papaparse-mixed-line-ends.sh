#!/usr/bin/env bash
# papaparse 5.7.1 decides the line break once, from the first lines. In a file whose header was written with CR LF and
# whose rows were appended with LF, all rows become one row of joined cells, and `errors` is empty.
# Seen: one row with the cells "Won\n2" and "Lost\n3".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1
cat > try.mjs <<'CODE'
import Papa from "papaparse";
const { data, errors } = Papa.parse("id,status\r\n1,Won\n2,Lost\n3,New\r\n", { skipEmptyLines: true });
console.log(JSON.stringify(data));
console.log("errors", errors.length);
CODE
cat > expected.txt <<'TEXT'
[["id","status"],["1","Won\n2","Lost\n3","New"]]
errors 0
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
