import { describe, expect, it } from "vitest";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { headlineOf, overdueCount } from "./headline-model.ts";

const row = (market: string | null, outcome: OutcomeCountRow["outcome"], count: number): OutcomeCountRow => ({
  keys: [market],
  outcome,
  acknowledged: outcome !== "open-new",
  accepted: outcome === "won" || outcome === "open-accepted",
  count,
});

const ROWS = [
  row("FR", "open-new", 3),
  row("DE", "open-acknowledged", 2),
  row(" fr", "open-acknowledged", 1),
  row("FR", "won", 5),
  row("FR", "open-accepted", 9),
];

describe("the headline", () => {
  it("says how many came, how many of them are accepted, and how many wait", () => {
    expect(headlineOf(ROWS, 16)).toMatchObject({
      count: 20,
      trend: { kind: "more", fraction: 0.25 },
      accepted: { part: 14, base: 20 },
      waiting: 6,
    });
  });

  it("says fewer without a sign, and as many", () => {
    expect(headlineOf(ROWS, 40).trend).toEqual({ kind: "fewer", fraction: 0.5 });
    expect(headlineOf(ROWS, 20).trend).toEqual({ kind: "same" });
  });

  it("compares with nothing where nothing came before, or nobody knows", () => {
    expect(headlineOf(ROWS, 0).trend).toEqual({ kind: "none" });
    expect(headlineOf(ROWS, null).trend).toEqual({ kind: "none" });
  });
});

describe("what is overdue", () => {
  it("is counted, with the market that has most of it, however that is written", () => {
    expect(overdueCount(ROWS)).toEqual({ count: 6, most: { market: "FR", count: 4 } });
  });

  it("names no market where there is no other", () => {
    expect(overdueCount(ROWS.filter(({ keys }) => keys[0] === "FR"))).toEqual({ count: 3, most: null });
    expect(overdueCount([row("FR", "won", 2)])).toEqual({ count: 0, most: null });
  });
});
