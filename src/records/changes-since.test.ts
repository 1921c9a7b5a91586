import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { outcomeOfReferral } from "#referrals/testing/reference-rules.ts";
import { changesIn, EVENT_DATES, SINCE_EVENTS, type SinceEvent, type Stretch } from "./changes-since.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST, tableOf } from "./testing/arbitraries.ts";

const START = NEWEST - 30 * DAY_MS;
/** How many days before and after a date its imports are; null for an exact date. */
const spreads = fc.array(fc.option(fc.integer({ min: 1, max: 6 })), { minLength: 50, maxLength: 50 });
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  .map(([one, other]) => ({
    after: START + Math.min(one, other) * DAY_MS + 1,
    upTo: START + Math.max(one, other) * DAY_MS + 2,
  }));

type RangedDate = "wonDate" | "acceptedDate";
const hasRange = (date: string): date is RangedDate => date === "wonDate" || date === "acceptedDate";

/** Every won and accepted date lies between two imports. */
function withRanges(table: RecordTable, spread: readonly (number | null)[]): RecordTable {
  const column = (field: RangedDate, sign: number) =>
    Float64Array.from(table.dates[field].at, (at, row) => at + sign * (spread[row] ?? Number.NaN) * DAY_MS);
  const numbers = {
    wonDateFrom: column("wonDate", -1),
    wonDateTo: column("wonDate", 1),
    acceptedDateFrom: column("acceptedDate", -1),
    acceptedDateTo: column("acceptedDate", 1),
  };
  return { ...table, extras: { texts: {}, numbers } };
}

/** Times between the imports around a date, among them those at which a stretch begins and ends. */
function timesAround(at: number, days: number | null, { after, upTo }: Stretch): number[] {
  const width = (days ?? 0) * DAY_MS;
  const times = [at - width + 1, at + width, after, after + 1, upTo, upTo + 1];
  return [at, ...times.filter((time) => time > at - width && time <= at + width)];
}

const lowAndHigh = (all: readonly (readonly boolean[])[]) => ({
  low: all.filter((one) => one.every(Boolean)).length,
  high: all.filter((one) => one.some(Boolean)).length,
});

it("says between which numbers a count lies, trying every time between two imports", () => {
  fc.assert(
    fc.property(anyRecords, spreads, stretch, ({ referrals, table }, spread, between) => {
      const { counts, ranges } = changesIn(withRanges(table, spread), allRows(table), between);
      const mayCount = (event: SinceEvent) => (referral: Referral, row: number) => {
        const { date, outcomes } = EVENT_DATES[event];
        const wanted: readonly string[] = outcomes;
        const at = table.dates[date].at[row] as number;
        if (Number.isNaN(at) || (wanted.length > 0 && !wanted.includes(outcomeOfReferral(referral))))
          return [false];
        const days = hasRange(date) ? (spread[row] ?? null) : null;
        return timesAround(at, days, between).map((time) => time > between.after && time <= between.upTo);
      };
      for (const event of SINCE_EVENTS) {
        const count = counts[event];
        expect(ranges[event] ?? { low: count, high: count }).toEqual(
          lowAndHigh(referrals.map(mayCount(event))),
        );
      }
    }),
    { numRuns: 60 },
  );
});

/** The date that proves an outcome, of those that lie between imports. */
function provedBy({ acknowledgedDate, ...referral }: Referral, table: RecordTable, row: number) {
  const outcome = outcomeOfReferral({ acknowledgedDate, ...referral });
  const isUnread = Number.isNaN(table.dates.acknowledgedDate.at[row]);
  if (outcome === "won") return "wonDate";
  return outcome === "open-accepted" || (outcome === "open-acknowledged" && isUnread) ? "acceptedDate" : null;
}

it("says between which numbers the changed outcomes lie, moving each date", () => {
  fc.assert(
    fc.property(anyRecords, spreads, stretch, ({ referrals, table }, spread, between) => {
      const { changed, ranges } = changesIn(withRanges(table, spread), allRows(table), between);
      const mayChange = (referral: Referral, row: number) => {
        const date = provedBy(referral, table, row);
        const at = date ? (table.dates[date].at[row] as number) : Number.NaN;
        const times = Number.isNaN(at) ? [at] : timesAround(at, spread[row] ?? null, between);
        return times.map((time) => {
          const moved = Number.isNaN(time) ? {} : { [date ?? ""]: new Date(time).toISOString() };
          const one = tableOf([{ ...referral, ...moved }]);
          return changesIn(one, allRows(one), between).changed === 1;
        });
      };
      expect(ranges.changed ?? { low: changed, high: changed }).toEqual(lowAndHigh(referrals.map(mayChange)));
    }),
    { numRuns: 40 },
  );
});
