import type { Referral } from "./oracle/csv.ts";
import { DAY, instantOf } from "./oracle/times.ts";
import { bucketsOf, type Grain } from "./oracle/trend.ts";
import { daysFrom, keyOf, type Split } from "./oracle/trend-figures.ts";

const BASES = "created acknowledged accepted won lost declined expired archived".split(" ");
const GRAINS: readonly Grain[] = ["day", "week", "month", "quarter", "year"];
const SPLITS: readonly Split[] = ["market", "partner", "size", "outcome"];
const LONGEST = 730;

/** What somebody may look at, as the query of an address, and what a test has to know of it. */
export type RandomSelection = { search: string; split: Split; grain: Grain };

/** A selection over some referrals, the same for the same chances: any period, date, terms, split and comparison. */
export function randomSelection(referrals: readonly Referral[], next: () => number): RandomSelection {
  const one = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const period = randomPeriod(referrals, next);
  const fitting = GRAINS.filter((grain) => bucketsOf(period, grain).length <= 120);
  const [grain, split] = [one(fitting), one(SPLITS)];
  const search = new URLSearchParams({ ...period, grain, by: split });
  if (next() < 0.5) search.set("basis", one(BASES));
  if (next() < 0.7) search.set("compare", one(["last-year", "none"]));
  for (const term of SPLITS) {
    if (next() < 0.6) continue;
    const keys = new Set(
      Array.from({ length: 1 + Math.floor(next() * 4) }, () => keyOf(one(referrals), term)),
    );
    search.set(term, [...keys].map((key) => key || "-").join(","));
  }
  return { search: decodeURIComponent(search.toString()), split, grain };
}

/** Days within those of the data, short ones as likely as long ones. */
function randomPeriod(referrals: readonly Referral[], next: () => number): { from: string; to: string } {
  const created = referrals.map((one) => instantOf(one, "created")).filter((instant) => instant > 0);
  const [low, high] = [Math.min(...created), Math.max(...created)];
  const from = new Date(low + next() * (high - low)).toISOString().slice(0, 10);
  const length = Math.floor(LONGEST ** next());
  const latest = new Date(high - DAY).toISOString().slice(0, 10);
  const [, last = from] = [from, latest].sort();
  const [to = last] = [daysFrom(from, length), last].sort();
  return { from, to };
}
