#!/usr/bin/env bash
# @perspective-dev/client 5.5.1, table() of rows or columns: a column is a "date" where its first value is midnight UTC to the
# millisecond, be it "2026-03-01T00:00:00Z" or a Date object, and a "datetime" otherwise. All other values lose their time, without an
# error: hours to answer are 0 for everybody. The same table as CSV keeps them, as does a schema with "datetime".
# Seen: "date" and 2026-03-02T00:00 for 11:30; "datetime" and 11:30 where the rows stand the other way round, as CSV and with a schema.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @perspective-dev/client@5.5.1
cat > try.mjs <<'CODE'
import perspective from "@perspective-dev/client/node";
const show = async (name, table) => {
  const rows = await (await table.view()).to_json();
  console.log(name, (await table.schema()).answered, rows.map(({ answered }) => new Date(answered).toISOString().slice(0, 16)).join(" "));
};
const [midnight, later] = [{ answered: "2026-03-01T00:00:00Z" }, { answered: "2026-03-02T11:30:00Z" }];
await show("midnight first", await perspective.table([midnight, later]));
const dates = [midnight, later].map(({ answered }) => ({ answered: new Date(answered) }));
await show("Date objects", await perspective.table(dates));
await show("midnight last", await perspective.table([later, midnight]));
await show("CSV", await perspective.table(`answered\n${midnight.answered}\n${later.answered}\n`));
const declared = await perspective.table({ answered: "datetime" });
await declared.update([midnight, later]);
await show("schema", declared);
process.exit(0);
CODE
cat > expected.txt <<'TEXT'
midnight first date 2026-03-01T00:00 2026-03-02T00:00
Date objects date 2026-03-01T00:00 2026-03-02T00:00
midnight last datetime 2026-03-02T11:30 2026-03-01T00:00
CSV datetime 2026-03-01T00:00 2026-03-02T11:30
schema datetime 2026-03-01T00:00 2026-03-02T11:30
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
