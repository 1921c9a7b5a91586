import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnelOf } from "#referrals/funnel.ts";
import { anyOutcomeCount } from "#referrals/testing/arbitraries.ts";
import { flowOf, largestExit, ledgerOf } from "./flow-model.ts";

const OUTCOME_COUNTS = [
  { outcome: "won", acknowledged: true, accepted: true, count: 3 },
  { outcome: "lost", acknowledged: true, accepted: true, count: 4 },
  { outcome: "missed", acknowledged: false, accepted: false, count: 1 },
  { outcome: "declined", acknowledged: false, accepted: false, count: 2 },
] as const;

describe("the flow", () => {
  it("lets what goes on run straight and the rest turn off, on one scale", () => {
    const [created, , accepted, won] = flowOf(funnelOf(OUTCOME_COUNTS));
    expect(created).toMatchObject({ width: 1, on: 0.7 });
    expect(created?.branches.map(({ outcome, width }) => [outcome, width])).toEqual([
      ["declined", 0.2],
      ["missed", 0.1],
    ]);
    expect(created?.branches[0]?.inner).toEqual([{ outcome: "missed", width: 0.1 }]);
    expect(accepted).toMatchObject({ width: 0.7, on: 0.3 });
    expect(won).toMatchObject({ width: 0.3, on: 0.3, branches: [] });
  });

  it("is as wide at each stage as what goes on and what turns off", () => {
    fc.assert(
      fc.property(fc.array(anyOutcomeCount), (some) => {
        for (const { width, on, branches } of flowOf(funnelOf(some))) {
          const parts = branches.reduce((sum, branch) => sum + branch.width, on);
          expect(parts).toBeCloseTo(width, 9);
        }
      }),
    );
  });
});

describe("the equation", () => {
  it("adds up to Created", () => {
    fc.assert(
      fc.property(fc.array(anyOutcomeCount), (some) => {
        const funnel = funnelOf(some);
        const sum = ledgerOf(funnel).reduce((all, { count }) => all + count, 0);
        expect(sum).toBe(funnel.created);
      }),
    );
  });

  it("names Won even where nothing was won", () => {
    expect(ledgerOf(funnelOf([]))).toEqual([
      { outcome: "won", fate: "won", count: 0, share: { kind: "absent" } },
    ]);
  });
});

describe("the largest exit", () => {
  it("is told with the stage it leaves", () => {
    expect(largestExit(funnelOf(OUTCOME_COUNTS))).toMatchObject({
      outcome: "lost",
      stage: "accepted",
      count: 4,
    });
    expect(largestExit(funnelOf([]))).toBeNull();
  });
});
