#!/usr/bin/env bash
# @perspective-dev/client 5.5.1: the average of a group leaves out what is null, but "median", "q1" and "q3" count it as greater than
# every number. Of the days to answer, null for who was not answered yet, the median is so too large, and null once half are open:
# beside an average of the answered it is a figure about other referrals. d3-array 3.2.5 and SQL leave nulls out of all of them.
# "distinct count" counts null as one more value, where SQL does not.
# Seen: of 2, 4, 6 and two nulls the average 4 and the median 6; of 2, 4 and three nulls 3 and null; 3 markets for DE, US and null.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @perspective-dev/client@5.5.1 d3-array@3.2.5
cat > try.mjs <<'CODE'
import perspective from "@perspective-dev/client/node";
import { mean, median } from "d3-array";
const total = async (type, values, aggregate) => {
  const table = await perspective.table({ group: "string", value: type });
  await table.update(values.map((value) => ({ group: "DE", value })));
  const view = await table.view({ group_by: ["group"], columns: ["value"], aggregates: { value: aggregate } });
  return (await view.to_json()).at(-1).value;
};
for (const days of [[2, 4, 6, null, null], [2, 4, null, null, null]]) {
  const seen = [];
  for (const name of ["avg", "median", "q1"]) seen.push(`${name} ${await total("float", days, name)}`);
  console.log(JSON.stringify(days), seen.join(", "), "| d3-array", mean(days), median(days));
}
console.log("distinct count", await total("string", ["DE", "US", null], "distinct count"));
process.exit(0);
CODE
cat > expected.txt <<'TEXT'
[2,4,6,null,null] avg 4, median 6, q1 4 | d3-array 4 4
[2,4,null,null,null] avg 3, median null, q1 4 | d3-array 3 3
distinct count 3
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
