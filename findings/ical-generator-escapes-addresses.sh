#!/usr/bin/env bash
# ical-generator 10.2.0 writes an event's address as if it were text: "," and ";" get a backslash. RFC 5545, 3.3.13 knows no escapes
# in a URI, so a reader that keeps to it (ical.js 2.2.1) hands out an address with backslashes in it, which opens another page.
# Seen: URL;VALUE=URI:https://example.com/referrals?market=DE\,FR, and the same backslash in what ical.js reads.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0 ical.js@2.2.1
cat > try.mjs <<'CODE'
import ICAL from "ical.js";
import ical from "ical-generator";
const url = "https://example.com/referrals?market=DE,FR";
const calendar = ical({ prodId: "//example//deadlines//EN" });
calendar.createEvent({ id: "1", start: new Date("2026-11-30T10:00:00Z"), summary: "Answer", url });
const text = calendar.toString();
const read = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent").getFirstPropertyValue("url");
console.log("written", text.split("\r\n").find((line) => line.startsWith("URL")));
console.log("read", read, read === url);
CODE
cat > expected.txt <<'TEXT'
written URL;VALUE=URI:https://example.com/referrals?market=DE\,FR
read https://example.com/referrals?market=DE\,FR false
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
