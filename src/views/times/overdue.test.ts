import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import { allRows } from "#records/rows.ts";
import { anyRecords, NEWEST } from "#records/testing/arbitraries.ts";
import { OVERDUE_LIMITS } from "#referrals/open-age.ts";
import { openAge } from "#referrals/testing/reference-rules.ts";
import { LIST_LENGTH, overdueDrill, overdueOf } from "./overdue.ts";

describe("what to answer next", () => {
  it("is the oldest first, with what is left until expiry, and never more than a list of ten", () => {
    fc.assert(
      fc.property(anyRecords, ({ referrals, table }) => {
        const selected = { table, rows: allRows(table), now: NEWEST };
        const { first, pastAnswer, pastExpiry } = overdueOf(selected, OVERDUE_LIMITS);
        const ages = referrals.flatMap((one) => {
          const age = openAge(one, NEWEST);
          return age.kind === "waiting" ? [age.ageMs] : [];
        });
        const late = ages.filter((age) => age > DAY_MS).sort((a, b) => b - a);
        expect(pastAnswer).toBe(late.length);
        expect(pastExpiry).toBe(late.filter((age) => age > 14 * DAY_MS).length);
        expect(first.map(({ ageMs }) => ageMs)).toEqual(late.slice(0, LIST_LENGTH));
        for (const { ageMs, leftMs } of first) expect(leftMs).toBe(14 * DAY_MS - ageMs);
      }),
    );
  });

  it("lists apart what will be overdue within a day, the most urgent first", () => {
    fc.assert(
      fc.property(anyRecords, ({ referrals, table }) => {
        const selected = { table, rows: allRows(table), now: NEWEST };
        const limits = { answerMs: 3 * DAY_MS, expiryMs: 14 * DAY_MS };
        const { next, soon } = overdueOf(selected, limits);
        const ages = referrals.flatMap((one) => {
          const age = openAge(one, NEWEST, limits);
          return age.kind === "waiting" ? [age.ageMs] : [];
        });
        const due = ages.filter((age) => age <= 3 * DAY_MS && age > 2 * DAY_MS).sort((a, b) => b - a);
        expect(soon).toBe(due.length);
        expect(next.map(({ leftMs }) => leftMs)).toEqual(
          due.slice(0, LIST_LENGTH).map((age) => 3 * DAY_MS - age),
        );
      }),
    );
  });

  it("says its limits only where they are not the usual ones", () => {
    expect(overdueDrill("answer", OVERDUE_LIMITS)).toEqual({ overdue: "answer" });
    const own = { answerMs: 6 * HOUR_MS, expiryMs: 2 * DAY_MS };
    expect(overdueDrill("soon", own)).toEqual({ overdue: "soon", limits: { answer: 6, expiry: 48 } });
    expect(overdueDrill("waiting", own)).toEqual({ overdue: "waiting" });
  });
});
