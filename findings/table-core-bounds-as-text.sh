#!/usr/bin/env bash
# @tanstack/table-core 9.3.1, the filters for greater and less: a bound typed into a field is text, which they compare
# as a number, as documented. Only "or equal" is tested by ===, so of the bound "5" greaterThanOrEqualTo leaves out 5,
# and lessThan, its inverse, keeps it, without an error: the one is "greater", the other "less or equal".
# betweenInclusive loses its lower end only. Date objects are never === either: "1 to 31 March" leaves out what came at
# the first moment of the 1st. And null counts as 0 in "less": who was not answered yet is among those who waited less
# than 5 days (TanStack/table#6007, version 8, is about ranges). inNumberRange and inDateRange are right with text, Date
# objects and null; for the others, give numbers on both sides.
# Seen for days of null, 0, 2, 5, 6: 5 or more is "5 6", with "5" it is "6"; less than 5 "null 0 2", with "5" "null 0 2
# 5"; 2 to 5 is "2 5", with texts "5"; of 1, 15 and 31 March the last two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tanstack/table-core@9.3.1
cat > try.mjs <<'CODE'
import * as core from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
const features = core.tableFeatures({
  columnFilteringFeature: core.columnFilteringFeature,
  filteredRowModel: core.createFilteredRowModel(),
  coreReactivityFeature: storeReactivityBindings(),
});
function kept(name, values, value) {
  const table = core.constructTable({
    features,
    columns: [{ id: "days", accessorFn: (row) => row.days, filterFn: core[`filterFn_${name}`] }],
    data: values.map((days) => ({ days })),
    state: { columnFilters: [{ id: "days", value }] },
  });
  const text = (days) => days?.toISOString?.().slice(5, 10) ?? String(days);
  return table.getRowModel().rows.map((row) => text(row.original.days)).join(" ");
}
const days = [null, 0, 2, 5, 6];
for (const [name, bound, text] of [
  ["greaterThanOrEqualTo", 5, "5"], ["greaterThan", 5, "5"], ["lessThanOrEqualTo", 5, "5"], ["lessThan", 5, "5"],
  ["betweenInclusive", [2, 5], ["2", "5"]], ["between", [2, 6], ["2", "6"]], ["inNumberRange", [2, 5], ["2", "5"]],
]) console.log(name, `${JSON.stringify(bound)}:`, kept(name, days, bound), "| as text:", kept(name, days, text));
const date = (day) => new Date(Date.UTC(2026, 2, day));
const dates = [null, date(1), date(15), date(31)];
const march = [date(1), date(31)];
for (const name of ["betweenInclusive", "inDateRange"]) console.log(name, "1 to 31 March:", kept(name, dates, march));
console.log("lessThan 15 March:", kept("lessThan", dates, date(15)));
CODE
cat > expected.txt <<'TEXT'
greaterThanOrEqualTo 5: 5 6 | as text: 6
greaterThan 5: 6 | as text: 6
lessThanOrEqualTo 5: null 0 2 5 | as text: null 0 2 5
lessThan 5: null 0 2 | as text: null 0 2 5
betweenInclusive [2,5]: 2 5 | as text: 5
between [2,6]: 5 | as text: 5 6
inNumberRange [2,5]: 2 5 | as text: 2 5
betweenInclusive 1 to 31 March: 03-15 03-31
inDateRange 1 to 31 March: 03-01 03-15 03-31
lessThan 15 March: null 03-01 03-15
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
