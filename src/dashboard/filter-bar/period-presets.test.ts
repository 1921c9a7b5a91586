import { describe, expect, it } from "vitest";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import { presetsOf } from "./period-control.tsx";

const SUMMARY: DatasetSummary = {
  total: 3,
  undated: 0,
  months: { first: "2024-02-01", last: "2026-05-01" },
  implausible: [],
  markets: [],
};

describe("the presets of a period", () => {
  const periods = new Map(presetsOf(SUMMARY, 7).map(({ key, period }) => [key, period]));

  it("end with the newest month of the data", () => {
    expect(periods.get("3")).toEqual({ from: "2026-03-01", to: "2026-05-31" });
    expect(periods.get("quarter")).toEqual({ from: "2026-04-01", to: "2026-06-30" });
    expect(periods.get("12")).toBeNull();
    expect(periods.get("all")).toEqual({ from: "2024-02-01", to: "2026-05-31" });
  });

  it("hold the fiscal year that the reader's company has", () => {
    expect(periods.get("fiscal")).toEqual({ from: "2025-07-01", to: "2026-06-30" });
    const [fiscal] = presetsOf(SUMMARY, 4).filter(({ key }) => key === "fiscal");
    expect(fiscal?.period).toEqual({ from: "2026-04-01", to: "2027-03-31" });
  });

  it("are none where no referral has a date", () => {
    expect(presetsOf({ ...SUMMARY, months: null }, 7)).toEqual([]);
  });
});
