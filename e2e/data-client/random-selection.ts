import fc from "fast-check";
import { periodFilter } from "#queries/query-builders.ts";
import { dateFieldOf } from "#referrals/date-basis.ts";
import type { Filters } from "#referrals/filters.ts";
import type { Period } from "#referrals/period.ts";
import type { Referral } from "../oracle/csv.ts";
import { dayOf } from "../oracle/period.ts";
import { asItStood } from "../oracle/standing.ts";
import type { Grain } from "../oracle/trend.ts";
import { keyOf, type Split, within } from "../oracle/trend-figures.ts";
import { busyDay, busyTime } from "./random-referrals.ts";

const SPLITS = { markets: "market", partners: "partner", sizes: "size", outcomes: "outcome" } as const;

export type FilterKey = keyof typeof SPLITS;

/** What somebody may look at; filters are places in the data, so that most of them are there. */
export type Chosen = {
  basis: "created" | "acknowledged" | "accepted" | "won" | "expired";
  period: Period;
  grain: Grain;
  by: FilterKey;
  places: Partial<Record<FilterKey, number[]>>;
  /** Of the limit before which a referral is overdue, ms since 1970 UTC. */
  limit: number;
  /** At which the selection is judged as it stood then, ms since 1970 UTC: within a day or at its end. */
  asOf: number;
};

const DAY_MS = 86_400_000;
/** Begins and ends on busy days, or a few days off. */
const END = fc.tuple(busyDay, fc.oneof(fc.constant(0), fc.nat({ max: 20 })));
const PERIOD = fc.tuple(END, END).map((ends) => {
  const [from = "", to = ""] = ends.map(([day, more]) => dayOf(day + more * DAY_MS)).sort();
  return { from, to };
});
const PLACES = fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 3 });

export const anyChosen: fc.Arbitrary<Chosen> = fc.record({
  basis: fc.oneof(
    { weight: 3, arbitrary: fc.constant("created" as const) },
    { weight: 2, arbitrary: fc.constantFrom("acknowledged", "accepted", "won", "expired") },
  ),
  period: PERIOD,
  grain: fc.constantFrom("day", "week", "month", "quarter", "year"),
  by: fc.constantFrom("markets", "partners", "sizes", "outcomes"),
  places: fc.record(
    { markets: PLACES, partners: PLACES, sizes: PLACES, outcomes: PLACES },
    { requiredKeys: [] },
  ),
  limit: busyTime,
  asOf: fc.oneof(
    busyTime,
    busyDay.map((day) => day + DAY_MS - 1),
    busyDay,
  ),
});

/** The filters of a choice: the keys under which those referrals are counted that stand at its places. */
export function termsOf({ places }: Chosen, referrals: readonly Referral[]): Filters {
  const keysOf = (term: FilterKey) =>
    [...new Set((places[term] ?? []).map((place) => keyAt(referrals, place, term)))].sort();
  return {
    markets: keysOf("markets"),
    partners: keysOf("partners"),
    sizes: keysOf("sizes"),
    outcomes: keysOf("outcomes") as Filters["outcomes"][number][],
  };
}

function keyAt(referrals: readonly Referral[], place: number, term: FilterKey): string {
  const one = referrals[place % referrals.length];
  return one ? keyOf(one, SPLITS[term]) : "";
}

/** The key under which a referral is counted. */
export function keyIn(term: FilterKey): (referral: Referral) => string {
  const split: Split = SPLITS[term];
  return (referral) => keyOf(referral, split);
}

/** The referrals of a choice, one by one. */
export function chosenOf(chosen: Chosen, filters: Filters, referrals: readonly Referral[]): Referral[] {
  return within(referrals, chosen.basis, chosen.period).filter((one) =>
    (Object.keys(SPLITS) as FilterKey[]).every((term) => {
      const wanted: readonly string[] = filters[term];
      return wanted.length === 0 || wanted.includes(keyIn(term)(one));
    }),
  );
}

/** The referrals of a choice as they stood; outcomes are those of then. `late`: what no date proves came afterwards. */
export function standingOf(
  chosen: Chosen,
  filters: Filters,
  referrals: readonly Referral[],
  late = false,
): Referral[] {
  const { outcomes } = filters;
  return chosenOf(chosen, { ...filters, outcomes: [] }, referrals)
    .map((one) => asItStood(one, chosen.asOf, late))
    .filter((one) => outcomes.length === 0 || outcomes.some((outcome) => outcome === keyOf(one, "outcome")));
}

/** The same as the page's views know it. */
export function scopeOf({ basis, period }: Chosen, filters: Filters) {
  const date = dateFieldOf(basis);
  return { population: periodFilter(date, period), filters, date, period };
}
