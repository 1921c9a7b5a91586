import { countOfOutcome, funnelOf, type OutcomeCount } from "./funnel.ts";
import { acceptanceRate, closeRate, winRate } from "./funnel-rates.ts";
import { marketCode } from "./market.ts";
import { sizeKey } from "./org-size.ts";
import { type Rate, rateOf } from "./rate.ts";

/** The rates that a target can be set for. */
export const TARGET_FIGURES = ["acceptance", "win", "close", "expired", "closed"] as const;
export type TargetFigure = (typeof TARGET_FIGURES)[number];

/**
 * A rate is to be at least so many percent, or under them. `market`, `size` and `program`: "" for all; `days` after
 * creation for `closed`, else 0.
 */
export type RateTarget = {
  name: string;
  figure: TargetFigure;
  bound: "atLeast" | "under";
  percent: number;
  days: number;
  market: string;
  size: string;
  program: string;
  source: string;
  /** `YYYY-MM` in which it was published; "" where nobody knows. */
  month: string;
};

/** The targets of Microsoft's four partner programs, published in March 2023. */
export const PROGRAM_TARGETS = [
  { figure: "acceptance", bound: "atLeast", percent: 80 },
  { figure: "expired", bound: "under", percent: 3 },
  { figure: "closed", bound: "atLeast", percent: 50, days: 60 },
  { figure: "closed", bound: "atLeast", percent: 90, days: 365 },
  { figure: "win", bound: "atLeast", percent: 7 },
] as const;

/**
 * How referrals stand to a target. `missing`: so many more have to reach it, or are too many. Not met it is `reachable`
 * while enough are open; met it is `safe` when nothing open can undo it, else `met`.
 */
export type TargetStanding =
  | { kind: "absent" }
  | { kind: "safe" | "met" | "reachable" | "missed"; rate: Rate; missing: number | null; open: number };

/** Referrals by customer market and organisation size: the keys of each row. */
export type TargetCount = OutcomeCount & { keys: readonly (string | null)[] };

/**
 * Judges the referrals that are counted here against a target; those still open may yet be accepted, won or expire. All
 * of them count as of the target's program. Absent for `closed`: see `closedStanding`.
 */
export function targetStanding(target: RateTarget, rows: readonly TargetCount[]): TargetStanding {
  const { market, size } = target;
  const counted = rows.filter(
    ({ keys: [ofMarket = null, ofSize = null] }) =>
      (market === "" || marketCode(ofMarket) === marketCode(market)) &&
      (size === "" || sizeKey(ofSize) === size),
  );
  const funnel = funnelOf(counted);
  const expired = rateOf(countOfOutcome(funnel, "expired"), funnel.created);
  switch (target.figure) {
    case "acceptance":
      return judged(
        target,
        acceptanceRate(funnel),
        waitingOf(counted.filter(({ accepted }) => !accepted)),
        0,
      );
    case "win":
      return judged(target, winRate(funnel), funnel.open, 0);
    case "close":
      return judged(target, closeRate(funnel), funnel.open, funnel.open);
    case "expired":
      return judged(target, expired, waitingOf(counted), 0);
    case "closed":
      return { kind: "absent" };
  }
}

/** Judges how many were closed in time, which only their dates tell; `open` may yet be. */
export function closedStanding(
  target: RateTarget,
  { part, base, open }: { part: number; base: number; open: number },
): TargetStanding {
  return judged(target, rateOf(part, base), open, 0);
}

function waitingOf(rows: readonly TargetCount[]): number {
  const funnel = funnelOf(rows);
  return countOfOutcome(funnel, "open-new") + countOfOutcome(funnel, "open-acknowledged");
}

/** Whether a rate meets a target. */
export function isMet(
  { bound, percent }: RateTarget,
  { part, base }: { part: number; base: number },
): boolean {
  return bound === "atLeast" ? part * 100 >= percent * base : part * 100 < percent * base;
}

/** `open` may yet add to the part, `grows` to the base, whether they add to the part or not. */
function judged(target: RateTarget, rate: Rate, open: number, grows: number): TargetStanding {
  if (rate.kind === "absent") return { kind: "absent" };
  const { part, base } = rate;
  const isMetNow = isMet(target, rate);
  const ends = [part + open, part].map((end) => isMet(target, { part: end, base: base + grows }));
  const said = { rate, open, missing: isMetNow ? 0 : missingTo(target, part, base, grows > 0) };
  if (isMetNow) return { kind: ends.every(Boolean) ? "safe" : "met", ...said };
  return { kind: ends.some(Boolean) ? "reachable" : "missed", ...said };
}

/** How many more have to come to the part, or are too many in it; null where no number of them is enough. */
function missingTo(
  { bound, percent }: Pick<RateTarget, "bound" | "percent">,
  part: number,
  base: number,
  isGrowing: boolean,
): number | null {
  const needed = (percent * base) / 100;
  if (bound === "under") return part - Math.max(0, Math.ceil(needed) - 1);
  if (!isGrowing) return Math.ceil(needed) - part;
  return percent === 100 ? null : Math.ceil((percent * base - 100 * part) / (100 - percent));
}
