#!/usr/bin/env bash
# ics 3.12.0: an alarm `{ days: 1, before: true }` is written as TRIGGER:-P1DT. A duration that ends in "T" is not in the
# grammar of RFC 5545 section 3.3.6 ("T" must be followed by hours, minutes or seconds). `{ hours: 24 }` is written rightly.
# Seen: TRIGGER:-P1DT and TRIGGER:-PT24H.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0
cat > try.mjs <<'CODE'
import { createEvent } from "ics";
const alarm = (trigger) => ({ action: "display", description: "Answer", trigger: { ...trigger, before: true } });
const { value } = createEvent({
  start: [2026, 11, 30, 9, 0],
  duration: { hours: 1 },
  title: "Answer",
  alarms: [alarm({ days: 1 }), alarm({ hours: 24 })],
});
console.log(value.match(/TRIGGER.*/g).join("\n"));
CODE
cat > expected.txt <<'TEXT'
TRIGGER:-P1DT
TRIGGER:-PT24H
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
