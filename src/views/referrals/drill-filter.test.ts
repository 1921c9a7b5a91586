import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { anyRecords, NEWEST } from "#records/testing/arbitraries.ts";
import { DATE_BASES, dateFieldOf } from "#referrals/date-basis.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { outcomeOfReferral, placeInPeriod } from "#referrals/testing/reference-rules.ts";
import { drillFilter, drillLimits, rowsOfDrill } from "./use-list.ts";

const PERIOD = { from: "2024-02-05", to: "2024-02-20" };
const context = { now: NEWEST, isNamedMarket: () => true };
const basis = fc.constantFrom(...DATE_BASES);

function placesOf(referrals: readonly Referral[], passes: (referral: Referral) => boolean): number[] {
  return referrals.flatMap((referral, row) => (passes(referral) ? [row] : []));
}

describe("the referrals behind a figure", () => {
  it("are those of the period and its filters when nothing was opened", () => {
    fc.assert(
      fc.property(anyRecords, basis, ({ referrals, table }, by) => {
        const resolved = {
          period: PERIOD,
          date: dateFieldOf(by),
          filters: { ...NO_FILTERS, outcomes: ["won" as const] },
        };
        const expected = placesOf(
          referrals,
          (one) => placeInPeriod(one, by, PERIOD) === "inside" && outcomeOfReferral(one) === "won",
        );
        expect([...rowsOfDrill(table, resolved, {}, context)]).toEqual(expected);
      }),
    );
  });

  it("are those that no period holds, when these were opened", () => {
    fc.assert(
      fc.property(anyRecords, basis, ({ referrals, table }, by) => {
        const resolved = { period: PERIOD, date: dateFieldOf(by), filters: NO_FILTERS };
        const expected = placesOf(referrals, (one) => placeInPeriod(one, by, PERIOD) === "undated");
        expect([...rowsOfDrill(table, resolved, { undated: true }, context)]).toEqual(expected);
      }),
    );
  });

  it("pass the drill and the selection, both", () => {
    fc.assert(
      fc.property(anyRecords, ({ referrals, table }) => {
        const resolved = {
          period: PERIOD,
          date: "createdDate" as const,
          filters: { ...NO_FILTERS, outcomes: ["won" as const] },
        };
        const within = { from: "2024-02-10", to: "2024-02-29" };
        const isInside = (one: Referral) =>
          [PERIOD, within].every((period) => placeInPeriod(one, "created", period) === "inside");
        const expected = placesOf(referrals, (one) => isInside(one) && outcomeOfReferral(one) === "won");
        expect([...rowsOfDrill(table, resolved, { within, notOutcomes: ["lost"] }, context)]).toEqual(
          expected,
        );
      }),
    );
  });
});

describe("a drill as a filter of records", () => {
  it("asks for the date of the basis, and for times in milliseconds", () => {
    expect(
      drillFilter({ undated: true, time: { time: "accepted-won", over: null, upTo: 24 } }, "wonDate"),
    ).toEqual({
      lacking: [{ field: "wonDate", because: "either" }],
      times: [{ time: "accepted-won", overMs: null, upToMs: DAY_MS }],
    });
  });

  it("asks for nothing where nothing is drilled into", () => {
    expect(drillFilter({}, "createdDate")).toEqual({});
    expect(drillLimits({})).toEqual({});
  });

  it("tells limits of one's own", () => {
    expect(drillLimits({ limits: { answer: 2, expiry: 48 } })).toEqual({
      limits: { answerMs: 2 * HOUR_MS, expiryMs: 2 * DAY_MS },
    });
  });
});
