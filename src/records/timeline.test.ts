import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, isDateField } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { lastStage } from "#referrals/funnel.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { openAge, outcomeCountOf, qualityNotes, timesOf } from "#referrals/testing/reference-rules.ts";
import { anyRecords, NEWEST, tableOf } from "./testing/arbitraries.ts";
import { referralAt, timelineOf } from "./timeline.ts";

const context = { now: NEWEST, isNamedMarket: (code: string) => ["US", "DE"].includes(code) };

describe("a life", () => {
  const table = tableOf([
    referral({
      status: "Won",
      createdDate: "2024-01-01T10:00:00",
      acceptedDate: "2024-01-03T10:00:00",
      acknowledgedDate: "2024-01-03T10:00:00",
      archivedDate: "2023-12-31T10:00:00",
      lostDate: "someday",
    }),
  ]);

  it("has its dates in order of time, and what lies between them", () => {
    const hour = 3_600_000;
    expect(timelineOf(table, 0, context).events).toEqual([
      { field: "archivedDate", at: Date.UTC(2023, 11, 31, 10), range: null, sinceBefore: null },
      { field: "createdDate", at: Date.UTC(2024, 0, 1, 10), range: null, sinceBefore: 24 * hour },
      { field: "acknowledgedDate", at: Date.UTC(2024, 0, 3, 10), range: null, sinceBefore: 48 * hour },
      { field: "acceptedDate", at: Date.UTC(2024, 0, 3, 10), range: null, sinceBefore: 0 },
    ]);
  });

  it("has what it reached without a date, what nobody can read, and what is wrong with it", () => {
    expect(timelineOf(table, 0, context)).toMatchObject({
      outcome: "won",
      lastStage: "won",
      implied: ["won"],
      unreadable: [{ field: "lostDate", text: "someday" }],
      quality: ["unreadable-date", "backward-dates", "status-against-dates"],
      age: { kind: "not-waiting" },
    });
  });

  it("is not that of a row that is not there", () => {
    expect(() => timelineOf(table, 1, context)).toThrow(RangeError);
  });

  it("says of each referral what the rules say of it", () => {
    fc.assert(
      fc.property(anyRecords, ({ referrals, table: all }) => {
        for (const [row, one] of referrals.entries()) {
          const [timeline, outcomeCount] = [timelineOf(all, row, context), outcomeCountOf(one)];
          expect([timeline.outcome, timeline.lastStage]).toEqual([
            outcomeCount.outcome,
            lastStage(outcomeCount),
          ]);
          expect(timeline.age).toEqual(openAge(one, NEWEST));
          expect(timeline.quality.filter((name) => name !== "repeated-id")).toEqual(
            qualityNotes(one, context.isNamedMarket),
          );
          for (const { time, ms } of timeline.times) expect(timesOf([one], time)).toEqual([ms]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

it("reads a row as the referral that it was, dates in one spelling", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      for (const [row, one] of referrals.entries()) {
        const read = referralAt(table, row);
        for (const field of FIELDS) {
          const [before, after] = [readInstant(one[field]), readInstant(read[field])];
          if (isDateField(field)) expect(after).toEqual(before);
          else expect(read[field]).toBe(one[field]);
        }
      }
    }),
  );
});

it("tells between which imports a date lies", () => {
  const dates = { createdDate: "2026-11-01", acceptedDate: "2026-11-02", wonDate: "2026-11-06T12:00:00" };
  const one = tableOf([referral(dates)]);
  const [from, to] = [Date.UTC(2026, 10, 3), Date.UTC(2026, 10, 10)];
  const numbers = { wonDateFrom: Float64Array.of(from), wonDateTo: Float64Array.of(to) };
  const ranged = { ...one, extras: { texts: {}, numbers } };
  const { events, times } = timelineOf(ranged, 0, context);
  expect(times.map(({ time, isImprecise }) => [time, isImprecise])).toEqual([
    ["created-accepted", false],
    ["accepted-won", true],
  ]);
  expect(events.map(({ field, range }) => [field, range])).toEqual([
    ["createdDate", null],
    ["acceptedDate", null],
    ["wonDate", { from, to }],
  ]);
});
