import * as library from "@internationalized/date";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  bucketCount,
  bucketEnd,
  bucketStart,
  bucketStarts,
  type Day,
  dayOfInstant,
  daysBetween,
  endOfMonth,
  GRAINS,
  instantOfDay,
  isDay,
  nextBucket,
  startOfMonth,
} from "./calendar.ts";

const anyDay = fc
  .integer({ min: Date.parse("1970-01-01") / 86_400_000, max: Date.parse("2099-12-31") / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const anyGrain = fc.constantFrom(...GRAINS);

function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

describe("isDay", () => {
  it.each(["2024-02-29", "0001-01-01", "9999-12-31", "2023-12-31"])("accepts %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    "2023-02-29",
    "2023-04-31",
    "2023-13-01",
    "0000-12-31",
    "2023-1-1",
    "2023-01-01T00:00",
    "",
    "today",
  ])("refuses '%s'", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("days and instants", () => {
  it("an instant belongs to its UTC day until the last millisecond", () => {
    expect(dayOfInstant(Date.UTC(2024, 1, 29, 23, 59, 59, 999))).toBe("2024-02-29");
    expect(dayOfInstant(Date.UTC(2024, 2, 1))).toBe("2024-03-01");
    expect(dayOfInstant(-1)).toBe("1969-12-31");
  });

  it("instants outside the years 0001 to 9999 fall on the nearest day", () => {
    expect(dayOfInstant(Date.UTC(12_000, 0, 1))).toBe("9999-12-31");
    expect(addDays("0001-01-01", -1)).toBe("0001-01-01");
  });

  it("a day survives the way to its first instant and back", () => {
    fc.assert(fc.property(anyDay, (day) => dayOfInstant(instantOfDay(day)) === day));
  });

  it("adding days and counting the days between are inverse", () => {
    const shift = fc.integer({ min: -3000, max: 3000 });
    fc.assert(fc.property(anyDay, shift, (day, n) => daysBetween(day, addDays(day, n)) === n));
  });
});

describe("months", () => {
  it("a day that the month lacks becomes its last", () => {
    expect(addMonths("2024-02-29", -12)).toBe("2023-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2023-11-30", 3)).toBe("2024-02-29");
  });

  it("are those of another calendar, from its first year to its last", () => {
    const days = fc
      .integer({ min: Date.parse("0001-01-01"), max: Date.parse("9999-12-31") })
      .map(dayOfInstant);
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, months) => {
        const date = library.parseDate(day);
        expect(endOfMonth(day)).toBe(library.endOfMonth(date).toString());
        const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
        fc.pre(month >= 12 && month < 120_000);
        expect(addMonths(day, months)).toBe(date.add({ months }).toString());
      }),
      { numRuns: 1000 },
    );
  });

  it("start and end of a month are its first and last day", () => {
    expect(startOfMonth("2024-02-17")).toBe("2024-02-01");
    expect(endOfMonth("2024-02-17")).toBe("2024-02-29");
    expect(endOfMonth("2023-12-01")).toBe("2023-12-31");
  });
});

describe("buckets", () => {
  it("weeks run from Monday to Sunday", () => {
    expect(bucketStart("2026-01-04", "week")).toBe("2025-12-29");
    expect(bucketEnd("2026-01-04", "week")).toBe("2026-01-04");
    expect(bucketStart("2026-01-05", "week")).toBe("2026-01-05");
  });

  it("quarters and years start on their first day", () => {
    expect(bucketStart("2024-06-30", "quarter")).toBe("2024-04-01");
    expect(bucketEnd("2024-04-01", "quarter")).toBe("2024-06-30");
    expect(nextBucket("2024-11-11", "quarter")).toBe("2025-01-01");
    expect(bucketEnd("2024-06-30", "year")).toBe("2024-12-31");
  });

  it("a day lies in its own bucket, and the next bucket starts the day after the end", () => {
    fc.assert(
      fc.property(anyDay, anyGrain, (day, grain) => {
        const [start, end] = [bucketStart(day, grain), bucketEnd(day, grain)];
        expect(start <= day && day <= end).toBe(true);
        expect(nextBucket(day, grain)).toBe(addDays(end, 1));
      }),
    );
  });

  it("all days of a bucket have the same start and end", () => {
    fc.assert(
      fc.property(anyDay, anyGrain, (day, grain) => {
        const [start, end] = [bucketStart(day, grain), bucketEnd(day, grain)];
        expect(new Set(daysOf(start, end).map((d) => bucketStart(d, grain)))).toEqual(new Set([start]));
        expect(new Set(daysOf(start, end).map((d) => bucketEnd(d, grain)))).toEqual(new Set([end]));
      }),
      { numRuns: 40 },
    );
  });

  it("the buckets of a range are the distinct starts of its days, in order", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5, max: 900 }), anyGrain, (from, length, grain) => {
        const to = addDays(from, length);
        const naive = [...new Set(daysOf(from, to).map((day) => bucketStart(day, grain)))];
        expect(bucketStarts(from, to, grain)).toEqual(naive);
        expect(bucketCount(from, to, grain)).toBe(naive.length);
      }),
      { numRuns: 60 },
    );
  });

  it("the last bucket of the calendar ends", () => {
    for (const grain of GRAINS)
      expect(bucketStarts("9999-12-30", "9999-12-31", grain).length).toBeLessThan(3);
  });
});
