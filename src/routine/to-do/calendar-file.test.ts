import fc from "fast-check";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { type CalendarEntry, calendarFile } from "./calendar-file.ts";

const STAMP = Date.UTC(2026, 10, 29, 6, 30);
const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000);
const text = fc.oneof(
  fc.constantFrom(
    "回覆轉介商機".repeat(30),
    'Alder, Inc; "D:\\new"',
    "a\nb",
    "🦊".repeat(60),
    "x".repeat(200),
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
);
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid().map((id) => `${id}@example`),
  deadline: instant,
  title: text,
  text,
  address: fc.constantFrom(
    "https://example.com/referrals?only=a:1;b:2~3&row=x%2Cy",
    "http://127.0.0.1:4280/",
  ),
});

const plain = (value: string) => value.replace(/\p{Cc}+/gu, " ").trim();

it("writes what another reader of calendars reads", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
      const file = await calendarFile("Fristen, alle", entries, STAMP);
      const calendar = new ICAL.Component(ICAL.parse(file) as never);
      const events = calendar.getAllSubcomponents("vevent");
      expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
      expect(events).toHaveLength(entries.length);
      for (const [at, event] of events.entries()) {
        const { uid, deadline, title, address } = entries[at] as CalendarEntry;
        const value = (name: string) => event.getFirstPropertyValue(name);
        const timeOf = (name: string) => (value(name) as InstanceType<typeof ICAL.Time>).toJSDate().getTime();
        expect(value("uid")).toBe(uid);
        expect(timeOf("dtend")).toBe(deadline);
        expect(timeOf("dtstart")).toBe(deadline - 30 * 60_000);
        expect(timeOf("dtstamp")).toBe(STAMP);
        expect(plain(String(value("summary")))).toBe(plain(title));
        expect(String(value("description"))).toContain(address);
        expect(decodeURIComponent(String(value("url")))).toBe(decodeURIComponent(address));
        const alarm = event.getFirstSubcomponent("valarm");
        expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT2H");
      }
    }),
    { numRuns: 8 },
  );
});

it("folds by octets, with the line ends of the standard", async () => {
  const one = {
    uid: "1",
    deadline: STAMP,
    title: "回覆".repeat(100),
    text: "🦊".repeat(99),
    address: "https://a.example/",
  };
  const file = await calendarFile("Fristen", [one], STAMP);
  const lines = file.split("\r\n");
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(lines.join("")).not.toMatch(/[\r\n]/);
});
