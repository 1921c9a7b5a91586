import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { funnelOf } from "./funnel.ts";
import { anyReferral, referral } from "./testing/arbitraries.ts";

describe("outcomeCountOf", () => {
  it("reads the outcome and which dates are present", () => {
    const one = referral({ status: "archived", acceptedDate: "2024-01-02", wonDate: "2024-02-03T04:05:06" });
    expect(outcomeCountOf(one)).toEqual({
      outcome: "won",
      acknowledged: false,
      accepted: true,
      won: true,
      count: 1,
    });
  });

  it("a date that cannot be read, and 0001-01-01, are not present", () => {
    const one = referral({
      status: null,
      wonDate: "soon",
      lostDate: "0001-01-01T00:00:00",
      acceptedDate: "2024-02-30",
    });
    expect(outcomeCountOf(one)).toMatchObject({ outcome: "open-new", accepted: false, won: false });
  });

  it("every record is in the funnel once, whatever it says", () => {
    fc.assert(
      fc.property(fc.array(anyReferral), (records) => {
        const { created, won, exits, open } = funnelOf(records.map(outcomeCountOf));
        expect(created).toBe(records.length);
        expect(won + exits + open).toBe(records.length);
      }),
    );
  });
});
