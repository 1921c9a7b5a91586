import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import {
  outcomeCountOf,
  qualityNotes,
  qualityReport,
  repeatedIds,
} from "#referrals/testing/reference-rules.ts";
import { QUALITY_CLASSES } from "./quality.ts";
import { anyReferral, referral } from "./testing/arbitraries.ts";

const isNamed = (code: string) => ["US", "DE"].includes(code);
const created = { createdDate: "2024-01-10T12:00:00" };
const notes = (fields: Partial<Referral>) =>
  qualityNotes(referral({ status: "New", ...created, ...fields }), isNamed);

describe("a record without flaws", () => {
  it("has no notes: new, accepted, or won with its date, at one instant even", () => {
    expect(notes({})).toEqual([]);
    expect(notes({ status: "Accepted", acceptedDate: created.createdDate })).toEqual([]);
    expect(notes({ status: "Won", acceptedDate: "2024-01-11", wonDate: "2024-01-11" })).toEqual([]);
    expect(notes({ status: "Lost", lostDate: "2024-01-11", archivedDate: "2024-01-12" })).toEqual([]);
  });
});

describe("dates", () => {
  it("no created date is null, empty or the first day of the calendar", () => {
    for (const createdDate of [null, "", "0001-01-01T00:00:00"])
      expect(notes({ createdDate })).toEqual(["no-created-date"]);
  });

  it("a date that cannot be read is noted on any field, and is not a missing one", () => {
    expect(notes({ createdDate: "soon" })).toEqual(["unreadable-date"]);
    expect(notes({ archivedDate: "2024-02-30" })).toEqual(["unreadable-date"]);
  });

  it.each<[string, Partial<Referral>]>([
    ["acknowledged before created", { acknowledgedDate: "2024-01-09" }],
    ["archived before created", { status: "Archived", archivedDate: "2024-01-09" }],
    ["acknowledged after accepted", { acknowledgedDate: "2024-01-13", acceptedDate: "2024-01-12" }],
    ["accepted after won", { status: "Won", acceptedDate: "2024-01-14", wonDate: "2024-01-13" }],
    ["accepted after lost", { status: "Lost", acceptedDate: "2024-01-14", lostDate: "2024-01-13" }],
  ])("%s runs backwards", (_, fields) => {
    expect(notes(fields)).toEqual(["backward-dates"]);
  });
});

describe("status against dates", () => {
  it.each(["Won", "Lost", "Declined", "Skipped", "Expired", "Missed"])("%s without its date", (status) => {
    expect(notes({ status })).toEqual(["status-against-dates"]);
    expect(notes({ status, [`${status.toLowerCase()}Date`]: "2024-01-12" })).toEqual([]);
  });

  it("an end date that the status denies, open or closed otherwise", () => {
    expect(notes({ status: "New", expiredDate: "2024-01-12" })).toEqual(["status-against-dates"]);
    expect(notes({ status: "Won", wonDate: "2024-01-12", lostDate: "2024-01-12" })).toEqual([
      "status-against-dates",
    ]);
  });

  it("a status that leaves it to the dates, or that nobody knows, denies none", () => {
    const both = { wonDate: "2024-01-12", lostDate: "2024-01-13" };
    for (const status of ["Archived", "closed", "", null]) expect(notes({ status, ...both })).toEqual([]);
    expect(notes({ status: "Limbo", ...both })).toEqual(["unrecognised-status"]);
  });
});

describe("markets", () => {
  it("are unnamed when empty or without a name, the customer's or the partner's", () => {
    expect(notes({ customerMarket: " us " })).toEqual([]);
    for (const market of [null, " ", "XQ"]) {
      expect(notes({ customerMarket: market })).toEqual(["unnamed-market"]);
      expect(notes({ partnerMarket: market })).toEqual(["unnamed-market"]);
    }
  });
});

describe("a list", () => {
  const list = ["a", "b", "a", null, null, "", "", "A", "a"].map((id) =>
    referral({ id, status: "New", ...created }),
  );

  it("finds ids that come more than once, as written; no id is not an id", () => {
    expect([...repeatedIds(list)]).toEqual(["a"]);
  });

  it("lists every record of a repeated id", () => {
    expect(qualityReport(list, isNamed).get("repeated-id")).toEqual([list[0], list[2], list[8]]);
  });

  it("lists under each class exactly its records, and drops none from the outcome counts", () => {
    fc.assert(
      fc.property(fc.array(anyReferral), (records) => {
        const report = qualityReport(records, isNamed);
        for (const name of QUALITY_CLASSES.filter((one) => one !== "repeated-id"))
          expect(report.get(name)).toEqual(
            records.filter((one) => qualityNotes(one, isNamed).includes(name)),
          );
        expect(report.get("unrecognised-status")?.length).toBe(
          records.filter((one) => outcomeCountOf(one).outcome === "unrecognised").length,
        );
      }),
    );
  });
});
