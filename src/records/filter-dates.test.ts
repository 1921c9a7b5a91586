import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, dayOfInstant, HOUR_MS } from "#lib/calendar.ts";
import { DATE_FIELDS, type Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { ANSWER_GROUPS } from "#referrals/answer-group.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { openAge, timesOf } from "#referrals/testing/reference-rules.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { answeredWithin } from "./answered.ts";
import { allRows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";
import { anyRecords, NEWEST, tableOf } from "./testing/arbitraries.ts";
import { CONTEXT, keepsThose } from "./testing/keeps-those.ts";

const anyDayOrNone = fc.option(
  fc.integer({ min: 0, max: 31 }).map((days) => dayOfInstant(NEWEST - days * DAY_MS)),
);

describe("dates", () => {
  const anyField = fc.constantFrom(...DATE_FIELDS);

  it("are whole UTC days, both included", () => {
    keepsThose(
      fc.record({ field: anyField, from: anyDayOrNone, to: anyDayOrNone }),
      (range) => ({ dates: [range] }),
      (one, { field, from, to }) => {
        const reading = readInstant(one[field]);
        if (reading.kind !== "instant") return false;
        const day = dayOfInstant(reading.at);
        return (from ?? "0000") <= day && day <= (to ?? "9999-12-31");
      },
    );
    const table = tableOf(
      ["2024-01-31T23:59:59.999", "2024-02-01T00:00:00", "2024-02-29T23:59:59.999", "2024-03-01"].map(
        (createdDate) => referral({ createdDate }),
      ),
    );
    const february = { field: "createdDate", from: "2024-02-01", to: "2024-02-29" } as const;
    expect([...rowsMatching(table, { dates: [february] }, CONTEXT)]).toEqual([1, 2]);
  });

  it("are lacking because nothing was sent, or because nobody can read it", () => {
    keepsThose(
      fc.record({ field: anyField, because: fc.constantFrom("never", "unreadable", "either") }),
      (one) => ({ lacking: [one] }),
      (one, { field, because }) => {
        const { kind } = readInstant(one[field]);
        return kind === because || (because === "either" && kind !== "instant");
      },
    );
  });
});

describe("waiting and times", () => {
  it("are those of the open age", () => {
    const age = (one: Referral, now = NEWEST) => openAge(one, now);
    const isLate = (one: Referral, now?: number) => /past/.test(JSON.stringify(age(one, now)));
    keepsThose(
      fc.constantFrom("waiting", "answer", "expiry", "soon", "in-time", "undated"),
      (overdue) => ({ overdue }),
      (one, overdue) => {
        const now = age(one);
        const past = now.kind === "waiting" ? now.overdue : null;
        return {
          waiting: now.kind !== "not-waiting",
          answer: past === "past-answer" || past === "past-expiry",
          expiry: past === "past-expiry",
          soon: past === "no" && isLate(one, NEWEST + DAY_MS),
          "in-time": past === "no",
          undated: now.kind === "undated",
        }[overdue];
      },
    );
  });

  it("are times in a range, the upper end included", () => {
    const anyHours = fc.option(fc.integer({ min: 0, max: 200 }));
    keepsThose(
      fc.record({ time: fc.constantFrom(...(Object.keys(TIMES) as Time[])), over: anyHours, upTo: anyHours }),
      ({ time, over, upTo }) => ({
        times: [{ time, overMs: over && over * HOUR_MS, upToMs: upTo && upTo * HOUR_MS }],
      }),
      (one, { time, over, upTo }) =>
        timesOf([one], time).some(
          (ms) => (over === null || ms > over * HOUR_MS) && (upTo === null || ms <= upTo * HOUR_MS),
        ),
    );
  });

  it("are both dates of a time on days in order", () => {
    keepsThose(
      fc.constantFrom(...(Object.keys(TIMES) as Time[])),
      (days) => ({ days }),
      (one, days) => {
        const read = [TIMES[days].from, TIMES[days].to].map((field) => readInstant(one[field]));
        const [start, end] = read.map((date) => (date.kind === "instant" ? dayOfInstant(date.at) : null));
        return typeof start === "string" && typeof end === "string" && start <= end;
      },
    );
  });

  it("are as many as answered in time, late, and so on", () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...ANSWER_GROUPS), ({ table }, group) => {
        const { counts } = answeredWithin(table, allRows(table), DAY_MS, NEWEST);
        const rows = rowsMatching(table, { answer: { limitMs: DAY_MS, group } }, CONTEXT);
        expect(rows).toHaveLength(counts[group]);
      }),
    );
  });
});
