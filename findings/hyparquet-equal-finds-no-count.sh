#!/usr/bin/env bash
# hyparquet 1.33.0, parquetQuery: in a column of INT64, which is how DuckDB 1.5.6 (node-api 1.5.6-r.1) writes every count, a number is
# compared by $gt, $gte, $lt and $lte as expected, but $eq and $in find no row, $ne and $nin every row, without an error. The values are
# BigInt and "filterStrict" is true by default; with false, or with 5n, all operators agree. In a column of INT32 the number is found.
# Seen: $gte 5 two of three markets, $eq 5 none, $ne 5 all three; with filterStrict: false one and two; $eq 5 one in INT32.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet@1.33.0 @duckdb/node-api@1.5.6-r.1
cat > try.mjs <<'CODE'
import { DuckDBInstance } from "@duckdb/node-api";
import { asyncBufferFromFile, parquetQuery } from "hyparquet";
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`COPY (SELECT market, count(*) AS referrals, count(*)::INTEGER AS small
  FROM (SELECT unnest(['DE', 'FR', 'FR', 'FR', 'FR', 'FR', 'US', 'US', 'US', 'US', 'US', 'US']) AS market)
  GROUP BY market ORDER BY market) TO 'markets.parquet' (FORMAT parquet)`);
const file = await asyncBufferFromFile("markets.parquet");
const show = async (name, filter, options) => {
  const rows = await parquetQuery({ file, filter, ...options });
  console.log(name, rows.map(({ market, small }) => `${market} ${small}`).join(", ") || "none");
};
await show("$gte 5", { referrals: { $gte: 5 } });
await show("$eq 5", { referrals: { $eq: 5 } });
await show("$in [5, 6]", { referrals: { $in: [5, 6] } });
await show("$ne 5", { referrals: { $ne: 5 } });
await show("$eq 5, INT32", { small: { $eq: 5 } });
await show("$eq 5n", { referrals: { $eq: 5n } });
await show("$eq 5, not strict", { referrals: { $eq: 5 } }, { filterStrict: false });
await show("$ne 5, not strict", { referrals: { $ne: 5 } }, { filterStrict: false });
CODE
cat > expected.txt <<'TEXT'
$gte 5 FR 5, US 6
$eq 5 none
$in [5, 6] none
$ne 5 DE 1, FR 5, US 6
$eq 5, INT32 FR 5
$eq 5n FR 5
$eq 5, not strict FR 5
$ne 5, not strict DE 1, US 6
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
