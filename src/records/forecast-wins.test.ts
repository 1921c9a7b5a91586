import { describe, expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { forecastWins, openRows } from "./forecast-wins.ts";
import { allRows } from "./rows.ts";
import { tableOf } from "./testing/arbitraries.ts";

const AS_OF = Date.parse("2026-05-06T13:30:00Z");

describe("a forecast of wins", () => {
  const day = (days: number) => new Date(AS_OF - days * 86_400_000).toISOString();
  const won = (ago: number, took: number) =>
    referral({ status: "Won", createdDate: day(ago), wonDate: day(ago - took) });
  const open = (ago: number) => referral({ status: "Active", createdDate: day(ago) });
  const of = (all: Referral[]) => {
    const table = tableOf(all);
    return forecastWins(table, allRows(table), AS_OF).forecast;
  };

  it("learns from the last 24 months only", () => {
    const old = Array.from({ length: 60 }, () => won(740, 10));
    expect(of([...old, ...Array.from({ length: 20 }, () => open(5))])).toBeNull();
  });

  it("expects of the open ones what the others did later", () => {
    const others = Array.from({ length: 100 }, (_, index) => (index < 50 ? won(100, 10) : open(100)));
    const found = of([...others, ...Array.from({ length: 40 }, () => open(5))]);
    expect(found?.expected).toBeCloseTo(20, 9);
    expect(found?.open).toBe(90);
  });

  it("takes as open what the outcome says, even where the end is dated after the time of the data", () => {
    const table = tableOf([
      ...Array.from({ length: 40 }, () => won(100, 10)),
      won(5, 10),
      open(5),
      open(400),
    ]);
    const of = openRows(table, allRows(table), {
      field: "createdDate",
      from: "2026-01-01",
      to: "2026-05-06",
    });
    expect(forecastWins(table, allRows(table), AS_OF, { of }).forecast?.open).toBe(1);
  });
});
