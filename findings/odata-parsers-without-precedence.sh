#!/usr/bin/env bash
# OData, in MS-ODATA and 4.01 part 2 ("Operator Precedence"): "not" binds closer than "and", "and" closer than "or".
# Parsers in the npm registry err in opposite places. odata-v4-parser 0.1.29 (odata-v4-inmemory 0.1.9 filters by it) and
# @odata/parser 0.2.14 let "not" take all that stands behind it: "not (market eq 'DE') and status eq 'Won'" finds lost
# and open ones, too. @balena/odata-parser 4.3.5 goes from left to right: "market eq 'US' or market eq 'FR' and status
# eq 'Won'" is (US or FR) and won. None reports anything, and the same filter with its halves swapped is right. So what
# stands in for a referrals service, or translates its filters, counts others than the service. Parentheses around each
# part make all three right. jaystack/odata-v4-parser#4 was closed as solved: "and" and "or" are, "not" is not.
# Seen: "FR Lost, FR Won, US New" instead of "FR Won" by the first two; "FR Won" instead of "FR Won, US New" by balena.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund odata-v4-parser@0.1.29 odata-v4-inmemory@0.1.9 @odata/parser@0.2.14 \
  @balena/odata-parser@4.3.5
cat > try.mjs <<'CODE'
import balena from "@balena/odata-parser";
import { defaultParser } from "@odata/parser";
import { createFilter } from "odata-v4-inmemory";
const referrals = ["DE Won", "FR Lost", "FR Won", "US New"];
const row = (text) => ({ market: text.slice(0, 2), status: text.slice(3) });
function byBalena(filter) {
  const { tree, binds } = balena.parse(`/referrals?$filter=${filter}`);
  const holds = ([operator, ...parts], lead) => {
    if (operator === "eq") return lead[parts[0].name] === binds[parts[1].bind][1];
    if (operator === "not") return !holds(parts[0], lead);
    return operator === "and" ? parts.every((part) => holds(part, lead)) : parts.some((part) => holds(part, lead));
  };
  return (lead) => holds(tree.options.$filter, lead);
}
function byOdata(filter) {
  const holds = ({ type, value, raw }, lead) => {
    if (type === "EqualsExpression") return lead[value.left.raw] === value.right.raw.slice(1, -1);
    if (type === "NotExpression") return !holds(value, lead);
    if (type === "AndExpression") return holds(value.left, lead) && holds(value.right, lead);
    if (type === "OrExpression") return holds(value.left, lead) || holds(value.right, lead);
    if (value?.type) return holds(value, lead);
    throw new Error(`${type}: ${raw}`);
  };
  const tree = defaultParser.filter(filter);
  return (lead) => holds(tree, lead);
}
for (const filter of [
  "not (market eq 'DE') and status eq 'Won'",
  "(not (market eq 'DE')) and status eq 'Won'",
  "status eq 'Won' and not (market eq 'DE')",
  "not (market eq 'DE') or status eq 'Won'",
  "(not (market eq 'DE')) or status eq 'Won'",
  "market eq 'US' or market eq 'FR' and status eq 'Won'",
  "market eq 'US' or (market eq 'FR' and status eq 'Won')",
  "market eq 'FR' and status eq 'Won' or market eq 'US'",
]) {
  console.log(filter);
  const readers = { "odata-v4-parser": createFilter, "@odata/parser": byOdata, balena: byBalena };
  for (const [name, make] of Object.entries(readers)) {
    const matches = make(filter);
    console.log(`  ${name}: ${referrals.filter((text) => matches(row(text))).join(", ")}`);
  }
}
CODE
cat > expected.txt <<'TEXT'
not (market eq 'DE') and status eq 'Won'
  odata-v4-parser: FR Lost, FR Won, US New
  @odata/parser: FR Lost, FR Won, US New
  balena: FR Won
(not (market eq 'DE')) and status eq 'Won'
  odata-v4-parser: FR Won
  @odata/parser: FR Won
  balena: FR Won
status eq 'Won' and not (market eq 'DE')
  odata-v4-parser: FR Won
  @odata/parser: FR Won
  balena: FR Won
not (market eq 'DE') or status eq 'Won'
  odata-v4-parser: FR Lost, US New
  @odata/parser: FR Lost, US New
  balena: DE Won, FR Lost, FR Won, US New
(not (market eq 'DE')) or status eq 'Won'
  odata-v4-parser: DE Won, FR Lost, FR Won, US New
  @odata/parser: DE Won, FR Lost, FR Won, US New
  balena: DE Won, FR Lost, FR Won, US New
market eq 'US' or market eq 'FR' and status eq 'Won'
  odata-v4-parser: FR Won, US New
  @odata/parser: FR Won, US New
  balena: FR Won
market eq 'US' or (market eq 'FR' and status eq 'Won')
  odata-v4-parser: FR Won, US New
  @odata/parser: FR Won, US New
  balena: FR Won, US New
market eq 'FR' and status eq 'Won' or market eq 'US'
  odata-v4-parser: FR Won, US New
  @odata/parser: FR Won, US New
  balena: FR Won, US New
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
