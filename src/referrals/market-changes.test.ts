import { expect, it } from "vitest";
import { type MarketFigures, marketChanges } from "./market-changes.ts";
import { rateOf } from "./rate.ts";

const figures = (market: string, referrals: number, won: number): MarketFigures => ({
  market,
  referrals,
  acceptance: rateOf(won, referrals),
  win: rateOf(won, referrals),
  close: rateOf(won, won),
});

it("compares counts in percent and rates in points", () => {
  const changes = marketChanges([figures("US", 30, 15)], [figures("US", 20, 5)]);
  expect(changes.get("US")).toMatchObject({
    referrals: { kind: "percent", from: 20, to: 30, fraction: 0.5 },
    win: { kind: "points", points: 25 },
    close: { kind: "points", points: 0 },
  });
});

it("knows markets that came and went, and has no rate for them to compare", () => {
  const changes = marketChanges([figures("AT", 3, 1)], [figures("", 4, 2)]);
  expect([...changes.keys()]).toEqual(["AT", ""]);
  expect(changes.get("AT")).toMatchObject({ referrals: { kind: "absent" }, win: { kind: "absent" } });
  expect(changes.get("")).toMatchObject({
    referrals: { kind: "percent", from: 4, to: 0, fraction: -1 },
    win: { kind: "absent" },
  });
});
