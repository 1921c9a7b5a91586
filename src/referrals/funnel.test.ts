import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney } from "./arbitraries.ts";
import { countOfOutcome, funnelOf, funnelsBy, type Journey, STAGES } from "./funnel.ts";
import { acceptanceRate, closeRate, winRate } from "./funnel-rates.ts";
import { OUTCOMES, type Outcome } from "./outcome.ts";

function journey(outcome: Outcome, dates: string, count = 1): Journey {
  const [acknowledged, accepted, won] = ["g", "a", "w"].map((mark) => dates.includes(mark));
  return {
    outcome,
    acknowledged: acknowledged === true,
    accepted: accepted === true,
    won: won === true,
    count,
  };
}

const anyJourneys = fc.array(anyJourney, { maxLength: 60 });

/** The stages as metrics say them, one referral at a time. */
function reached({ outcome, acknowledged, accepted }: Journey): string[] {
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
      fc.property(anyJourneys, (journeys) => {
        const funnel = funnelOf(journeys);
        for (const stage of STAGES) {
          const naive = journeys
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
      fc.property(anyJourneys, (journeys) => {
        const { created, acknowledged, accepted, won } = funnelOf(journeys);
        expect(created >= acknowledged && acknowledged >= accepted && accepted >= won).toBe(true);
      }),
    );
  });

  it("mark what was reached without its date as implied", () => {
    const funnel = funnelOf([journey("won", "", 3), journey("lost", "a", 4), journey("open-new", "", 5)]);
    expect(funnel.stages.map(({ stage, implied }) => [stage, implied])).toEqual([
      ["created", 0],
      ["acknowledged", 7],
      ["accepted", 3],
      ["won", 3],
    ]);
  });

  it("imply no win where nobody asked for its date", () => {
    const unasked: Journey = { outcome: "won", acknowledged: true, accepted: true, count: 2 };
    expect(funnelOf([unasked]).stages.at(-1)).toMatchObject({ count: 2, implied: 0 });
  });

  it("carry their share of Created and of the stage before, and Created has no stage before", () => {
    const { stages } = funnelOf([
      journey("won", "gaw", 1),
      journey("declined", "g", 1),
      journey("missed", "", 2),
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
      fc.property(anyJourneys, (journeys) => {
        const funnel = funnelOf(journeys);
        const all = journeys.reduce((sum, { count }) => sum + count, 0);
        expect(funnel.created).toBe(all);
        expect(funnel.won + funnel.exits + funnel.open).toBe(all);
        expect(funnel.leaves.reduce((sum, { count }) => sum + count, funnel.won)).toBe(all);
      }),
    );
  });

  it("at a stage are the difference to the next", () => {
    fc.assert(
      fc.property(anyJourneys, (journeys) => {
        const funnel = funnelOf(journeys);
        const at = (stage: string) =>
          funnel.leaves.filter((leave) => leave.stage === stage).reduce((sum, { count }) => sum + count, 0);
        expect(at("created")).toBe(funnel.created - funnel.acknowledged);
        expect(at("acknowledged")).toBe(funnel.acknowledged - funnel.accepted);
        expect(at("accepted")).toBe(funnel.accepted - funnel.won);
      }),
    );
  });

  it("stand at the last stage that was reached, by stage and outcome, none with 0", () => {
    const funnel = funnelOf([
      journey("open-new", "", 2),
      journey("declined", "ga", 1),
      journey("expired", "g", 4),
      journey("lost", "", 3),
      journey("skipped", "", 0),
      journey("unrecognised", "", 6),
    ]);
    expect(funnel.leaves).toEqual([
      { stage: "created", outcome: "open-new", fate: "open", count: 2 },
      { stage: "created", outcome: "unrecognised", fate: "exit", count: 6 },
      { stage: "acknowledged", outcome: "expired", fate: "exit", count: 4 },
      { stage: "accepted", outcome: "lost", fate: "exit", count: 3 },
      { stage: "accepted", outcome: "declined", fate: "exit", count: 1 },
    ]);
  });

  it("count every outcome", () => {
    fc.assert(
      fc.property(anyJourneys, fc.constantFrom(...OUTCOMES), (journeys, outcome) => {
        const naive = journeys.filter((j) => j.outcome === outcome).reduce((sum, j) => sum + j.count, 0);
        expect(countOfOutcome(funnelOf(journeys), outcome)).toBe(naive);
      }),
    );
  });
});

describe("rates of a funnel", () => {
  it("are acceptance and win of Created, and close of Won and Lost", () => {
    const funnel = funnelOf([journey("won", "gaw", 2), journey("lost", "ga", 6), journey("missed", "", 12)]);
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
    expect(closeRate(funnelOf([journey("open-new", "")]))).toEqual(absent);
  });
});

describe("funnelsBy", () => {
  it("parts the referrals among the keys", () => {
    const keyed = fc.array(fc.tuple(anyJourney, fc.constantFrom("", "US", "DE")));
    fc.assert(
      fc.property(keyed, (pairs) => {
        const journeys = pairs.map(([j, key]) => ({ ...j, key }));
        const funnels = funnelsBy(journeys, ({ key }) => key);
        for (const [key, funnel] of funnels)
          expect(funnel).toEqual(funnelOf(journeys.filter((j) => j.key === key)));
        const total = [...funnels.values()].reduce((sum, { won }) => sum + won, 0);
        expect(total).toBe(funnelOf(journeys).won);
      }),
    );
  });
});
