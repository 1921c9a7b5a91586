import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/calendar.ts";
import { latestMonth } from "./latest-month.ts";

const YEAR = { from: "2025-12-01", to: "2026-11-30" };

describe("the latest month of a period", () => {
  it("is cut to the days that have passed, and stands against the same days of the month before", () => {
    expect(latestMonth(YEAR, "2026-11-25")).toEqual({
      kind: "running",
      days: { from: "2026-11-01", to: "2026-11-24" },
      before: { from: "2026-10-01", to: "2026-10-24" },
    });
  });

  it("is the month that has just ended on the first day of the next one", () => {
    expect(latestMonth(YEAR, "2026-11-01")).toEqual({
      kind: "whole",
      days: { from: "2026-10-01", to: "2026-10-31" },
      before: { from: "2026-09-01", to: "2026-09-30" },
    });
  });

  it("stands against the whole of a shorter month, and says that its days differ", () => {
    expect(latestMonth({ from: "2026-01-01", to: "2026-12-31" }, "2026-03-31")).toEqual({
      kind: "part",
      days: { from: "2026-03-01", to: "2026-03-30" },
      before: { from: "2026-02-01", to: "2026-02-28" },
    });
  });

  it("begins where the period begins", () => {
    expect(latestMonth({ from: "2026-05-10", to: "2026-05-20" }, "2026-11-25")).toEqual({
      kind: "part",
      days: { from: "2026-05-10", to: "2026-05-20" },
      before: { from: "2026-04-10", to: "2026-04-20" },
    });
  });

  it("is absent while no day of the period has passed", () => {
    expect(latestMonth({ from: "2026-11-25", to: "2026-11-30" }, "2026-11-25")).toBeNull();
  });

  it("lies within the period, in one month, wholly passed, and after what it stands against", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2020-01-01", days));
    fc.assert(
      fc.property(day, fc.nat(900), day, (from, length, today) => {
        const period = { from, to: addDays(from, length) };
        const month = latestMonth(period, today);
        if (month === null) return today <= from;
        const { days, before } = month;
        expect(days.from >= period.from && days.to <= period.to && days.to < today).toBe(true);
        expect(days.from.slice(0, 7)).toBe(days.to.slice(0, 7));
        expect(before.to < days.from).toBe(true);
        expect(daysBetween(before.from, before.to)).toBeLessThanOrEqual(30);
        return true;
      }),
    );
  });
});
