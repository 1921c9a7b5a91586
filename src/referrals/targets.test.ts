import fc from "fast-check";
import { expect, it } from "vitest";
import { OUTCOMES } from "./outcome.ts";
import { type RateTarget, TARGET_FIGURES, type TargetCount, targetStanding } from "./targets.ts";
import { rateTarget } from "./testing/rate-target.ts";

const row: fc.Arbitrary<TargetCount> = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  acknowledged: fc.boolean(),
  accepted: fc.boolean(),
  count: fc.nat({ max: 20 }),
  keys: fc.tuple(fc.constantFrom("US", "us ", "DE", null), fc.constantFrom("Small", " Small", "Large", null)),
});
/** The others need dates: `e2e/data-client/closed.test.ts`. */
const COUNTED = TARGET_FIGURES.filter((figure) => figure !== "closed");
const target: fc.Arbitrary<RateTarget & { figure: (typeof COUNTED)[number] }> = fc.record({
  name: fc.constant("t"),
  figure: fc.constantFrom(...COUNTED),
  bound: fc.constantFrom("atLeast", "under"),
  percent: fc.integer({ min: 1, max: 100 }),
  days: fc.constant(0),
  market: fc.constantFrom("", "US"),
  size: fc.constantFrom("", "Small"),
  program: fc.constant(""),
  source: fc.constant(""),
  month: fc.constant(""),
});

/** One referral: which outcome it has, and whether it was accepted. */
type One = { outcome: string; accepted: boolean };

const isAccepted = ({ outcome, accepted }: One) =>
  accepted || ["won", "lost", "open-accepted"].includes(outcome);

/** The rate of a figure, referral by referral; null for an empty base. */
function rateOfAll(figure: (typeof COUNTED)[number], all: readonly One[]): number | null {
  const has = (...outcomes: string[]) => all.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [part, base] = {
    acceptance: [all.filter(isAccepted).length, all.length],
    win: [has("won"), all.length],
    close: [has("won"), has("won", "lost")],
    expired: [has("expired"), all.length],
  }[figure] as [number, number];
  return base === 0 ? null : part / base;
}

it("says whether a target is met, what is missing, and whether the open ones decide it, by trying them", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), target, (rows, aim) => {
      const all = rows
        .filter(({ keys }) => aim.market === "" || keys[0]?.trim().toUpperCase() === aim.market)
        .filter(({ keys }) => aim.size === "" || keys[1]?.trim() === aim.size)
        .flatMap(({ count, ...one }) => Array.from({ length: count }, () => one));
      const standing = targetStanding(aim, rows);
      const now = rateOfAll(aim.figure, all);
      if (now === null || standing.kind === "absent") {
        expect([now, standing.kind]).toEqual([null, "absent"]);
        return;
      }
      const holds = (rate: number | null) => {
        const percent = Math.round((rate ?? 0) * 1e9) / 1e7;
        return aim.bound === "atLeast" ? percent >= aim.percent : percent < aim.percent;
      };
      // What an open referral may still become, for better and for worse.
      const [good, bad] = {
        acceptance: ["open-accepted", "declined"],
        win: ["won", "lost"],
        close: ["won", "lost"],
        expired: ["expired", "declined"],
      }[aim.figure] as [string, string];
      const isOpen = ({ outcome, accepted }: One) => {
        if (aim.figure === "win" || aim.figure === "close") return outcome.startsWith("open-");
        const isWaiting = ["open-new", "open-acknowledged"].includes(outcome);
        return isWaiting && !(aim.figure === "acceptance" && accepted);
      };
      const ends = (outcome: string) => all.map((one) => (isOpen(one) ? { ...one, outcome } : one));
      const some = [
        holds(rateOfAll(aim.figure, ends(good))),
        holds(rateOfAll(aim.figure, ends(bad))),
        holds(now),
      ];
      const expected = holds(now)
        ? some.every(Boolean)
          ? "safe"
          : "met"
        : some.some(Boolean)
          ? "reachable"
          : "missed";
      expect(standing.kind).toBe(expected);
      expect(standing.open).toBe(all.filter(isOpen).length);
    }),
    { numRuns: 150 },
  );
});

it("says how many more have to be accepted", () => {
  const counted = (outcome: TargetCount["outcome"], count: number): TargetCount => ({
    outcome,
    acknowledged: false,
    accepted: false,
    keys: ["US", null],
    count,
  });
  const aim = rateTarget({ figure: "acceptance", percent: 80 });
  const rows = [counted("open-accepted", 70), counted("open-new", 10), counted("declined", 20)];
  expect(targetStanding(aim, rows)).toMatchObject({ kind: "reachable", missing: 10, open: 10 });
  expect(targetStanding({ ...aim, percent: 81 }, rows)).toMatchObject({ kind: "missed", missing: 11 });
  const expired = { ...aim, figure: "expired" as const, bound: "under" as const, percent: 3 };
  const more = [...rows.slice(0, 2), counted("expired", 20)];
  expect(targetStanding(expired, more)).toMatchObject({ kind: "missed", missing: 18 });
});
