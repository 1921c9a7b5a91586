import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "#lib/calendar.ts";
import { defaultPeriod, type Preset, presetPeriod } from "./period.ts";
import { anyDay } from "./testing/arbitraries.ts";

const dataset = { from: "2019-03-04", to: "2024-02-29" };
const at = (preset: Preset, day: string) => presetPeriod(preset, day, dataset);

describe("default period", () => {
  it("is twelve calendar months, ending with the month of the newest referral", () => {
    expect(defaultPeriod("2024-02-10")).toEqual({ from: "2023-03-01", to: "2024-02-29" });
    expect(defaultPeriod("2023-12-31")).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  });
});

describe("presets", () => {
  it("months are whole calendar months that end with the month of the day", () => {
    expect(at({ kind: "months", months: 1 }, "2024-02-10")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(at({ kind: "months", months: 3 }, "2024-01-31")).toEqual({ from: "2023-11-01", to: "2024-01-31" });
    expect(at({ kind: "months", months: 12 }, "2024-02-10")).toEqual(defaultPeriod("2024-02-10"));
  });

  it("quarter and year are those of the calendar", () => {
    expect(at({ kind: "quarter" }, "2024-02-10")).toEqual({ from: "2024-01-01", to: "2024-03-31" });
    expect(at({ kind: "year" }, "2024-02-10")).toEqual({ from: "2024-01-01", to: "2024-12-31" });
  });

  it("a fiscal year starts with its month, in the year before until that month comes", () => {
    const fiscal: Preset = { kind: "fiscal-year", startMonth: 7 };
    expect(at(fiscal, "2024-06-30")).toEqual({ from: "2023-07-01", to: "2024-06-30" });
    expect(at(fiscal, "2024-07-01")).toEqual({ from: "2024-07-01", to: "2025-06-30" });
  });

  it("a fiscal year from January is the calendar year", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(at({ kind: "fiscal-year", startMonth: 1 }, day)).toEqual(at({ kind: "year" }, day));
      }),
    );
  });

  it("a fiscal year holds its day and is one year long", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        const { from, to } = at({ kind: "fiscal-year", startMonth }, day);
        expect(from <= day && day <= to).toBe(true);
        expect(Number(from.slice(5, 7))).toBe(startMonth);
        expect(addMonths(from, 12) > to && addMonths(from, 11) < to).toBe(true);
      }),
    );
  });

  it("all is all of the data", () => {
    expect(at({ kind: "all" }, "2024-02-10")).toEqual(dataset);
  });
});
