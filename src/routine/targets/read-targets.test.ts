import fc from "fast-check";
import { expect, it } from "vitest";
import { TARGET_FIGURES } from "#referrals/targets.ts";
import { readTargets } from "./read-targets.ts";

const target = {
  name: "A",
  figure: "win",
  bound: "atLeast",
  percent: 7,
  market: "DE",
  source: "",
  month: "2023-03",
};
const read = (...targets: unknown[]) => readTargets(JSON.stringify(targets));

it("reads what was written", () => {
  const any = fc.record({
    name: fc.constantFrom("A", "Größe", "<b>"),
    figure: fc.constantFrom(...TARGET_FIGURES),
    bound: fc.constantFrom("atLeast", "under"),
    percent: fc.double({ min: 0.1, max: 100, noNaN: true }),
    market: fc.constantFrom("", "US"),
    source: fc.constantFrom("", "Guide"),
    month: fc.constantFrom("", "2023-03"),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (targets) => {
      expect(read(...targets)).toEqual(targets);
    }),
  );
  expect(read({ name: " A ", figure: "win", bound: "under", percent: 3, market: "de" })).toEqual([
    { ...target, bound: "under", percent: 3, month: "" },
  ]);
});

it("says which target is wrong, and where", () => {
  for (const percent of [0, -1, 100.1, null, "7"])
    expect(read(target, { ...target, percent })).toEqual({ part: "percent", place: 2 });
  expect(read({ ...target, figure: "revenue" })).toEqual({ part: "figure", place: 1 });
  expect(read({ ...target, month: "2023-13" })).toEqual({ part: "month", place: 1 });
  expect(read({ ...target, name: "" })).toEqual({ part: "name", place: 1 });
  expect(read(7)).toEqual({ part: "text", place: 1 });
  expect(readTargets("{")).toEqual({ part: "text", place: null });
  expect(readTargets("{}")).toEqual({ part: "text", place: null });
  expect(read(...Array.from({ length: 51 }, () => target))).toEqual({ part: "many", place: null });
});
