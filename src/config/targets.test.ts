import fc from "fast-check";
import { expect, it } from "vitest";
import { parseTargets, readTargets, type TargetSetting } from "./targets.ts";

const target: TargetSetting = {
  name: "A",
  figure: "win",
  bound: "atLeast",
  percent: 7,
  days: 0,
  market: "DE",
  size: "",
  program: "",
  source: "",
  month: "2023-03",
};
const faultsOf = (...targets: unknown[]) => readTargets(targets).faults;

it("reads what was written", () => {
  const any: fc.Arbitrary<TargetSetting> = fc.record({
    name: fc.constantFrom("A", "Größe", "<b>"),
    figure: fc.constantFrom("acceptance", "win", "close", "expired"),
    bound: fc.constantFrom("atLeast", "under"),
    percent: fc.double({ min: 0.1, max: 100, noNaN: true }),
    days: fc.constant(0),
    market: fc.constantFrom("", "US"),
    size: fc.constantFrom("", "10to50employees"),
    program: fc.constantFrom("", "Contact request"),
    source: fc.constantFrom("", "Guide"),
    month: fc.constantFrom("", "2023-03"),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (targets) => {
      expect(parseTargets(JSON.stringify(targets))).toEqual({ targets, faults: [] });
    }),
  );
  expect(readTargets([{ name: " A ", figure: "win", bound: "under", percent: 3, market: "de" }])).toEqual({
    targets: [{ ...target, bound: "under", percent: 3, month: "" }],
    faults: [],
  });
});

it("says which targets are wrong, and where, and keeps the others", () => {
  for (const percent of [0, -1, 100.1, null, "7"])
    expect(readTargets([target, { ...target, percent }])).toEqual({
      targets: [target],
      faults: [{ part: "percent", place: 2 }],
    });
  expect(faultsOf({ ...target, figure: "revenue" }, 7, { ...target, month: "2023-13" })).toEqual([
    { part: "figure", place: 1 },
    { part: "entry", place: 2 },
    { part: "month", place: 3 },
  ]);
  const closed = { ...target, figure: "closed", days: 60 };
  expect(faultsOf(closed, { ...closed, days: 0 }, { ...closed, days: 1.5 }, { ...target, days: 60 })).toEqual(
    [2, 3, 4].map((place) => ({ part: "days", place })),
  );
  expect(faultsOf({ ...target, name: "" })).toEqual([{ part: "name", place: 1 }]);
  expect(parseTargets("{").faults).toEqual([{ part: "list", place: null }]);
  expect(parseTargets("{}").faults).toEqual([{ part: "list", place: null }]);
  expect(faultsOf(...Array.from({ length: 51 }, () => target))).toEqual([{ part: "many", place: null }]);
});
