import type { ComparedWith } from "./oracle/comparison.ts";
import type { Referral } from "./oracle/csv.ts";
import { DAY, instantOf, TIMES, type TimeName } from "./oracle/times.ts";
import { bucketsOf, type Grain } from "./oracle/trend.ts";
import { daysFrom, keyOf, type Split } from "./oracle/trend-figures.ts";

const BASES = "created acknowledged accepted won lost declined expired archived".split(" ");
const GRAINS: readonly Grain[] = ["day", "week", "month", "quarter", "year"];
const SPLITS: readonly Split[] = ["market", "partner", "size", "outcome"];
const LONGEST = 730;
/** The part of periods that are not over, and the days by which they outlast the data. */
const [RUNNING, LATER] = [0.25, 12];

/** What somebody may look at, as the query of an address, and what a test has to know of it. */
export type RandomSelection = {
  search: string;
  split: Split;
  grain: Grain;
  compare: ComparedWith | "none";
  /** What single views look at besides. */
  rival: { dimension: Exclude<Split, "outcome">; key: string };
  time: TimeName;
  rate: "acceptance" | "win";
};

/** A selection over some referrals, the same for the same chances: any period, date, terms, split and comparison. */
export function randomSelection(referrals: readonly Referral[], next: () => number): RandomSelection {
  const one = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const period = randomPeriod(referrals, next);
  const fitting = GRAINS.filter((grain) => bucketsOf(period, grain).length <= 120);
  const [grain, split] = [one(fitting), one(SPLITS)];
  const search = new URLSearchParams({ ...period, grain, by: split });
  if (next() < 0.5) search.set("basis", one(BASES));
  const compare = one(["previous-period", "last-year", "none"] as const);
  if (compare !== "previous-period") search.set("compare", compare);
  for (const dimension of SPLITS) {
    if (next() < 0.6) continue;
    const keys = new Set(
      Array.from({ length: 1 + Math.floor(next() * 4) }, () => keyOf(one(referrals), dimension)),
    );
    search.set(dimension, [...keys].map((key) => key || "-").join(","));
  }
  const dimension = one(["market", "partner", "size"] as const);
  const rival = { dimension, key: keyOf(one(referrals), dimension) };
  const [time, rate] = [one(Object.keys(TIMES) as TimeName[]), one(["acceptance", "win"] as const)];
  return { search: decodeURIComponent(search.toString()), split, grain, compare, rival, time, rate };
}

/** Days within those of the data, short ones as likely as long ones; and some that are not over. */
function randomPeriod(referrals: readonly Referral[], next: () => number): { from: string; to: string } {
  const created = referrals.map((one) => instantOf(one, "created")).filter((instant) => instant > 0);
  const [low, high] = [Math.min(...created), Math.max(...created)];
  const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  if (next() < RUNNING)
    return { from: dayOf(high - next() ** 3 * LONGEST * DAY), to: dayOf(high + LATER * DAY) };
  const from = dayOf(low + next() * (high - low));
  const length = Math.floor(LONGEST ** next());
  const [, last = from] = [from, dayOf(high - DAY)].sort();
  const [to = last] = [daysFrom(from, length), last].sort();
  return { from, to };
}
