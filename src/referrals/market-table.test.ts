import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnelOf } from "./funnel.ts";
import { type MarketOutcomeCount, marketTable } from "./market-table.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";
import { type TrendRow, trendOf } from "./trend.ts";

const trendWith = (rows: TrendRow[]) =>
  trendOf({
    rows,
    period: { from: "2024-01-01", to: "2024-03-31" },
    grain: "month",
    dataTime: Date.UTC(2024, 3, 1),
    maxSeries: 1,
  });
const outcomeCount = (
  market: string | null,
  outcome: MarketOutcomeCount["outcome"],
  count: number,
): MarketOutcomeCount => ({
  market,
  outcome,
  acknowledged: false,
  accepted: false,
  count,
});

describe("market table", () => {
  it("has figures and rates per market, with their bases", () => {
    const [us] = marketTable(
      [outcomeCount("US", "won", 2), outcomeCount("US", "lost", 1), outcomeCount("US", "open-new", 5)],
      trendWith([]),
    );
    expect(us).toMatchObject({
      market: "US",
      referrals: 8,
      share: { part: 8, base: 8 },
      acceptance: { part: 3, base: 8 },
      win: { part: 2, base: 8 },
      close: { part: 2, base: 3 },
      open: 5,
    });
  });

  it("adds up the spellings of a code", () => {
    const rows = marketTable([outcomeCount(" us", "won", 1), outcomeCount("US", "missed", 2)], trendWith([]));
    expect(rows.map(({ market, referrals }) => [market, referrals])).toEqual([["US", 3]]);
  });

  it("no market is a row of its own, in its place by count", () => {
    const rows = marketTable(
      [
        outcomeCount("DE", "won", 1),
        outcomeCount(null, "won", 2),
        outcomeCount(" ", "won", 1),
        outcomeCount("US", "won", 9),
      ],
      trendWith([]),
    );
    expect(rows.map(({ market, referrals }) => [market, referrals])).toEqual([
      ["US", 9],
      ["", 3],
      ["DE", 1],
    ]);
  });

  it("orders equals by code, no market last, and leaves out a market without referrals", () => {
    const rows = marketTable(
      ["", "US", "AT", "FR"].map((m) => outcomeCount(m, "won", m === "FR" ? 0 : 4)),
      trendWith([]),
    );
    expect(rows.map(({ market }) => market)).toEqual(["AT", "US", ""]);
  });

  it("has the sparkline of the trend, also of a market within Other, and a flat one without", () => {
    const trend = trendWith([
      { key: "US", day: "2024-01-05", count: 3 },
      { key: "DE", day: "2024-02-05", count: 2 },
    ]);
    const rows = marketTable(
      ["US", "DE", "AT"].map((market) => outcomeCount(market, "won", 2)),
      trend,
    );
    expect(rows.map(({ market, sparkline }) => [market, sparkline])).toEqual([
      ["AT", [0, 0, 0]],
      ["DE", [0, 2, 0]],
      ["US", [3, 0, 0]],
    ]);
  });

  it("conserves: the rows add up to the funnel of all", () => {
    const anyMarketOutcomeCount = fc
      .tuple(anyOutcomeCount, fc.constantFrom("US", "us ", "DE", "", null))
      .map(([one, market]) => ({ ...one, market }));
    fc.assert(
      fc.property(fc.array(anyMarketOutcomeCount), (outcomeCounts) => {
        const [rows, all] = [marketTable(outcomeCounts, trendWith([])), funnelOf(outcomeCounts)];
        expect(rows.reduce((sum, { referrals }) => sum + referrals, 0)).toBe(all.created);
        expect(rows.reduce((sum, { open }) => sum + open, 0)).toBe(all.open);
        expect(rows.reduce((sum, { funnel }) => sum + funnel.won, 0)).toBe(all.won);
      }),
    );
  });
});
