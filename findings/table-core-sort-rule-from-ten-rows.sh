#!/usr/bin/env bash
# @tanstack/table-core 9.3.1, a column with sortFn "auto": the rule is taken from the first ten rows that the filters leave, so the
# same three keys have three orders: digits as numbers where one of the ten holds a digit, as text ("lead-10" before "lead-9")
# where ten words without digits come first, by character code (capitals first) where ten empty rows come first.
# And null is not "undefined": sortUndefined "last" leaves it before the texts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tanstack/table-core@9.3.1

cat > try.mjs <<'CODE'
import { constructTable, createSortedRowModel, rowSortingFeature, sortFns, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns,
  coreReactivityFeature: storeReactivityBindings(),
});
function sorted(values) {
  const table = constructTable({
    features,
    columns: [{ id: "key", accessorFn: (row) => row.key, sortFn: "auto", sortUndefined: "last" }],
    data: values.map((key) => ({ key })),
    state: { sorting: [{ id: "key", desc: false }] },
  });
  return table.getRowModel().rows.map((row) => row.original.key);
}
const keys = ["lead-9", "lead-10", "Lead-8"];
const empty = Array(10).fill(undefined);
console.log("keys alone     ", sorted(keys).join(" "));
console.log("below ten empty", sorted([...empty, ...keys]).filter(Boolean).join(" "));
console.log("below ten words", sorted([...Array(10).fill("a"), ...keys]).slice(10).join(" "));
console.log("null           ", sorted(["b", null, undefined, "a"]).map(String).join(" "));
CODE
cat > expected.txt <<'TEXT'
keys alone      Lead-8 lead-9 lead-10
below ten empty Lead-8 lead-10 lead-9
below ten words lead-10 Lead-8 lead-9
null            null a b undefined
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
