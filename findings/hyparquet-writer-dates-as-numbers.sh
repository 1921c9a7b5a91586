#!/usr/bin/env bash
# hyparquet-writer 0.17.0 chooses the type of a column of numbers by whether they are whole, not by their size: whole numbers are
# INT32. Milliseconds since 1970, the usual form of a date in JavaScript, are then refused, while the same column with one
# fraction in it is written as DOUBLE, and Date objects as INT64 with TIMESTAMP_MILLIS.
# Seen: INT32 for 1 and 2; an error that names the value for 1700000000000; DOUBLE once 0.5 stands beside it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 hyparquet@1.33.0
cat > try.mjs <<'CODE'
import { parquetMetadata } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
const columns = {
  "small whole numbers": [1, 2],
  "milliseconds": [1700000000000, 1],
  "milliseconds and a fraction": [1700000000000, 0.5],
  "dates": [new Date(1700000000000)],
};
for (const [name, data] of Object.entries(columns)) {
  try {
    const { schema } = parquetMetadata(parquetWriteBuffer({ columnData: [{ name: "created", data }] }));
    console.log(`${name}: ${schema[1].type} ${schema[1].converted_type ?? ""}`.trim());
  } catch (error) {
    console.log(`${name}: ${error.message}`);
  }
}
CODE
cat > expected.txt <<'TEXT'
small whole numbers: INT32
milliseconds: parquet expected int32 value, got 1700000000000
milliseconds and a fraction: DOUBLE
dates: INT64 TIMESTAMP_MILLIS
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
