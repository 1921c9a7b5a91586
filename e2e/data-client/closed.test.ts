import fc from "fast-check";
import { expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { recordTableOf } from "#partner-center/record-table.ts";
import { closedWithin } from "#records/closed-within.ts";
import { allRows } from "#records/rows.ts";
import { closedStanding } from "#referrals/targets.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { DAY, instantOf } from "../oracle/times.ts";
import { anyReferrals, busyTime } from "./random-referrals.ts";

/** Also the days between two dates that many referrals share. */
const someDays = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(273));

/** When it ended, by its own date or that of its archiving; Infinity while it is open, NaN where nobody knows. */
function endedAt(one: Referral): number {
  const outcome = outcomeOf(one);
  if (outcome.startsWith("Open")) return Number.POSITIVE_INFINITY;
  const own = instantOf(one, outcome.toLowerCase());
  return Number.isNaN(own) ? instantOf(one, "archived") : own;
}

it("counts what was closed within some days, referral by referral, and says whether the young ones can bring it", () => {
  fc.assert(
    fc.property(anyReferrals, busyTime, someDays, (all, now, days) => {
      const table = recordTableOf(all as Referral[]);
      const lives = (all as Referral[])
        .map((one) => ({ from: instantOf(one, "created"), to: endedAt(one) }))
        .filter(({ from }) => !(from > now));
      // An end that lies ahead has not come yet.
      const placed = lives.filter(({ from, to }) => to > from - 1000);
      const isOver = ({ to }: { to: number }) => to <= now;
      const isYoung = ({ from, to }: { from: number; to: number }) => Math.min(to, now) - from <= days * DAY;
      const part = placed.filter((one) => isOver(one) && isYoung(one)).length;
      const open = placed.filter((one) => !isOver(one) && isYoung(one)).length;
      const counted = closedWithin(table, allRows(table), days, now);
      expect(counted).toEqual({ part, open, base: placed.length, unplaced: lives.length - placed.length });
      const target = {
        ...{ name: "", figure: "closed" as const, bound: "atLeast" as const, percent: 50, days },
        ...{ market: "", size: "", program: "", source: "", month: "" },
      };
      const standing = closedStanding(target, counted);
      const isHalf = (count: number) => count * 2 >= placed.length;
      const kind = isHalf(part) ? "safe" : isHalf(part + open) ? "reachable" : "missed";
      expect(standing.kind).toBe(placed.length === 0 ? "absent" : kind);
    }),
    { numRuns: 20 },
  );
});
