#!/usr/bin/env bash
# fflate 0.8.3: gunzipSync on a gzip file of several members (what `cat a.gz b.gz`, bgzip and many log exporters write,
# RFC 1952 section 2.2) returns as many bytes as the LAST member holds, from the beginning: no error, no warning.
# Node's own gunzipSync returns all members. A monthly export appended to the last one loses nearly all its rows.
# Seen: 4 lines with node:zlib, 6 bytes ("id,sta") with fflate.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3
cat > try.mjs <<'CODE'
import { gunzipSync as nodeGunzip, gzipSync } from "node:zlib";
import { gunzipSync } from "fflate";
const file = Buffer.concat([gzipSync("id,status\n1,Won\n2,Lost\n"), gzipSync("3,New\n")]);
console.log("node  ", JSON.stringify(nodeGunzip(file).toString()));
console.log("fflate", JSON.stringify(Buffer.from(gunzipSync(file)).toString()));
CODE
cat > expected.txt <<'TEXT'
node   "id,status\n1,Won\n2,Lost\n3,New\n"
fflate "id,sta"
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
