import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { CENSORED, COMPETING, EVENT } from "#statistics/life-table.ts";
import { EVENTS, eventAges } from "./event-ages.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST, tableOf } from "./testing/arbitraries.ts";

const CREATED = "2024-01-01T00:00:00";
const AS_OF = Date.parse("2024-03-01T12:00:00Z");

function timelineOf(fields: Partial<Referral>, event: (typeof EVENTS)[number], asOf = AS_OF) {
  const table = tableOf([referral({ createdDate: CREATED, ...fields })]);
  const { lifetimes, unplaced } = eventAges(table, allRows(table), event, asOf);
  if (lifetimes.ages.length === 0) return unplaced === 1 ? "unplaced" : "none";
  return [lifetimes.ages[0], lifetimes.ends[0]];
}

describe("a life", () => {
  const won = { status: "Won", acceptedDate: "2024-01-03T12:00:00", wonDate: "2024-01-21T00:00:00" };

  it("has its event at its date, and is open before it", () => {
    expect(timelineOf(won, "won")).toEqual([20, EVENT]);
    expect(timelineOf(won, "accepted")).toEqual([2.5, EVENT]);
    expect(timelineOf(won, "won", Date.parse("2024-01-20T12:00:00Z"))).toEqual([19.5, CENSORED]);
    expect(timelineOf({ status: "Active" }, "won")).toEqual([60.5, CENSORED]);
  });

  it("ends otherwise at the date of that end", () => {
    expect(timelineOf({ status: "Declined", declinedDate: "2024-01-02" }, "accepted")).toEqual([
      1,
      COMPETING,
    ]);
    expect(timelineOf({ ...won, status: "Lost", lostDate: "2024-01-05", wonDate: null }, "won")).toEqual([
      4,
      COMPETING,
    ]);
  });

  it("takes the next date as the proof of a stage without one", () => {
    expect(timelineOf({ ...won, acceptedDate: null }, "accepted")).toEqual([20, EVENT]);
    expect(timelineOf(won, "acknowledged")).toEqual([2.5, EVENT]);
    expect(timelineOf({ status: "Won", archivedDate: "2024-02-01" }, "won")).toEqual([31, EVENT]);
  });

  it("cannot be placed without a date, or with one before its creation", () => {
    expect(timelineOf({ status: "Won" }, "won")).toBe("unplaced");
    expect(timelineOf({ status: "Active" }, "accepted")).toBe("unplaced");
    expect(timelineOf({ status: "Won", wonDate: "2023-12-31" }, "won")).toBe("unplaced");
    expect(timelineOf({ status: "Limbo" }, "won")).toBe("unplaced");
    expect(timelineOf({ status: "Won", wonDate: "2023-12-31T23:59:59.500" }, "won")).toEqual([0, EVENT]);
  });

  it("keeps an event that has a date, though its end has none", () => {
    expect(timelineOf({ status: "Closed", acceptedDate: "2024-01-03" }, "accepted")).toEqual([2, EVENT]);
  });

  it("is none before its creation, or without one", () => {
    expect(timelineOf({ ...won, createdDate: null }, "won")).toBe("none");
    expect(timelineOf(won, "won", Date.parse("2023-12-31T23:59:59Z"))).toBe("none");
  });
});

it("gives every row that was created by then one life or none to place, with an age that it has reached", () => {
  fc.assert(
    fc.property(
      anyRecords,
      fc.constantFrom(...EVENTS),
      fc.integer({ min: 0, max: 40 }),
      ({ table }, event, days) => {
        const asOf = NEWEST - days * 86_400_000;
        const { lifetimes, unplaced } = eventAges(table, allRows(table), event, asOf);
        const created = [...table.dates.createdDate.at].filter((at) => at <= asOf);
        expect(lifetimes.ages.length + unplaced).toBe(created.length);
        const oldest = created.length === 0 ? 0 : (asOf - Math.min(...created)) / 86_400_000;
        for (const age of lifetimes.ages) {
          expect(age).toBeGreaterThanOrEqual(0);
          expect(age).toBeLessThanOrEqual(oldest);
        }
      },
    ),
  );
});
