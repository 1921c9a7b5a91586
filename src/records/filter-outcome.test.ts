import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnelOf, lastStage } from "#referrals/funnel.ts";
import { OUTCOMES, outcomeGroupOf } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { rowsMatching } from "./rows-matching.ts";
import { anyRecords } from "./testing/arbitraries.ts";
import { CONTEXT, keepsThose, someOf } from "./testing/keeps-those.ts";

describe("what became of a referral", () => {
  it("is its outcome and its fate", () => {
    const outcomes = someOf(...OUTCOMES);
    keepsThose(
      outcomes,
      (list) => ({ outcomes: list }),
      (one, list) => list.includes(outcomeCountOf(one).outcome),
    );
    keepsThose(
      outcomes,
      (notOutcomes) => ({ notOutcomes }),
      (one, list) => !list.includes(outcomeCountOf(one).outcome),
    );
    keepsThose(
      fc.constantFrom("won", "exit", "open"),
      (fate) => ({ fate }),
      (one, fate) => outcomeGroupOf(outcomeCountOf(one).outcome) === fate,
    );
  });

  it("is the stage that it left at, without a win", () => {
    keepsThose(
      fc.constantFrom("created", "acknowledged", "accepted"),
      (left) => ({ left }),
      (one, left) => lastStage(outcomeCountOf(one)) === left,
    );
  });

  it("is as many referrals as the funnel says, reached and implied", () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...STAGES), ({ referrals, table }, stage) => {
        const figures = funnelOf(referrals.map(outcomeCountOf)).stages.find((one) => one.stage === stage);
        expect(rowsMatching(table, { reached: stage }, CONTEXT)).toHaveLength(figures?.count ?? -1);
        expect(rowsMatching(table, { implied: stage }, CONTEXT)).toHaveLength(figures?.implied ?? -1);
      }),
    );
  });
});
