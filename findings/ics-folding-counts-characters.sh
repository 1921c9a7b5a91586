#!/usr/bin/env bash
# ics 3.12.0 and ts-ics 2.4.6 fold content lines by characters, RFC 5545 section 3.1 by octets (75 at most). In Chinese
# or Japanese a character is three octets, so lines of up to 209 octets are written. With an English
# title the lines are 75 and 76 octets long, so tests in English hardly show it.
# Seen: longest line in Chinese 209 octets with both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0 ts-ics@2.4.6
cat > try.mjs <<'CODE'
import { createEvent } from "ics";
import { generateIcsCalendar } from "ts-ics";
const longest = (text) => Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
const ics = (title) => createEvent({ start: [2026, 11, 30, 9, 0], duration: { hours: 1 }, title }).value;
const at = (ms) => ({ date: new Date(ms) });
const tsIcs = (summary) =>
  generateIcsCalendar({ version: "2.0", prodId: "-//example//example", events: [{ uid: "1", stamp: at(0), start: at(0), end: at(3.6e6), summary }] });
for (const [name, title] of [["English", "Answer the referral "], ["Chinese", "回覆轉介商機"]]) {
  console.log(name, "ics", longest(ics(title.repeat(12))), "ts-ics", longest(tsIcs(title.repeat(12))));
}
CODE
cat > expected.txt <<'TEXT'
English ics 75 ts-ics 76
Chinese ics 209 ts-ics 209
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
