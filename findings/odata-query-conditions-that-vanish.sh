#!/usr/bin/env bash
# odata-query 8.1.0 builds $filter from an object. "One of none" matches nothing, but an empty "or" gives no condition at all, as
# does a value that is undefined: the request then asks for every referral. An empty "in" is written as "in ()", which is not OData.
# Seen: "" for an empty or, the other condition alone for an undefined value, "status in ()".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund odata-query@8.1.0
cat > try.mjs <<'CODE'
import odata from "odata-query";
const buildQuery = odata.default ?? odata;
const chosen = [];
console.log("or of none:", JSON.stringify(buildQuery({ filter: { or: chosen.map((status) => ({ status })) } })));
console.log("and or of none:", JSON.stringify(buildQuery({ filter: { type: "Independent", or: chosen } })));
console.log("undefined:", JSON.stringify(buildQuery({ filter: { type: "Independent", status: undefined } })));
console.log("null:", JSON.stringify(buildQuery({ filter: { type: "Independent", status: null } })));
console.log("in none:", JSON.stringify(buildQuery({ filter: { status: { in: chosen } } })));
CODE
cat > expected.txt <<'TEXT'
or of none: ""
and or of none: "?$filter=type eq 'Independent'"
undefined: "?$filter=type eq 'Independent'"
null: "?$filter=type eq 'Independent' and status eq null"
in none: "?$filter=status in ()"
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
