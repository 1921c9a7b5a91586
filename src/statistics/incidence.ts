import { type Interval, wilson } from "#lib/wilson.ts";
import { atRiskAt, type LifeTable, placeUpTo } from "./life-table.ts";

/** Two-sided quantiles of the standard normal distribution. */
const Z_95 = 1.959963984540054;
export const Z_80 = 1.2815515655446004;

/**
 * Cumulative incidence of an event along the ages of a life table (Aalen-Johansen estimator), with running sums for its
 * variance, so that each age takes constant time.
 */
export type Incidence = {
  table: LifeTable;
  /** Proportion with the event by each age, inclusive. */
  values: Float64Array;
  /** Proportion without any end just after each age. */
  survival: Float64Array;
  variances: Float64Array;
};

/** Proportion with the event by an age, its 95 % interval, and the number at risk at that age. */
export type IncidenceAt = Interval & { age: number; value: number; error: number; atRisk: number };

/** Variance terms of one age; `survival` is the proportion without an end just before it. */
type Terms = { all: number; own: number; both: number };

/**
 * Variances and covariance of the hazards at one age, multinomial with the correction n - 1 (P. K. Andersen et al.,
 * Statistical Models Based on Counting Processes, IV.4); `all` and `both` are 0 when all at risk end.
 */
export function hazardTerms(atRisk: number, ends: number, events: number): Terms {
  if (atRisk <= 1) return { all: 0, own: 0, both: 0 };
  const own = (events * (atRisk - events)) / (atRisk * atRisk * (atRisk - 1));
  if (ends === atRisk) return { all: 0, own, both: 0 };
  const rest = (atRisk - ends) * (atRisk - 1);
  return { all: ends / rest, own, both: (events * (atRisk - events)) / (atRisk * rest) };
}

/** The cumulative incidence of a life table's event. */
export function incidenceOf(table: LifeTable): Incidence {
  const { length } = table.ages;
  const [values, survival, variances] = [0, 1, 2].map(() => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [value, alive] = [0, 1];
  // The variance at t is a polynomial in F(t): three running sums avoid a nested loop.
  let [square, linear, constant] = [0, 0, 0];
  for (let index = 0; index < length; index++) {
    const [atRisk, ends, events] = [table.atRisk, table.ends, table.events].map(
      (column) => column[index],
    ) as [number, number, number];
    value += (alive * events) / atRisk;
    const { all, own, both } = hazardTerms(atRisk, ends, events);
    square += all;
    linear += 2 * (all * value + alive * both);
    constant += all * value * value + alive * alive * own + 2 * alive * both * value;
    alive *= (atRisk - ends) / atRisk;
    values[index] = Math.min(1, value);
    survival[index] = alive;
    variances[index] = Math.max(0, square * value * value - linear * value + constant);
  }
  return { table, values, survival, variances };
}

/** Proportion with the event by an age (days). */
export function valueAt({ table, values }: Incidence, age: number): number {
  return values[placeUpTo(table.ages, age)] ?? 0;
}

/** Proportion without any end by an age (days). */
export function survivalAt({ table, survival }: Incidence, age: number): number {
  return survival[placeUpTo(table.ages, age)] ?? 1;
}

/**
 * 95 % interval on the scale log(-log), which keeps it within 0 and 1. At 0 and 1, where that scale is undefined, the
 * Wilson interval for `size`.
 */
export function incidenceInterval(value: number, error: number, size: number): Interval {
  if (value <= 0) return { low: 0, high: size > 0 ? wilson(0, size).high : 1 };
  if (value >= 1) return { low: size > 0 ? wilson(size, size).low : 0, high: 1 };
  const reach = (Z_95 * error) / (value * Math.log(value));
  const ends = [value ** Math.exp(reach), value ** Math.exp(-reach)] as const;
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The curve at an age in days, even where too few are at risk; see `claimedAt`. */
export function incidenceAt(curve: Incidence, age: number): IncidenceAt {
  const place = placeUpTo(curve.table.ages, age);
  const value = curve.values[place] ?? 0;
  const error = Math.sqrt(curve.variances[place] ?? 0);
  const atRisk = atRiskAt(curve.table, age);
  const size = value >= 1 ? curve.table.size : atRisk;
  return { age, value, error, atRisk, ...incidenceInterval(value, error, size) };
}

/** The curve at an age in days; null where too few are at risk. */
export function claimedAt(curve: Incidence, age: number): IncidenceAt | null {
  const { limit } = curve.table;
  return limit === null || age > limit ? null : incidenceAt(curve, age);
}

/** The curve at the largest age with enough at risk; null when there is none. */
export function inTheEnd(curve: Incidence): IncidenceAt | null {
  const { limit } = curve.table;
  return limit === null ? null : incidenceAt(curve, limit);
}
