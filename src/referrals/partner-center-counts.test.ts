import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/calendar.ts";
import { type DatedCount, partnerCenterCounts } from "./partner-center-counts.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";

const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays("2026-01-01", days));
const maybeDay = fc.option(day);
const row: fc.Arbitrary<DatedCount> = fc
  .tuple(anyOutcomeCount, maybeDay, maybeDay, maybeDay)
  .map(([count, date, createdOn, acceptedOn]) => ({
    ...count,
    date,
    createdOn,
    acceptedOn,
    accepted: acceptedOn !== null,
  }));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

const isAccepted = ({ outcome, accepted }: DatedCount) =>
  accepted || ["won", "lost", "open-accepted"].includes(outcome);

/** The months all of whose days lie within the period and before today, day by day. */
function fullMonths({ from, to }: { from: string; to: string }, today: string): string[] {
  const months = ["01", "02", "03", "04", "05", "06", "07"].map((month) => `2026-${month}`);
  return months.filter((month) => {
    const days = Array.from({ length: 31 }, (_, at) => addDays(`${month}-01`, at));
    return days
      .filter((one) => one.startsWith(month))
      .every((one) => one >= from && one <= to && one < today);
  });
}

it("counts as Partner Center does, row by row", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), period, day, (rows, of, today) => {
      const counts = partnerCenterCounts(rows, of, today);
      const sum = (some: readonly { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
      const accepted = sum(rows.filter(isAccepted));
      const won = sum(rows.filter(({ outcome }) => outcome === "won"));
      if (counts.winRate.kind === "rate")
        expect([counts.winRate.part, counts.winRate.base]).toEqual([won, accepted]);
      else expect(accepted).toBe(0);
      const took = rows.flatMap(({ createdOn, acceptedOn: at, count }) =>
        createdOn && at && at >= createdOn ? Array<number>(count).fill(daysBetween(createdOn, at)) : [],
      );
      const edges = [1, 3, 5, 7, 9, 11, 14, Number.POSITIVE_INFINITY];
      expect(counts.acceptance.map(({ count }) => count)).toEqual(
        edges.map((edge, at) => took.filter((days) => days <= edge && days > (edges[at - 1] ?? -1)).length),
      );
      const months = fullMonths(of, today);
      if (months.length < 2) expect(counts.months).toBeNull();
      else {
        const countIn = (month = "") => sum(rows.filter(({ date }) => date?.startsWith(month)));
        const [first, last] = [countIn(months[0]), countIn(months.at(-1))];
        expect(counts.months).toMatchObject({ first: `${months[0]}-01`, last: `${months.at(-1)}-01` });
        expect(counts.months?.change).toMatchObject(
          first === 0 ? { kind: "absent" } : { kind: "percent", from: first, to: last },
        );
      }
    }),
    { numRuns: 25 },
  );
});
