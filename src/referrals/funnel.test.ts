import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOfOutcome, funnelOf, funnelsBy, type OutcomeCount } from "./funnel.ts";
import { acceptanceRate, closeRate, winRate } from "./funnel-rates.ts";
import { OUTCOMES, type Outcome } from "./outcome.ts";
import { STAGES } from "./stages.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";

function outcomeCount(outcome: Outcome, dates: string, count = 1): OutcomeCount {
  const [acknowledged, accepted, won] = ["g", "a", "w"].map((mark) => dates.includes(mark));
  return {
    outcome,
    acknowledged: acknowledged === true,
    accepted: accepted === true,
    won: won === true,
    count,
  };
}

const anyOutcomeCounts = fc.array(anyOutcomeCount, { maxLength: 60 });

/** The definition of the stages, for one referral. */
function reached({ outcome, acknowledged, accepted }: OutcomeCount): string[] {
  const isAccepted = accepted || ["won", "lost", "open-accepted"].includes(outcome);
  const stages = ["created"];
  if (acknowledged || isAccepted) stages.push("acknowledged");
  if (isAccepted) stages.push("accepted");
  if (outcome === "won") stages.push("won");
  return stages;
}

describe("stages", () => {
  it("equal a count of one referral at a time", () => {
    fc.assert(
      fc.property(anyOutcomeCounts, (outcomeCounts) => {
        const funnel = funnelOf(outcomeCounts);
        for (const stage of STAGES) {
          const naive = outcomeCounts
            .filter((j) => reached(j).includes(stage))
            .reduce((sum, j) => sum + j.count, 0);
          expect(funnel[stage]).toBe(naive);
          expect(funnel.stages.find((s) => s.stage === stage)?.count).toBe(naive);
        }
      }),
    );
  });

  it("only narrow", () => {
    fc.assert(
      fc.property(anyOutcomeCounts, (outcomeCounts) => {
        const { created, acknowledged, accepted, won } = funnelOf(outcomeCounts);
        expect(created >= acknowledged && acknowledged >= accepted && accepted >= won).toBe(true);
      }),
    );
  });

  it("mark what was reached without its date as implied", () => {
    const funnel = funnelOf([
      outcomeCount("won", "", 3),
      outcomeCount("lost", "a", 4),
      outcomeCount("open-new", "", 5),
    ]);
    expect(funnel.stages.map(({ stage, implied }) => [stage, implied])).toEqual([
      ["created", 0],
      ["acknowledged", 7],
      ["accepted", 3],
      ["won", 3],
    ]);
  });

  it("imply no win where nobody asked for its date", () => {
    const unasked: OutcomeCount = { outcome: "won", acknowledged: true, accepted: true, count: 2 };
    expect(funnelOf([unasked]).stages.at(-1)).toMatchObject({ count: 2, implied: 0 });
  });

  it("carry their share of Created and of the stage before, and Created has no stage before", () => {
    const { stages } = funnelOf([
      outcomeCount("won", "gaw", 1),
      outcomeCount("declined", "g", 1),
      outcomeCount("missed", "", 2),
    ]);
    expect(stages.map(({ share }) => (share.kind === "rate" ? share.value : "–"))).toEqual([
      1, 0.5, 0.25, 0.25,
    ]);
    expect(stages.map(({ step }) => (step.kind === "rate" ? step.value : "–"))).toEqual(["–", 0.5, 0.5, 1]);
  });
});

describe("leaves", () => {
  it("conserve: Created = Won + exits + open, and they are all there is", () => {
    fc.assert(
      fc.property(anyOutcomeCounts, (outcomeCounts) => {
        const funnel = funnelOf(outcomeCounts);
        const all = outcomeCounts.reduce((sum, { count }) => sum + count, 0);
        expect(funnel.created).toBe(all);
        expect(funnel.won + funnel.exits + funnel.open).toBe(all);
        expect(funnel.dropOffs.reduce((sum, { count }) => sum + count, funnel.won)).toBe(all);
      }),
    );
  });

  it("at a stage are the difference to the next", () => {
    fc.assert(
      fc.property(anyOutcomeCounts, (outcomeCounts) => {
        const funnel = funnelOf(outcomeCounts);
        const at = (stage: string) =>
          funnel.dropOffs
            .filter((dropOff) => dropOff.stage === stage)
            .reduce((sum, { count }) => sum + count, 0);
        expect(at("created")).toBe(funnel.created - funnel.acknowledged);
        expect(at("acknowledged")).toBe(funnel.acknowledged - funnel.accepted);
        expect(at("accepted")).toBe(funnel.accepted - funnel.won);
      }),
    );
  });

  it("stand at the last stage that was reached, by stage and outcome, none with 0", () => {
    const funnel = funnelOf([
      outcomeCount("open-new", "", 2),
      outcomeCount("declined", "ga", 1),
      outcomeCount("expired", "g", 4),
      outcomeCount("lost", "", 3),
      outcomeCount("skipped", "", 0),
      outcomeCount("unrecognised", "", 6),
    ]);
    expect(funnel.dropOffs).toEqual([
      { stage: "created", outcome: "open-new", outcomeGroup: "open", count: 2 },
      { stage: "created", outcome: "unrecognised", outcomeGroup: "exit", count: 6 },
      { stage: "acknowledged", outcome: "expired", outcomeGroup: "exit", count: 4 },
      { stage: "accepted", outcome: "lost", outcomeGroup: "exit", count: 3 },
      { stage: "accepted", outcome: "declined", outcomeGroup: "exit", count: 1 },
    ]);
  });

  it("count every outcome", () => {
    fc.assert(
      fc.property(anyOutcomeCounts, fc.constantFrom(...OUTCOMES), (outcomeCounts, outcome) => {
        const naive = outcomeCounts.filter((j) => j.outcome === outcome).reduce((sum, j) => sum + j.count, 0);
        expect(countOfOutcome(funnelOf(outcomeCounts), outcome)).toBe(naive);
      }),
    );
  });
});

describe("rates of a funnel", () => {
  it("are acceptance and win of Created, and close of Won and Lost", () => {
    const funnel = funnelOf([
      outcomeCount("won", "gaw", 2),
      outcomeCount("lost", "ga", 6),
      outcomeCount("missed", "", 12),
    ]);
    expect(acceptanceRate(funnel)).toMatchObject({ part: 8, base: 20 });
    expect(winRate(funnel)).toMatchObject({ part: 2, base: 20 });
    expect(closeRate(funnel)).toMatchObject({ part: 2, base: 8 });
  });

  it("are absent when nothing was referred, and close when nothing was decided", () => {
    const absent = { kind: "absent" };
    expect([acceptanceRate(funnelOf([])), winRate(funnelOf([])), closeRate(funnelOf([]))]).toEqual([
      absent,
      absent,
      absent,
    ]);
    expect(closeRate(funnelOf([outcomeCount("open-new", "")]))).toEqual(absent);
  });
});

describe("funnelsBy", () => {
  it("parts the referrals among the keys", () => {
    const keyed = fc.array(fc.tuple(anyOutcomeCount, fc.constantFrom("", "US", "DE")));
    fc.assert(
      fc.property(keyed, (pairs) => {
        const outcomeCounts = pairs.map(([j, key]) => ({ ...j, key }));
        const funnels = funnelsBy(outcomeCounts, ({ key }) => key);
        for (const [key, funnel] of funnels)
          expect(funnel).toEqual(funnelOf(outcomeCounts.filter((j) => j.key === key)));
        const total = [...funnels.values()].reduce((sum, { won }) => sum + won, 0);
        expect(total).toBe(funnelOf(outcomeCounts).won);
      }),
    );
  });
});
