import type { Referral } from "./csv.ts";
import { marketOf } from "./markets.ts";
import { has, outcomeOf } from "./outcome.ts";
import { dayOf, type Period } from "./period.ts";
import { bucketsOf, type Grain, startOf } from "./trend.ts";

export type Split = "market" | "partner" | "size" | "outcome";

/** The outcomes in the order in which equal counts are listed, and as the address calls them. */
const OUTCOMES: Readonly<Record<string, string>> = {
  Won: "won",
  Lost: "lost",
  Declined: "declined",
  Skipped: "skipped",
  Expired: "expired",
  Missed: "missed",
  "Closed, reason unknown": "closed-unknown",
  "Open, accepted": "open-accepted",
  "Open, acknowledged": "open-acknowledged",
  "Open, new": "open-new",
  "Unrecognised status": "unrecognised",
};

/** The key under which a referral is counted. */
export function keyOf(referral: Referral, split: Split): string {
  if (split === "market") return marketOf(referral);
  if (split === "partner") return (referral.partnerMarket ?? "").trim().toUpperCase();
  if (split === "size") return (referral.customerOrgSize ?? "").trim();
  return OUTCOMES[outcomeOf(referral)] ?? "";
}

/** The day of a date; null where there is none. */
export function dayIn(referral: Referral, basis: string): string | null {
  return has(referral, basis) ? (referral[`${basis}Date`] ?? "").slice(0, 10) : null;
}

/** The referrals of which a date lies in a period. */
export function within(referrals: readonly Referral[], basis: string, { from, to }: Period): Referral[] {
  return referrals.filter((referral) => {
    const day = (referral[`${basis}Date`] ?? "").slice(0, 10);
    return day >= from && day <= to && has(referral, basis);
  });
}

/** The days of each bucket that a period covers. */
export function daysOfBuckets(period: Period, grain: Grain): Period[] {
  const starts = bucketsOf(period, grain);
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const to = next === undefined ? period.to : daysFrom(next, -1);
    return { from: at === 0 ? period.from : start, to };
  });
}

/** The day so many days later. */
export function daysFrom(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * 86_400_000);
}

/** Of a size's text the first number: "51to250employees" has 51, and what has none comes last. */
function employeesOf(size: string): number {
  return Number(/\d+/.exec(size)?.[0] ?? Number.POSITIVE_INFINITY) + (/more/i.test(size) ? 0.5 : 0);
}

/** The largest eight keys; ties by their own order: codes by their letters, sizes by their employees. */
export function largestKeys(
  referrals: readonly Referral[],
  split: Split,
): { series: string[]; rest: string[] } {
  const counts = new Map<string, number>();
  for (const referral of referrals) {
    const key = keyOf(referral, split);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const places = Object.values(OUTCOMES);
  const compare = (a: string, b: string) => {
    if (split === "outcome") return places.indexOf(a) - places.indexOf(b);
    if (split === "size") return employeesOf(a) - employeesOf(b);
    return (a || "~") < (b || "~") ? -1 : 1;
  };
  const keys = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([key]) => key);
  return { series: keys.slice(0, 8), rest: keys.slice(8) };
}

/** Counts by bucket: of the eight largest keys, of the others where there are any, and of all. */
export function countsOverTime(
  referrals: readonly Referral[],
  { basis, period, grain, split }: { basis: string; period: Period; grain: Grain; split: Split },
): { columns: string[]; rows: number[][] } {
  const inside = within(referrals, basis, period);
  const { series, rest } = largestKeys(inside, split);
  const groups = [...series.map((key) => [key]), ...(rest.length > 0 ? [rest] : [])];
  const rows = daysOfBuckets(period, grain).map((days) => {
    const keys = within(inside, basis, days).map((referral) => keyOf(referral, split));
    return [...groups.map((group) => keys.filter((key) => group.includes(key)).length), keys.length];
  });
  return { columns: [...series, ...(rest.length > 0 ? ["Other"] : []), "All"], rows };
}

/** How much of a bucket is there: days of the period that have passed, of all its days. */
export type BucketState = { covered: number; days: number; isFinished: boolean; hasBegun: boolean };

/** The state of each bucket of a period at `now`. */
export function bucketStates(period: Period, grain: Grain, now: number): BucketState[] {
  return bucketsOf(period, grain).map((start) => {
    const all: string[] = [];
    for (let day = start; startOf(day, grain) === start; day = daysFrom(day, 1)) all.push(day);
    const hasPassed = (day: string) => Date.parse(daysFrom(day, 1)) <= now;
    const covered = all.filter((day) => day >= period.from && day <= period.to && hasPassed(day));
    const isFinished = covered.length === all.length;
    return {
      covered: covered.length,
      days: all.length,
      isFinished,
      hasBegun: Date.parse(start) <= now,
    };
  });
}
