import { describe, expect, it } from "vitest";
import { funnelOf, type OutcomeCount } from "#referrals/funnel.ts";
import { keyFiguresOf } from "./overview-view-model.ts";

const OUTCOME_COUNTS: OutcomeCount[] = [
  { outcome: "won", acknowledged: true, accepted: true, count: 3 },
  { outcome: "open-new", acknowledged: false, accepted: false, count: 2 },
  { outcome: "lost", acknowledged: true, accepted: true, count: 4 },
  { outcome: "missed", acknowledged: false, accepted: false, count: 1 },
];

describe("the key figures", () => {
  it("count the stages and what is open", () => {
    const figures = keyFiguresOf(funnelOf(OUTCOME_COUNTS), null, 4);
    const counts = figures.flatMap((figure) => (figure.kind === "rate" ? [] : [[figure.key, figure.count]]));
    expect(counts).toEqual([
      ["created", 10],
      ["acknowledged", 7],
      ["accepted", 7],
      ["won", 3],
      ["open", 2],
      ["overdue", 4],
    ]);
  });

  it("have no win rate when nothing was referred", () => {
    const [rate] = keyFiguresOf(funnelOf([]), null, "waiting").filter((figure) => figure.key === "win");
    expect(rate).toMatchObject({ rate: { kind: "absent" } });
  });

  it("change against what they are compared with: counts in percent, rates in points", () => {
    const now = funnelOf(OUTCOME_COUNTS);
    const before = funnelOf(OUTCOME_COUNTS.slice(0, 2));
    const beforeBy = { "equal-age": before, today: now };
    const figures = new Map(
      keyFiguresOf(now, { now, before, late: before, beforeBy, isAcceptanceUnproved: false }, 0).map(
        (figure) => [figure.key, figure],
      ),
    );
    expect(figures.get("won")).toMatchObject({ before: { "equal-age": 3, today: 3 } });
    expect(figures.get("created")).toMatchObject({ before: { "equal-age": 5, today: 10 } });
    expect(figures.get("created")).toMatchObject({
      change: { kind: "percent", from: 5, to: 10, fraction: 1 },
    });
    expect(figures.get("win")).toMatchObject({ change: { kind: "points", from: 0.6, to: 0.3 } });
    expect(figures.get("open")).not.toHaveProperty("change");
  });
});
