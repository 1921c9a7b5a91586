import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openAge } from "#referrals/testing/reference-rules.ts";
import { overdueAt, overdueBefore } from "./open-age.ts";
import { referral } from "./testing/arbitraries.ts";

const HOUR = 3_600_000;
const now = Date.UTC(2024, 2, 15, 12);
const createdAgo = (hours: number, status = "New") =>
  referral({ status, createdDate: new Date(now - hours * HOUR).toISOString() });

describe("open age", () => {
  it("is the time since created, of new and acknowledged referrals", () => {
    for (const status of ["New", "Received", "Evaluating"])
      expect(openAge(createdAgo(3, status), now)).toEqual({
        kind: "waiting",
        ageMs: 3 * HOUR,
        overdue: "no",
      });
  });

  it("is not that of an accepted, closed or unrecognised referral", () => {
    for (const status of ["Accepted", "Won", "Expired", "Archived", "Limbo"])
      expect(openAge(createdAgo(3, status), now)).toEqual({ kind: "not-waiting" });
  });

  it("is unknown without a created date that can be read", () => {
    for (const createdDate of [null, "soon"])
      expect(openAge(referral({ status: "New", createdDate }), now)).toEqual({ kind: "undated" });
  });
});

describe("overdue", () => {
  it.each([
    [-5, "no"],
    [24, "no"],
    [24.001, "past-answer"],
    [14 * 24, "past-answer"],
    [14 * 24 + 0.001, "past-expiry"],
  ])("%d hours after created is %s", (hours, overdue) => {
    expect(overdueAt(hours * HOUR)).toBe(overdue);
  });

  it("follows the setting", () => {
    const limits = { answerMs: 4 * HOUR, expiryMs: 48 * HOUR };
    expect(openAge(createdAgo(5), now, limits)).toMatchObject({ overdue: "past-answer" });
    expect(openAge(createdAgo(50), now, limits)).toMatchObject({ overdue: "past-expiry" });
  });

  it("is the same for a filter on the created date as for the age", () => {
    fc.assert(
      fc.property(fc.integer({ min: -HOUR, max: 30 * HOUR }), (ageMs) => {
        const created = now - ageMs;
        expect(created < overdueBefore(now, 24 * HOUR)).toBe(overdueAt(ageMs) !== "no");
      }),
    );
  });
});
