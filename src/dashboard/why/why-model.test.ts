import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { WHY_FIGURES, type WhyFigure } from "#selection/keys/why.ts";
import { drillOfPart, reasonsOf, type Why, whyOf } from "./why-model.ts";

const anyRow: fc.Arbitrary<OutcomeCountRow> = fc.record({
  keys: fc.constantFrom(["DE"], ["BR"], ["us"], ["US "], [null], ["FR"]),
  outcome: fc.constantFrom(...OUTCOMES),
  acknowledged: fc.boolean(),
  accepted: fc.boolean(),
  count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })),
});
const anyRows = fc.array(anyRow, { maxLength: 25 });

type Single = { market: string; outcome: string; accepted: boolean; acknowledged: boolean };

/** Single referrals, by the definitions. */
function single(rows: readonly OutcomeCountRow[]): Single[] {
  return rows.flatMap(({ keys: [key = null], outcome, accepted, acknowledged, count }) => {
    const isAccepted = accepted || ["won", "lost", "open-accepted"].includes(outcome);
    const one = {
      market: (key ?? "").trim().toUpperCase(),
      outcome,
      accepted: isAccepted,
      acknowledged: acknowledged || isAccepted,
    };
    return Array.from({ length: count }, () => one);
  });
}

const isOpen = ({ outcome }: Single) => outcome.startsWith("open-");
const isWon = ({ outcome }: Single) => outcome === "won";
const HAS: Record<WhyFigure, (one: Single) => boolean> = {
  created: () => true,
  acknowledged: ({ acknowledged }) => acknowledged,
  accepted: ({ accepted }) => accepted,
  won: isWon,
  exits: (one) => !isWon(one) && !isOpen(one),
  open: isOpen,
  acceptance: ({ accepted }) => accepted,
  win: isWon,
  close: isWon,
};
const RATES = ["acceptance", "win", "close"];

/** Numerator and base of some referrals. */
function counted(all: readonly Single[], figure: WhyFigure) {
  const base = figure === "close" ? all.filter((one) => isWon(one) || one.outcome === "lost") : all;
  return { part: base.filter(HAS[figure]).length, base: base.length };
}

const sumOf = ({ parts, volume }: Why) => parts.reduce((sum, part) => sum + part.sum, volume);

const mean = (a: number, b: number) => (a + b) / 2;

describe("why a figure changed", () => {
  const anyCase = fc.tuple(anyRows, anyRows, fc.constantFrom(...WHY_FIGURES));

  it("adds up to the change that an independent count finds, for each figure", () => {
    fc.assert(
      fc.property(anyCase, ([now, before, figure]) => {
        const [young, old] = [counted(single(now), figure), counted(single(before), figure)];
        const why = whyOf(now, before, figure, "market");
        const rate = RATES.includes(figure);
        const isAbsent = rate && (young.base === 0 || old.base === 0);
        expect(why === null).toBe(isAbsent);
        if (isAbsent) return;
        const change = rate ? young.part / young.base - old.part / old.base : young.part - old.part;
        expect(Math.abs((why?.change ?? Number.NaN) - change)).toBeLessThan(1e-12);
        const scale = rate ? 1 : Math.max(1, young.base, old.base);
        expect(Math.abs(sumOf(why as Why) - change) / scale).toBeLessThan(1e-12);
      }),
    );
  });

  it("gives each value the share and the rate that an independent count finds", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (now, before) => {
        const [young, old] = [single(now), single(before)];
        for (const { key, mix, rate } of whyOf(now, before, "win", "market")?.parts ?? []) {
          if (key === null) continue;
          const of = (all: Single[]) => all.filter(({ market }) => market === key);
          const [a, b] = [of(old), of(young)];
          const rateOf = (some: Single[]) =>
            some.length > 0 ? some.filter(isWon).length / some.length : null;
          const [first, second] = [rateOf(a) ?? rateOf(b) ?? 0, rateOf(b) ?? rateOf(a) ?? 0];
          const shares = [a.length / old.length, b.length / young.length] as const;
          const whole = mean(rateOf(old) ?? 0, rateOf(young) ?? 0);
          expect(mix).toBeCloseTo((shares[1] - shares[0]) * (mean(first, second) - whole), 12);
          expect(rate).toBeCloseTo(mean(...shares) * (second - first), 12);
        }
      }),
    );
  });

  it("says no reason that is not there, and leaves nothing out", () => {
    fc.assert(
      fc.property(anyCase, ([now, before, figure]) => {
        const why = whyOf(now, before, figure, "market");
        if (why === null) return;
        const { reasons, rest } = reasonsOf(why);
        const said = reasons.reduce((sum, { size }) => sum + size, rest);
        expect(said).toBeCloseTo(why.change, 8);
        for (const { size } of reasons) expect(size).not.toBe(0);
      }),
    );
  });
});

it("opens a value by its filter, and small segments as all that are not named", () => {
  const row = (market: string, count: number): OutcomeCountRow => ({
    keys: [market],
    outcome: "won",
    acknowledged: true,
    accepted: true,
    count,
  });
  const why = whyOf([row("DE", 90), row("FR", 3), row("IT", 4)], [row("DE", 60)], "won", "market") as Why;
  const drills = why.parts.map((part) => [part.key, drillOfPart(why, part, "market")]);
  expect(Object.fromEntries(drills)).toEqual({
    DE: { outcomes: ["won"], markets: ["DE"] },
    null: { outcomes: ["won"], notMarkets: ["DE"] },
  });
});
