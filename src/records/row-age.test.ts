import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import { OVERDUE_LIMITS } from "#referrals/open-age.ts";
import { openAge } from "#referrals/testing/reference-rules.ts";
import { dueWithin, openAgeOfRow, overdueRows, waitingCounts } from "./row-age.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST } from "./testing/arbitraries.ts";

const anyNow = fc.integer({ min: -10 * 24, max: 10 * 24 }).map((hours) => NEWEST + hours * HOUR_MS);
const anyLimits = fc.constantFrom(OVERDUE_LIMITS, { answerMs: 3 * DAY_MS, expiryMs: 9 * DAY_MS });

it("is the age of each referral", () => {
  fc.assert(
    fc.property(anyRecords, anyNow, anyLimits, ({ referrals, table }, now, limits) => {
      expect(referrals.map((_, row) => openAgeOfRow(table, row, now, limits))).toEqual(
        referrals.map((one) => openAge(one, now, limits)),
      );
    }),
  );
});

it("counts every waiting referral at one place", () => {
  fc.assert(
    fc.property(anyRecords, anyNow, anyLimits, ({ referrals, table }, now, limits) => {
      const ages = referrals.map((one) => openAge(one, now, limits));
      const count = (overdue: string) =>
        ages.filter((age) => age.kind === "waiting" && age.overdue === overdue).length;
      expect(waitingCounts(table, allRows(table), now, limits)).toEqual({
        waiting: ages.filter(({ kind }) => kind !== "not-waiting").length,
        undated: ages.filter(({ kind }) => kind === "undated").length,
        inTime: count("no"),
        pastAnswer: count("past-answer"),
        pastExpiry: count("past-expiry"),
      });
    }),
  );
});

it("lists what is overdue now and what will be, the oldest first", () => {
  fc.assert(
    fc.property(anyRecords, anyNow, anyLimits, ({ referrals, table }, now, limits) => {
      const ageAt = (row: number, at: number) => openAge(referrals[row] ?? never(), at, limits);
      const isLate = (row: number, at: number) => {
        const age = ageAt(row, at);
        return age.kind === "waiting" && age.overdue !== "no";
      };
      const rows = referrals.map((_, row) => row);
      const { answer, expiry } = overdueRows(table, allRows(table), now, limits);
      const due = dueWithin(table, allRows(table), now, limits, DAY_MS);
      expect([...answer].sort((a, b) => a - b)).toEqual(rows.filter((row) => isLate(row, now)));
      expect([...due].sort((a, b) => a - b)).toEqual(
        rows.filter((row) => !isLate(row, now) && isLate(row, now + DAY_MS)),
      );
      expect([...answer].slice(0, expiry.length)).toEqual([...expiry]);
      for (const list of [answer, due]) {
        const ages = Array.from(list, (row) => now - (table.dates.createdDate.at[row] ?? 0));
        expect(ages).toEqual(ages.toSorted((a, b) => b - a));
      }
    }),
  );
});

function never(): never {
  throw new Error("no such row");
}
