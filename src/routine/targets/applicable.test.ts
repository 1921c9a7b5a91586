import fc from "fast-check";
import { expect, it } from "vitest";
import { TARGET_FIGURES } from "#referrals/targets.ts";
import { targetOfMarket, targetsOf } from "./target-notes.ts";

const anyOf = (...values: string[]) => fc.subarray(values);
const counted = fc.record({
  filters: fc.record({
    markets: anyOf("US", "DE"),
    partners: fc.constant([]),
    sizes: anyOf("Small", "Large"),
    outcomes: fc.constant([]),
  }),
  deal: fc.record({ program: anyOf("A", "B") }),
});
const target = fc.record({
  name: fc.uuid(),
  figure: fc.constantFrom(...TARGET_FIGURES),
  bound: fc.constantFrom("atLeast" as const, "under" as const),
  percent: fc.integer({ min: 1, max: 100 }),
  days: fc.constant(0),
  market: fc.constantFrom("", "US", "FR"),
  size: fc.constantFrom("", "Small"),
  program: fc.constantFrom("", "A"),
  source: fc.constant(""),
  month: fc.constant(""),
});

it("takes a target for a figure of exactly the referrals that are selected", () => {
  fc.assert(
    fc.property(fc.array(target, { maxLength: 10 }), counted, (targets, view) => {
      const { markets, sizes } = view.filters;
      const [market = "", size = ""] = [markets, sizes].map((all) => (all.length === 1 ? all[0] : ""));
      const program = view.deal.program.length === 1 ? view.deal.program[0] : "";
      for (const figure of TARGET_FIGURES) {
        const fits = (ofMarket: string) => (one: (typeof targets)[number]) =>
          one.figure === figure &&
          ["", ofMarket].includes(one.market) &&
          ["", size].includes(one.size) &&
          ["", program].includes(one.program);
        expect(targetsOf(figure, targets, view)).toEqual(targets.filter(fits(market)));
        const ofUs = targets.filter(fits("US"));
        const own = ofUs.find((one) => one.market === "US") ?? ofUs[0] ?? null;
        expect(targetOfMarket(figure, "US", targets, view)).toEqual(own);
      }
    }),
  );
});
