#!/usr/bin/env bash
# @internationalized/date 3.12.4, below the calendars of React Aria: isWeekend and isWeekday use a table of their own,
# in which the Emirates rest on Friday and Saturday. Since January 2022 it is Saturday and Sunday, and so it is in CLDR,
# the engine's data, which are not asked: of the days to answer a referral there, Friday is left out and Sunday counted.
# startOfWeek does ask the engine, but only one that has getWeekInfo(). Node 20 has it as the property weekInfo, so a
# table decides there: by it the Emirates' week begins on Saturday, and that of each region it lacks, as Nigeria and
# Morocco, on Sunday; CLDR says Monday for all three. Server and page then put one referral into two weeks. What helps:
# firstDayOfWeek given, weekends from Intl.Locale.
# Seen: weekend 5,6 for AE, 6,7 in CLDR; the week of Sunday, 8 March 2026, from 7 (AE) and 8 March by the table, from 2
# March by an engine with getWeekInfo() or with "mon" given.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @internationalized/date@3.12.4
cat > try.mjs <<'CODE'
const locale = Intl.Locale.prototype;
const original = locale.getWeekInfo;
const info = (name) => {
  const instance = new Intl.Locale(name);
  return original ? original.call(instance) : instance.weekInfo;
};
// The two kinds of engine: with getWeekInfo() and without it.
if (process.argv[2] === "engine") locale.getWeekInfo = function () { return info(String(this)); };
else delete locale.getWeekInfo;
const { isWeekend, parseDate, startOfWeek } = await import("@internationalized/date");
const monday = parseDate("2026-03-02");
const week = Array.from({ length: 7 }, (_, n) => monday.add({ days: n }));
const sunday = parseDate("2026-03-08");
for (const name of ["en-AE", "en-NG", "fr-MA", "de-DE"]) {
  const weekend = week.flatMap((day, n) => (isWeekend(day, name) ? [n + 1] : []));
  console.log(name, "weekend", weekend.join(), "in CLDR", info(name).weekend.join(), "| week of 8 March from",
    String(startOfWeek(sunday, name)), "with Monday given", String(startOfWeek(sunday, name, "mon")));
}
CODE
cat > expected.txt <<'TEXT'
table
en-AE weekend 5,6 in CLDR 6,7 | week of 8 March from 2026-03-07 with Monday given 2026-03-02
en-NG weekend 6,7 in CLDR 6,7 | week of 8 March from 2026-03-08 with Monday given 2026-03-02
fr-MA weekend 6,7 in CLDR 6,7 | week of 8 March from 2026-03-08 with Monday given 2026-03-02
de-DE weekend 6,7 in CLDR 6,7 | week of 8 March from 2026-03-02 with Monday given 2026-03-02
engine
en-AE weekend 5,6 in CLDR 6,7 | week of 8 March from 2026-03-02 with Monday given 2026-03-02
en-NG weekend 6,7 in CLDR 6,7 | week of 8 March from 2026-03-02 with Monday given 2026-03-02
fr-MA weekend 6,7 in CLDR 6,7 | week of 8 March from 2026-03-02 with Monday given 2026-03-02
de-DE weekend 6,7 in CLDR 6,7 | week of 8 March from 2026-03-02 with Monday given 2026-03-02
TEXT
for engine in table engine; do echo "$engine"; node try.mjs "$engine"; done > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
