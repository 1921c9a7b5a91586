import { hazardTerms, type Incidence, survivalAt, valueAt } from "./incidence.ts";
import { CENSORED, EVENT, type LifeTable, type Lifetimes, placeUpTo } from "./life-table.ts";
import { Z_80 } from "./normal.ts";

/** How many of the open ones will have the event: the expected number, and the whole numbers of its 80 % interval. */
export type Forecast = {
  expected: number;
  low: number;
  high: number;
  /** How many are open, and how many of those are older than the curve can tell; these count as never. */
  open: number;
  beyond: number;
};

/** Lifetimes and how long ago each began, in days. */
export type DatedLives = Lifetimes & { since: Float64Array };

/** How many open ones enter or leave the reach of the curve at an age, each with its weight 1 / S(age). */
type Change = { age: number; weight: number; reached: number };

/**
 * What the uncertainty of the curve adds to the variance of the sum of all chances (method delta over the independent
 * steps of the two hazards): at each age the step counts for those open ones that pass it on their way.
 */
function curveVariance(curve: Incidence, changes: Change[]): number {
  const { table, values, survival } = curve;
  changes.sort((a, b) => a.age - b.age);
  let [weight, reached, variance, at] = [0, 0, 0, 0];
  for (let index = 0; index < table.ages.length; index++) {
    // Whoever is exactly this old has passed the step already; whoever ends at this age still takes it.
    for (; at < changes.length && (changes[at] as Change).age < (table.ages[index] as number); at++) {
      weight += (changes[at] as Change).weight;
      reached += (changes[at] as Change).reached;
    }
    const { all, own, both } = hazardTerms(...stepOf(table, index));
    const alive = index === 0 ? 1 : (survival[index - 1] as number);
    const [gain, loss] = [alive * weight, reached - (values[index] as number) * weight];
    variance += loss * loss * all + gain * gain * own - 2 * loss * gain * both;
  }
  return Math.max(0, variance);
}

function stepOf({ atRisk, ends, events }: LifeTable, index: number): [number, number, number] {
  return [atRisk[index] as number, ends[index] as number, events[index] as number];
}

/** Days of a stretch of the calendar within which the pace of events is compared with the curve. */
const STRETCH_DAYS = 30;

/** How many events a stretch of the calendar had, and how many the curve would have had it have. */
type Stretch = { happened: number; expected: number };

/** Cumulative hazard of the event at each age of a curve. */
function cumulativeHazard({ table }: Incidence): Float64Array {
  let sum = 0;
  return table.ages.map((_, index) => {
    sum += (table.events[index] as number) / (table.atRisk[index] as number);
    return sum;
  });
}

function stretchesOf(curve: Incidence, { ages, ends, since }: DatedLives): Stretch[] {
  const hazard = cumulativeHazard(curve);
  const upTo = (age: number) => hazard[placeUpTo(curve.table.ages, age)] ?? 0;
  const stretches: Stretch[] = [];
  for (let row = 0; row < ages.length; row++) {
    const [age, ago] = [ages[row] as number, since[row] as number];
    const [first, last] = [ago, Math.max(0, ago - age)].map((days) => Math.floor(days / STRETCH_DAYS)) as [
      number,
      number,
    ];
    let passed = 0;
    for (let at = first; at >= last; at--) {
      const reached = at === last ? upTo(age) : upTo(ago - at * STRETCH_DAYS);
      const stretch = stretches[at] ?? { happened: 0, expected: 0 };
      stretches[at] = stretch;
      stretch.expected += reached - passed;
      passed = reached;
      if (at === last && ends[row] === EVENT) stretch.happened += 1;
    }
  }
  return stretches;
}

/**
 * By how much the pace of events swings from month to month beyond chance: the variance of the factor by which a stretch
 * of the calendar had more or fewer events than the curve gives it (moments of counts with a random factor). Business
 * does not run evenly, and a curve alone would promise too much.
 */
export function calendarVariance(curve: Incidence, lifetimes: DatedLives): number {
  let [excess, squares] = [0, 0];
  for (const { happened, expected } of Object.values(stretchesOf(curve, lifetimes))) {
    excess += (happened - expected) ** 2 - expected;
    squares += expected ** 2;
  }
  return squares > 0 ? Math.max(0, excess / squares) : 0;
}

/** What single open lifetimes add: the sum of their chances, of the variances of their coins, and their ways to go. */
function chancesOf(curve: Incidence, limit: number, { ages, ends }: Lifetimes, horizon: number) {
  const changes: Change[] = [];
  let [expected, coins, open, beyond] = [0, 0, 0, 0];
  for (let row = 0; row < ages.length; row++) {
    if (ends[row] !== CENSORED) continue;
    const age = ages[row] as number;
    open += 1;
    const alive = survivalAt(curve, age);
    if (age >= limit || alive <= 0) {
      beyond += 1;
      continue;
    }
    const end = Math.min(limit, age + horizon);
    const reached = valueAt(curve, end);
    const chance = Math.min(1, Math.max(0, (reached - valueAt(curve, age)) / alive));
    expected += chance;
    coins += chance * (1 - chance);
    changes.push({ age, weight: 1 / alive, reached: reached / alive });
    changes.push({ age: end, weight: -1 / alive, reached: -reached / alive });
  }
  return { changes, expected, coins, open, beyond };
}

/**
 * What open lifetimes (those among `of`) will bring within so many further days (Infinity: in the end): the sum of
 * (F(end) - F(age)) / S(age) with the curve of `lifetimes`, whose end is its largest age with enough at risk. The 80 %
 * interval adds three variances: each life is a throw of a coin, the curve is an estimate, and the pace of business
 * swings from month to month, taken as lasting. Null when the curve claims nothing.
 */
export function forecastOpen(
  curve: Incidence,
  lifetimes: DatedLives,
  horizon = Number.POSITIVE_INFINITY,
  of: Lifetimes = lifetimes,
): Forecast | null {
  const { limit } = curve.table;
  if (limit === null) return null;
  const { changes, expected, coins, open, beyond } = chancesOf(curve, limit, of, horizon);
  const swing = calendarVariance(curve, lifetimes) * expected ** 2;
  const reach = Z_80 * Math.sqrt(coins + curveVariance(curve, changes) + swing);
  return {
    expected,
    low: Math.max(0, Math.floor(expected - reach)),
    high: Math.min(open, Math.ceil(expected + reach)),
    open,
    beyond,
  };
}
