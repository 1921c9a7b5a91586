import { describe, expect, it } from "vitest";
import type { MarketJourney } from "#referrals/market-table.ts";
import { DEFAULT_SELECTION } from "#selection/selection.ts";
import { funnelOfMarkets, grainsFor, keyFiguresOf, MOST_POINTS, scopeOf } from "./overview-view-model.ts";

const TODAY = "2026-11-22";
const scope = (part: object, newest: string | null = "2026-11-01") =>
  scopeOf({ ...DEFAULT_SELECTION, ...part }, newest, TODAY);

describe("the scope of the Overview", () => {
  it("is twelve calendar months, ending with the month of the newest referral", () => {
    expect(scope({}, "2017-12-01").period).toEqual({ from: "2017-01-01", to: "2017-12-31" });
  });

  it("goes by today where no referral has a created date", () => {
    expect(scope({}, null).period).toEqual({ from: "2025-12-01", to: "2026-11-30" });
  });

  it("takes the finest grain with at most 60 buckets, unless another is chosen", () => {
    expect(scope({})).toMatchObject({ grain: "week", isAutoGrain: true });
    expect(scope({ grain: "quarter" })).toMatchObject({
      grain: "quarter",
      isAutoGrain: false,
      grainFault: null,
    });
  });

  it("refuses a grain that draws more than 400 points, and says which", () => {
    const long = scope({ from: "2020-01-01", to: "2026-12-31", grain: "day" });
    expect(long).toMatchObject({ grain: "quarter", grainFault: "day" });
    expect(grainsFor(long.period)).toEqual(["week", "month", "quarter", "year"]);
    expect(MOST_POINTS).toBe(400);
  });

  it("completes a period of which one end is chosen", () => {
    expect(scope({ from: "2026-03-10" }).period).toEqual({ from: "2026-03-10", to: "2026-11-30" });
    expect(scope({ to: "2026-03-10" }).period).toEqual({ from: "2025-12-01", to: "2026-03-10" });
    expect(scope({ from: "2027-02-10" }).period).toEqual({ from: "2027-02-10", to: "2027-02-28" });
    expect(scope({ to: "2020-02-10" }).period).toEqual({ from: "2020-02-01", to: "2020-02-10" });
  });
});

const journeys: MarketJourney[] = [
  { market: "US", outcome: "won", acknowledged: true, accepted: true, count: 3 },
  { market: "us ", outcome: "open-new", acknowledged: false, accepted: false, count: 2 },
  { market: "DE", outcome: "lost", acknowledged: true, accepted: true, count: 4 },
  { market: null, outcome: "missed", acknowledged: false, accepted: false, count: 1 },
];

describe("the key figures", () => {
  it("count all markets when none is chosen", () => {
    const figures = keyFiguresOf(funnelOfMarkets(journeys, []));
    const counts = figures.flatMap((figure) => (figure.kind === "count" ? [[figure.key, figure.count]] : []));
    expect(counts).toEqual([
      ["created", 10],
      ["acknowledged", 7],
      ["accepted", 7],
      ["won", 3],
      ["open", 2],
    ]);
  });

  it("add up the spellings of a chosen market", () => {
    expect(funnelOfMarkets(journeys, ["US"]).created).toBe(5);
    expect(funnelOfMarkets(journeys, [""]).created).toBe(1);
  });

  it("have no win rate when nothing was referred", () => {
    const [rate] = keyFiguresOf(funnelOfMarkets(journeys, ["FR"])).filter((figure) => figure.key === "win");
    expect(rate).toMatchObject({ rate: { kind: "absent" } });
  });
});
