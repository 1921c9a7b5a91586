#!/usr/bin/env bash
# An amount of money in Arrow is a decimal: whole cents and a scale, which belongs to the column's type. apache-arrow 21.2.0 gives the
# cents alone: 123.45 in a decimal(18, 2) prints as 12345, and Number() makes 12345 of it, a hundred times too much, without an error.
# The value is an object whose "+" puts texts together: the sum of three amounts that are 0.50 in all is the text "01234550-12345", and
# 0.50 sorts as 50 between whole numbers. JSON holds the cents in quotes twice. Only valueOf(scale), with the scale from the schema, is right.
# Seen: '12345' 12345 '123450' and 123.45 by valueOf(2); the sum "01234550-12345" instead of 0.5; {"value":"\"12345\""}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund apache-arrow@21.2.0
cat > try.mjs <<'CODE'
import { Decimal, Table, tableFromIPC, tableToIPC, vectorFromArray } from "apache-arrow";
const cents = [12_345n, 50n, -12_345n];
const words = cents.map((n) => new Uint32Array(new BigInt64Array([n, n < 0n ? -1n : 0n]).buffer));
const file = tableToIPC(new Table({ value: vectorFromArray(words, new Decimal(2, 18, 128)) }));
const read = tableFromIPC(file);
const { scale } = read.schema.fields[0].type;
const values = [...read].map(({ value }) => value);
console.log("scale", scale);
for (const value of values) console.log(`${value}`, Number(value), JSON.stringify(value + 0), value.valueOf(scale));
console.log("sum  ", JSON.stringify(values.reduce((sum, value) => sum + value, 0)));
console.log("right", values.reduce((sum, value) => sum + value.valueOf(scale), 0));
console.log("JSON ", JSON.stringify(read.toArray()[0]));
CODE
node try.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
scale 2
12345 12345 "123450" 123.45
50 50 "500" 0.5
-12345 -12345 "-123450" -123.45
sum   "01234550-12345"
right 0.5
JSON  {"value":"\"12345\""}
SEEN
