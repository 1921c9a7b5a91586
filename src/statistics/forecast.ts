import { hazardTerms, type Incidence, survivalAt, valueAt, Z_80 } from "./incidence.ts";
import { CENSORED, EVENT, type LifeTable, type Lifetimes, placeUpTo } from "./life-table.ts";

/** Events expected among the open ones: the mean, and the integers of its 80 % interval. */
export type Forecast = {
  expected: number;
  low: number;
  high: number;
  /** All open ones, and those older than the curve reaches, which count as never. */
  open: number;
  beyond: number;
};

/** Lifetimes and how long ago each began, in days. */
export type DatedLives = Lifetimes & { since: Float64Array };

/** Open lifetimes that enter or leave the range of the curve at an age, each with weight 1 / S(age). */
type Change = { age: number; weight: number; reached: number };

/**
 * Variance of the sum of all probabilities due to the uncertainty of the curve (delta method over the independent steps
 * of both hazards): at each age the step counts for the open lifetimes that pass it.
 */
function curveVariance(curve: Incidence, changes: Change[]): number {
  const { table, values, survival } = curve;
  changes.sort((a, b) => a.age - b.age);
  let [weight, reached, variance, at] = [0, 0, 0, 0];
  for (let index = 0; index < table.ages.length; index++) {
    // Lifetimes of exactly this age have passed the step; those that end at this age still take it.
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

/** Length in days of the windows in which the pace of events is compared with the curve. */
const STRETCH_DAYS = 30;

/** Events in a window, and those the curve predicts. */
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
 * Overdispersion of the monthly pace: the variance of the factor by which the events of a window exceed what the curve
 * predicts (method of moments for counts with a random factor). Without it intervals would be too narrow, because
 * business is uneven.
 */
export function calendarVariance(curve: Incidence, lifetimes: DatedLives): number {
  let [excess, squares] = [0, 0];
  for (const { happened, expected } of Object.values(stretchesOf(curve, lifetimes))) {
    excess += (happened - expected) ** 2 - expected;
    squares += expected ** 2;
  }
  return squares > 0 ? Math.max(0, excess / squares) : 0;
}

/** Sums over open lifetimes: probabilities, Bernoulli variances, and the ages that they still pass. */
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
 * Events that open lifetimes (those among `of`) will have within `horizon` further days (Infinity: eventually): Σ
 * (F(end) - F(age)) / S(age) with the curve of `lifetimes`, which ends at its largest age with enough at risk. The 80 %
 * interval adds three variances: each lifetime is a Bernoulli trial, the curve is an estimate, and the pace of business
 * varies between months and is taken to last. Null when the curve has no age with enough at risk.
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
