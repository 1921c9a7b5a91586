import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summariseTimes, timesOf } from "#referrals/testing/reference-rules.ts";
import { referral } from "./testing/arbitraries.ts";
import { summariseDays } from "./times-summary.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

describe("timesOf", () => {
  const one = referral({
    createdDate: "2018-02-04T23:08:59",
    acknowledgedDate: "2018-02-07T23:40:50",
    acceptedDate: "2018-02-07T23:43:19",
    wonDate: "2018-02-08T23:43:19",
  });

  it("are from created to acknowledged and to accepted, and from accepted to won", () => {
    expect(timesOf([one], "created-acknowledged")).toEqual([(72 * 60 + 31) * MINUTE + 51_000]);
    expect(timesOf([one], "created-accepted")).toEqual([(72 * 60 + 34) * MINUTE + 20_000]);
    expect(timesOf([one], "accepted-won")).toEqual([DAY]);
  });

  it("leave out who lacks a date, has one that cannot be read, or has them out of order", () => {
    const others = [
      { ...one, acceptedDate: null },
      { ...one, createdDate: "yesterday" },
      { ...one, acceptedDate: "2018-02-04T23:08:58" },
    ];
    expect(timesOf(others, "created-accepted")).toEqual([]);
  });

  it("keep a time of nothing at all", () => {
    expect(timesOf([{ ...one, acceptedDate: one.createdDate }], "created-accepted")).toEqual([0]);
  });
});

describe("summaries", () => {
  it("are median, p75 and p90 between the closest ranks", () => {
    expect(summariseTimes([4, 1, 3, 2].map((n) => n * MINUTE))).toEqual({
      kind: "times",
      precision: "minute",
      count: 4,
      median: 2.5 * MINUTE,
      p75: 3.25 * MINUTE,
      p90: expect.closeTo(3.7 * MINUTE, 6),
    });
  });

  it("are absent without any time", () => {
    expect(summariseTimes([])).toEqual({ kind: "absent" });
    expect(
      summariseDays([
        { days: -2, count: 9 },
        { days: 1, count: 0 },
      ]),
    ).toEqual({ kind: "absent" });
  });

  it("of daily groups are to the day, without groups that run backwards", () => {
    const groups = [
      { days: 5, count: 1 },
      { days: -1, count: 7 },
      { days: 0, count: 3 },
    ];
    expect(summariseDays(groups)).toEqual({
      kind: "times",
      precision: "day",
      count: 4,
      median: 0,
      p75: 1.25 * DAY,
      p90: expect.closeTo(3.5 * DAY, 3),
    });
  });

  it("of daily groups are those of the referrals one by one", () => {
    const groups = fc.array(fc.record({ days: fc.nat(40), count: fc.nat(5) }));
    fc.assert(
      fc.property(groups, (some) => {
        const each = some.flatMap(({ days, count }) => Array<number>(count).fill(days * DAY));
        const summary = summariseTimes(each);
        const expected = summary.kind === "absent" ? summary : { ...summary, precision: "day" };
        expect(summariseDays(some)).toEqual(expected);
      }),
    );
  });
});
