import fc from "fast-check";
import { expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { recordTableOf } from "#partner-center/record-table.ts";
import { changesIn, EVENT_DATES, SINCE_EVENTS } from "#records/changes-since.ts";
import { allRows } from "#records/rows.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { has, outcomeOf } from "../oracle/outcome.ts";
import { asItStood } from "../oracle/standing.ts";
import { instantOf } from "../oracle/times.ts";
import { anyReferrals, BUSY_INSTANTS, busyTime } from "./random-referrals.ts";

const CONTEXT = { now: 0, isNamedMarket: () => true };
/** Also instants at which some referrals have dates: the edges of a stretch. */
const edge = fc.oneof(busyTime, fc.constantFrom(...BUSY_INSTANTS.map((text) => Date.parse(`${text}Z`))));
const stretch = fc
  .tuple(edge, edge)
  .map(([one, two]) => ({ after: Math.min(one, two), upTo: Math.max(one, two) }));

/** The outcomes in the order of the product. */
const NAMES = [
  "Won",
  "Lost",
  "Declined",
  "Skipped",
  "Expired",
  "Missed",
  "Closed, reason unknown",
  "Open, accepted",
  "Open, acknowledged",
  "Open, new",
  "Unrecognised status",
];
const nameOf = (outcome: (typeof OUTCOMES)[number]) => NAMES[OUTCOMES.indexOf(outcome)];

/** The step that tells when a referral came to stand as it does. */
function provedBy(referral: Referral): string | undefined {
  const outcome = outcomeOf(referral);
  const steps: Record<string, string[]> = {
    "Open, new": [],
    "Open, acknowledged": ["acknowledged", "accepted"],
    "Open, accepted": ["accepted"],
  };
  return (steps[outcome] ?? [outcome.toLowerCase(), "archived"]).find((step) => has(referral, step));
}

it("counts what happened in a stretch of time, referral by referral", () => {
  fc.assert(
    fc.property(anyReferrals, stretch, (all, between) => {
      const referrals = all as Referral[];
      const table = recordTableOf(referrals);
      const isWithin = (one: Referral, step: string) => {
        const at = instantOf(one, step);
        return at > between.after && at <= between.upTo;
      };
      const { counts, changes, changed } = changesIn(table, allRows(table), between);
      expect(counts).toEqual({
        created: referrals.filter((one) => isWithin(one, "created")).length,
        accepted: referrals.filter((one) => isWithin(one, "accepted")).length,
        won: referrals.filter((one) => outcomeOf(one) === "Won" && isWithin(one, "won")).length,
        lost: referrals.filter((one) => outcomeOf(one) === "Lost" && isWithin(one, "lost")).length,
        expired: referrals.filter((one) => outcomeOf(one) === "Expired" && isWithin(one, "expired")).length,
      });
      const others = referrals.filter((one) => {
        const step = provedBy(one);
        const was = outcomeOf(asItStood(one, between.after));
        const isNew = instantOf(one, "created") > between.after;
        return was !== outcomeOf(one) && !isNew && step !== undefined && isWithin(one, step);
      });
      expect(changed).toBe(others.length);
      for (const { from, to, date, isOwn, count } of changes) {
        const those = others.filter(
          (one) =>
            outcomeOf(asItStood(one, between.after)) === nameOf(from) &&
            outcomeOf(one) === nameOf(to) &&
            `${provedBy(one)}Date` === date,
        );
        expect(those).toHaveLength(count);
        const filter = {
          outcomes: [to],
          happened: { field: date, ...between },
          was: { at: between.after, outcomes: [from] },
        };
        const opened = Array.from(rowsMatching(table, filter, CONTEXT), (row) => referrals[row]);
        if (isOwn) expect(opened).toEqual(those);
      }
    }),
    { numRuns: 10 },
  );
});

it("opens the referrals behind each count", () => {
  fc.assert(
    fc.property(anyReferrals, stretch, (referrals, between) => {
      const table = recordTableOf(referrals as Referral[]);
      const { counts } = changesIn(table, allRows(table), between);
      for (const event of SINCE_EVENTS) {
        const { date: field, outcomes } = EVENT_DATES[event];
        const filter = { outcomes, happened: { field, ...between } };
        expect(rowsMatching(table, filter, CONTEXT)).toHaveLength(counts[event]);
      }
    }),
    { numRuns: 5 },
  );
});
