import fc from "fast-check";
import { expect, it } from "vitest";
import { funnelOf } from "./funnel.ts";
import { compareMarkets } from "./market.ts";
import { smallMultiples } from "./small-multiples.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";

type Keyed = ReturnType<typeof keyed>;
const keyed = (key: string, count: number) => ({
  key,
  outcome: "won" as const,
  acknowledged: true,
  accepted: true,
  count,
});
const keyOf = ({ key }: { key: string }) => key;
const multiplesOf = (outcomeCounts: Keyed[], max?: number) =>
  smallMultiples(outcomeCounts, keyOf, compareMarkets, max);

it("are the eight largest, equals by code, and the rest as Other with its members", () => {
  const { multiples, other, scale } = multiplesOf(
    [..."JIHGFEDCBA"].map((key) => keyed(key, key === "J" ? 5 : 3)),
  );
  expect(multiples.map(keyOf)).toEqual([..."JABCDEFG"]);
  expect([other?.members.map(keyOf), other?.funnel.created, scale]).toEqual([["H", "I"], 6, 6]);
});

it("have no Other where all have a place, and none that is empty", () => {
  expect(multiplesOf([keyed("A", 2), keyed("B", 0)])).toMatchObject({
    multiples: [{ key: "A" }],
    other: null,
    scale: 2,
  });
  expect(multiplesOf([])).toEqual({ multiples: [], other: null, scale: 0 });
});

it("add up to the funnel of all, on one scale that holds each", () => {
  const anyKeyed = fc
    .tuple(anyOutcomeCount, fc.constantFrom(..."ABCDE", ""))
    .map(([one, key]) => ({ ...one, key }));
  fc.assert(
    fc.property(fc.array(anyKeyed), fc.integer({ min: 1, max: 6 }), (outcomeCounts, max) => {
      const { multiples, other, scale } = smallMultiples(outcomeCounts, keyOf, compareMarkets, max);
      const funnels = [...multiples.map(({ funnel }) => funnel), ...(other ? [other.funnel] : [])];
      const all = funnelOf(outcomeCounts);
      for (const figure of ["created", "accepted", "won", "open", "exits"] as const)
        expect(funnels.reduce((sum, funnel) => sum + funnel[figure], 0)).toBe(all[figure]);
      expect(scale).toBe(Math.max(0, ...funnels.map(({ created }) => created)));
      for (const { key, funnel } of [...multiples, ...(other?.members ?? [])])
        expect(funnel).toEqual(funnelOf(outcomeCounts.filter((one) => one.key === key)));
    }),
  );
});
