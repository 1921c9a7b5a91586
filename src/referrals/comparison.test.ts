import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/calendar.ts";
import {
  COMPARISONS,
  comparedPart,
  cutToPassed,
  equalAgeAt,
  previousPeriod,
  samePeriodLastYear,
} from "./comparison.ts";
import { anyDay, anyPeriod } from "./testing/arbitraries.ts";

const length = ({ from, to }: { from: string; to: string }) => daysBetween(from, to) + 1;

describe("previous period", () => {
  it("is as many days, ending the day before", () => {
    expect(previousPeriod({ from: "2024-03-01", to: "2024-03-31" })).toEqual({
      from: "2024-01-30",
      to: "2024-02-29",
    });
  });

  it("has the same length, and the two touch without sharing a day", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const previous = previousPeriod(period);
        expect(length(previous)).toBe(length(period));
        expect(addDays(previous.to, 1)).toBe(period.from);
      }),
    );
  });
});

describe("same period last year", () => {
  it("is the same calendar days, 29 February becomes 28", () => {
    expect(samePeriodLastYear({ from: "2024-02-29", to: "2024-03-10" })).toEqual({
      from: "2023-02-28",
      to: "2023-03-10",
    });
    expect(samePeriodLastYear({ from: "2025-02-01", to: "2025-02-28" })).toEqual({
      from: "2024-02-01",
      to: "2024-02-28",
    });
  });
});

describe("a part of a comparison", () => {
  const of = {
    period: { from: "2024-01-01", to: "2024-12-31" },
    comparison: { from: "2023-01-01", to: "2023-12-31" },
  };
  const march = {
    period: { from: "2024-03-01", to: "2024-03-31" },
    comparison: { from: "2023-03-01", to: "2023-03-31" },
  };
  const at = Date.UTC(2025, 0, 1);

  it("is as old as the whole, also behind a leap day; days of their own are not", () => {
    expect(equalAgeAt(comparedPart(march, of, "2025-01-01"), at)).toBe(equalAgeAt(of, at));
    expect(equalAgeAt(comparedPart(march, null, "2025-01-01"), at)).toBe(at - 366 * 86_400_000 - 1);
  });

  it("is nothing while its days have not passed", () => {
    expect(comparedPart(march, of, "2024-03-31").kind).toBe("nothing-passed");
    expect(comparedPart(march, of, "2024-04-01").kind).toBe("whole");
  });
});

describe("cut to the days that have passed", () => {
  const march = { from: "2024-03-01", to: "2024-03-31" };

  it("leaves a period alone that is over", () => {
    const compared = cutToPassed(march, "previous-period", "2024-04-01");
    expect(compared).toEqual({ kind: "whole", period: march, comparison: previousPeriod(march) });
  });

  it("cuts a running period and the one before to as many days, without today", () => {
    expect(cutToPassed(march, "previous-period", "2024-03-10")).toEqual({
      kind: "cut",
      period: { from: "2024-03-01", to: "2024-03-09" },
      comparison: { from: "2024-01-30", to: "2024-02-07" },
    });
  });

  it("cuts last year at the same calendar day, also across a leap day", () => {
    expect(cutToPassed({ from: "2024-01-01", to: "2024-12-31" }, "last-year", "2024-03-06")).toEqual({
      kind: "cut",
      period: { from: "2024-01-01", to: "2024-03-05" },
      comparison: { from: "2023-01-01", to: "2023-03-05" },
    });
  });

  it("has nothing to compare on the first day and before it", () => {
    for (const today of ["2024-03-01", "2024-02-11"])
      expect(cutToPassed(march, "last-year", today).kind).toBe("nothing-passed");
  });

  it("keeps both within their whole ranges, and the previous one as long and apart", () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, fc.constantFrom(...COMPARISONS), (whole, today, comparison) => {
        const cut = cutToPassed(whole, comparison, today);
        expect(cut.period.from).toBe(whole.from);
        expect(cut.period.to <= whole.to && cut.comparison.from <= cut.comparison.to).toBe(true);
        if (cut.kind !== "nothing-passed") expect(cut.period.to < today).toBe(true);
        if (comparison === "last-year") return;
        expect(length(cut.comparison)).toBe(length(cut.period));
        expect(cut.comparison.to < cut.period.from).toBe(true);
      }),
    );
  });
});
