import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chooseOrders,
  createDateColumn,
  dateReader,
  observeDate,
  orderOfValues,
  reportDates,
} from "./date-column.ts";
import type { DateOrder } from "./date-text.ts";

const NOW = Date.parse("2026-11-29T12:00:00Z");

/** Reads the texts as one column. */
function readColumn(texts: readonly string[], setting: DateOrder | null = null) {
  const column = createDateColumn("createdDate");
  for (const text of texts) observeDate(column, text);
  const choice = chooseOrders([column], { setting, format: null }).get(column);
  if (!choice) throw new Error("no choice");
  const read = dateReader(column, choice, NOW);
  const values = texts.map((text) => {
    const reading = read(text);
    return reading.kind === "instant" ? new Date(reading.at).toISOString() : reading.kind;
  });
  return { values, choice, report: reportDates(column, choice, read), order: orderOfValues(column) };
}

describe("a date column", () => {
  it.each([
    ["2026-10-01", "2026-10-01T00:00:00.000Z"],
    ["2026-10-01T09:30:00", "2026-10-01T09:30:00.000Z"],
    ["2026-10-01 09:30", "2026-10-01T09:30:00.000Z"],
    ["2026-10-01T09:30:00.1234567Z", "2026-10-01T09:30:00.123Z"],
    ["2026-10-01T09:30:00+02:00", "2026-10-01T07:30:00.000Z"],
    ["2026-10-01 09:30:00 UTC", "2026-10-01T09:30:00.000Z"],
    ["2026-10-01 09:30:00-0530", "2026-10-01T15:00:00.000Z"],
    ["2026-10-01 09:30:00 GMT+2", "2026-10-01T07:30:00.000Z"],
    ["2026-10-01 09:30:00 UTC-530", "2026-10-01T15:00:00.000Z"],
    ["Thu Oct 01 2026 09:30:00 GMT+0200 (CEST)", "2026-10-01T07:30:00.000Z"],
    ["Thu Oct 01 2026 09:30:00 GMT-0400 (Eastern Daylight Time)", "2026-10-01T13:30:00.000Z"],
    ["2026-10-01 09:30:00 EST", "unreadable"],
    ["2026-10-01T09:30:00 CET", "unreadable"],
    ["2026-10-01 09:30:00 GMT+20", "unreadable"],
    ["before Oct 1 2026", "unreadable"],
    ["2026/10/1", "2026-10-01T00:00:00.000Z"],
    ["/Date(1790847000000)/", "2026-10-01T09:30:00.000Z"],
    ["/Date(1790847000000+0200)/", "2026-10-01T09:30:00.000Z"],
    ["20261001", "2026-10-01T00:00:00.000Z"],
    ["2026年10月1日", "2026-10-01T00:00:00.000Z"],
    ["2026/10/1 下午 03:05", "2026-10-01T15:05:00.000Z"],
    ["01.10.2026 09:30", "2026-10-01T09:30:00.000Z"],
    ["1.10.26", "2026-10-01T00:00:00.000Z"],
    ["1. Oktober 2026, 09:30 Uhr", "2026-10-01T09:30:00.000Z"],
    ["1 Oct 2026", "2026-10-01T00:00:00.000Z"],
    ["Oct 1, 2026 9:30 PM", "2026-10-01T21:30:00.000Z"],
    ["October 1, 2026", "2026-10-01T00:00:00.000Z"],
    ["01-Oct-26", "2026-10-01T00:00:00.000Z"],
    ["3. März 2026", "2026-03-03T00:00:00.000Z"],
    ["Thu, 01 Oct 2026 09:30:00 GMT", "2026-10-01T09:30:00.000Z"],
    ["1790847000", "2026-10-01T09:30:00.000Z"],
    ["1790847000000", "2026-10-01T09:30:00.000Z"],
    ["46296", "2026-10-01T00:00:00.000Z"],
    ["46296.395833333336", "2026-10-01T09:30:00.000Z"],
    ["46296,395833333336", "2026-10-01T09:30:00.000Z"],
    ["13/10/2026 12:05 AM", "2026-10-13T00:05:00.000Z"],
    ["10/13/2026 0:05", "2026-10-13T00:05:00.000Z"],
    ["0001-01-01T00:00:00", "never"],
    ["2026-02-30", "unreadable"],
    ["2026-10-01 24:00", "unreadable"],
    ["soon", "unreadable"],
    ["112", "unreadable"],
    ["2026-10-01 13:00 PM", "unreadable"],
    ["Quarter 1, 2026", "unreadable"],
  ])("reads %s as %s", (text, expected) => {
    expect(readColumn([text]).values).toEqual([expected]);
  });

  it("takes the order of day and month from all its values", () => {
    expect(readColumn(["01/10/2026", "13/10/2026"])).toMatchObject({
      values: ["2026-10-01T00:00:00.000Z", "2026-10-13T00:00:00.000Z"],
      choice: { order: "day-first", origin: "values" },
      report: { forms: ["day-month-year"], example: { text: "13/10/2026" }, isDayOnly: true },
    });
  });

  it("says when nothing tells the order, and takes the reader's word for it", () => {
    expect(readColumn(["01/10/2026"]).choice).toEqual({ order: "month-first", origin: "unknown" });
    expect(readColumn(["01/10/2026"], "day-first")).toMatchObject({
      values: ["2026-10-01T00:00:00.000Z"],
      choice: { order: "day-first", origin: "setting" },
    });
  });

  it("asks with a value that has two meanings", () => {
    const { report } = readColumn(["2026-10-01T23:30:00-05:00", "05/05/2026", "01/10/2026"]);
    expect(report).toMatchObject({ origin: "unknown", example: { text: "01/10/2026" } });
  });

  it("does not take one order where the values show both", () => {
    expect(readColumn(["13/10/2026", "10/13/2026"]).order).toBe("mixed");
  });

  it("never swaps day and month of a value that the column's order cannot have", () => {
    const typo = Array.from({ length: 99 }, () => "13/10/2026");
    expect(readColumn([...typo, "10/13/2026"]).values.at(-1)).toBe("unreadable");
  });

  it("takes the order of the table's other columns where its own values tell nothing", () => {
    const [open, telling] = [createDateColumn("wonDate"), createDateColumn("createdDate")];
    observeDate(open, "01/10/2026");
    observeDate(telling, "13/10/2026");
    const choices = chooseOrders([open, telling], { setting: null, format: "month-first" });
    expect(choices.get(open)).toEqual({ order: "day-first", origin: "other-columns" });
  });

  it("reads the serials of the second epoch where the first would put all of them before 2010", () => {
    expect(readColumn(["38000", "39000"]).values[0]).toBe("2008-01-15T00:00:00.000Z");
    expect(readColumn(["44834"]).values[0]).toBe("2022-09-30T00:00:00.000Z");
  });

  const WRITERS: Record<string, (at: Date, order: DateOrder) => string> = {
    iso: (at) => at.toISOString(),
    numbers: (at, order) => {
      const [day, month] = [at.getUTCDate(), at.getUTCMonth() + 1];
      const both = order === "day-first" ? `${day}/${month}` : `${month}/${day}`;
      return `${both}/${at.getUTCFullYear()} ${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, "0")}`;
    },
    german: (at) =>
      new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(at),
    english: (at) =>
      new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(
        at,
      ),
    chinese: (at) =>
      new Intl.DateTimeFormat("zh-TW", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(
        at,
      ),
    serial: (at) => String(at.getTime() / 86_400_000 + 25_569),
    seconds: (at) => String(at.getTime() / 1000),
  };

  it.each(Object.entries(WRITERS))("gives back the instants that were written as %s", (_, write) => {
    const minute = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2026, 10, 28) / 60_000 });
    const order = fc.constantFrom<DateOrder>("day-first", "month-first");
    fc.assert(
      fc.property(fc.array(minute, { minLength: 1, maxLength: 40 }), order, (minutes, written) => {
        const dates = [...minutes, Date.UTC(2026, 0, 31, 1, 5) / 60_000].map((at) => new Date(at * 60_000));
        const texts = dates.map((at) => write(at, written));
        expect(readColumn(texts).values).toEqual(dates.map((at) => at.toISOString()));
      }),
    );
  });
});

it("reads the common form of dates as it reads all others", () => {
  const upTo = (max: number) => fc.integer({ max, min: 0 }).map((value) => String(value).padStart(2, "0"));
  const day = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), upTo(13), upTo(32))
    .map(([year, month, date]) => `${String(year).padStart(4, "0")}-${month}-${date}`);
  const clock = fc.tuple(upTo(25), upTo(61), upTo(61)).map((parts) => `T${parts.join(":")}`);
  const text = fc
    .tuple(day, fc.option(clock, { nil: "" }), fc.constantFrom("", "Z", "z", "x"))
    .map((parts) => parts.join(""));
  const column = createDateColumn("When");
  const read = dateReader(column, { order: "day-first", origin: "values" }, Date.UTC(2026, 0, 1));
  fc.assert(
    fc.property(text, (written) => {
      // A blank before it leaves only the general way.
      const [plain, general] = [read(written), read(` ${written}`)];
      expect(plain.kind).toBe(general.kind);
      if (plain.kind === "instant") expect(plain).toEqual(general);
      if (plain.kind === "instant" && !written.endsWith("z"))
        expect(plain.at).toBe(
          Date.parse(written.length === 10 || written.endsWith("Z") ? written : `${written}Z`),
        );
    }),
    { numRuns: 2000 },
  );
});
