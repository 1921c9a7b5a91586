#!/usr/bin/env bash
# RFC 5545, 3.3.11: in texts "\\" is a backslash and "\," a comma. Of a task whose note holds the folder "D:\new" and whose
# category is the company "Alder, Inc", node-ical 0.26.1 makes "D:\", a line break and "ew"; node-ical and ts-ics 2.4.6 make two
# categories of the company, the first with a backslash at its end. ical.js 2.2.1 reads both as written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-ical@0.26.1 ts-ics@2.4.6 ical.js@2.2.1
cat > try.mjs <<'CODE'
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";
const lines = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Deadlines//EN",
  "BEGIN:VEVENT", "UID:lead-7", "DTSTAMP:20261129T000000Z", "DTSTART:20261129T230000Z",
  String.raw`DESCRIPTION:see D:\\new`, String.raw`CATEGORIES:Alder\, Inc,Overdue`,
  "END:VEVENT", "END:VCALENDAR", "",
];
const text = lines.join("\r\n");
const event = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
const [read] = convertIcsCalendar(undefined, text).events;
const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
const categories = component.getFirstProperty("categories").getValues();
console.log("node-ical", JSON.stringify([event.description, event.categories]));
console.log("ts-ics", JSON.stringify([read.description, read.categories]));
console.log("ical.js", JSON.stringify([component.getFirstPropertyValue("description"), categories]));
CODE
cat > expected.txt <<'TEXT'
node-ical ["see D:\\\new",["Alder\\","Inc","Overdue"]]
ts-ics ["see D:\\new",["Alder\\"," Inc","Overdue"]]
ical.js ["see D:\\new",["Alder, Inc","Overdue"]]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
