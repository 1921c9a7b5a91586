import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import { placeInPeriod } from "#referrals/testing/reference-rules.ts";
import { DATE_BASES, dateFieldOf } from "./date-basis.ts";
import { anyReferral, referral } from "./testing/arbitraries.ts";

const january = { from: "2024-01-01", to: "2024-01-31" };

describe("date bases", () => {
  it("are the ten dates of a referral", () => {
    expect(DATE_BASES.map(dateFieldOf).sort()).toEqual([...DATE_FIELDS].sort());
  });
});

describe("placeInPeriod", () => {
  it.each([
    ["2024-01-01T00:00:00", "inside"],
    ["2024-01-31T23:59:59.999", "inside"],
    ["2023-12-31T23:59:59", "outside"],
    ["2024-02-01T00:00:00", "outside"],
    ["2024-02-01T01:00:00+02:00", "inside"],
  ])("%s is %s of January in UTC", (createdDate, place) => {
    expect(placeInPeriod(referral({ createdDate }), "created", january)).toBe(place);
  });

  it("without a readable basis date is undated, whatever other dates say", () => {
    const createdDate = "2024-01-05";
    for (const wonDate of [null, "", "soon", "0001-01-01T00:00:00"])
      expect(placeInPeriod(referral({ createdDate, wonDate }), "won", january)).toBe("undated");
  });

  it("two periods side by side hold what the whole holds", () => {
    fc.assert(
      fc.property(anyReferral, fc.constantFrom(...DATE_BASES), (one, basis) => {
        const [first, second] = [
          { from: "2024-01-01", to: "2024-01-01" },
          { from: "2024-01-02", to: "2024-12-31" },
        ].map((period) => placeInPeriod(one, basis, period));
        const whole = placeInPeriod(one, basis, { from: "2024-01-01", to: "2024-12-31" });
        expect(whole === "inside").toBe((first === "inside") !== (second === "inside"));
      }),
    );
  });
});
