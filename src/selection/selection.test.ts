import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAINS } from "#lib/calendar.ts";
import { BREAKDOWNS } from "#referrals/breakdown.ts";
import { DEFAULT_SELECTION, printSelection, readSelection, type Selection } from "./selection.ts";

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const market = fc.oneof(
  fc.constantFrom("US", "DE", "", "-", "A,B", "50%", "%2C"),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.trim().toUpperCase()),
);
const selections: fc.Arbitrary<Selection> = fc
  .record({
    days: fc.tuple(fc.option(day), fc.option(day)),
    markets: fc.uniqueArray(market, { maxLength: 5 }).map((codes) => codes.sort()),
    grain: fc.option(fc.constantFrom(...GRAINS)),
    by: fc.constantFrom(...BREAKDOWNS),
    as: fc.constantFrom("chart" as const, "table" as const),
  })
  .map(({ days: [a, b], ...rest }) =>
    a && b && a > b ? { from: b, to: a, ...rest } : { from: a, to: b, ...rest },
  );

describe("the selection in the address", () => {
  it("is read as it was printed", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(readSelection(printSelection(selection))).toEqual({ selection, faults: [] });
      }),
    );
  });

  it("leaves the defaults out", () => {
    expect(printSelection(DEFAULT_SELECTION)).toBe("");
    expect(readSelection("")).toEqual({ selection: DEFAULT_SELECTION, faults: [] });
  });

  it("is readable", () => {
    const selection: Selection = {
      ...DEFAULT_SELECTION,
      from: "2026-01-01",
      to: "2026-06-30",
      markets: ["DE", "US"],
    };
    expect(printSelection(selection)).toBe("?from=2026-01-01&to=2026-06-30&market=DE,US");
  });

  it("reads market codes in any case, once each", () => {
    expect(readSelection("?market=us,%20de,US").selection.markets).toEqual(["DE", "US"]);
  });

  it("tells what does not fit and falls to the default", () => {
    const { selection, faults } = readSelection("?from=yesterday&grain=fortnight&as=TABLE&market=,");
    expect(selection).toEqual({ ...DEFAULT_SELECTION, as: "table" });
    expect(faults.map((fault) => (fault.kind === "value" ? fault.parameter : fault.kind))).toEqual([
      "from",
      "market",
      "grain",
    ]);
  });

  it("refuses a first day after the last", () => {
    const read = readSelection("?from=2026-02-01&to=2026-01-01");
    expect(read).toEqual({ selection: DEFAULT_SELECTION, faults: [{ kind: "order" }] });
  });

  it("cuts an address of 10,000 characters and says so", () => {
    const { faults } = readSelection(`?market=${"A".repeat(10_000)}`);
    expect(faults).toContainEqual({ kind: "tooLong", most: 4000 });
  });

  it("reads any text without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readSelection(`?${text}`)));
  });
});
