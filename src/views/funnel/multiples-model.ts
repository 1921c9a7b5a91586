import { bucketCount, bucketStart, type Day, GRAINS, type Grain } from "#lib/calendar.ts";
import type { DatedOutcomeCount } from "#referrals/cohorts.ts";
import { type Funnel, funnelOf, funnelsBy } from "#referrals/funnel.ts";
import { acceptanceRate } from "#referrals/funnel-rates.ts";
import { autoGrain } from "#referrals/grain.ts";
import type { Period } from "#referrals/period.ts";
import type { Multiple, SmallMultiples } from "#referrals/small-multiples.ts";
import { MAX_SERIES } from "#referrals/trend.ts";
import { trendAxis } from "#referrals/trend-axis.ts";

export type PeriodMultiplesOptions = {
  outcomeCounts: readonly DatedOutcomeCount[];
  period: Period;
  grain: Grain;
  /** Time of the data, ms since 1970 UTC. */
  dataTime: number;
};

/**
 * Funnels of the last eight buckets that have begun, in order, empty ones included; keys are their first days. Earlier
 * ones are Other.
 */
export function periodMultiples({
  outcomeCounts,
  period,
  grain,
  dataTime,
}: PeriodMultiplesOptions): SmallMultiples {
  const startOf = ({ day }: DatedOutcomeCount) => (day === null ? "" : bucketStart(day, grain));
  const funnels = funnelsBy(outcomeCounts, startOf);
  const begun = trendAxis(period, grain, dataTime).filter(
    ({ start, unfinished }) => funnels.has(start) || !unfinished?.because.includes("not-begun"),
  );
  const all = begun.map(({ start }) => ({ key: start, funnel: funnels.get(start) ?? funnelOf([]) }));
  const [members, multiples] = [all.slice(0, -MAX_SERIES), all.slice(-MAX_SERIES)];
  const earlier = new Set(members.map(({ key }) => key));
  const rest = funnelOf(outcomeCounts.filter((outcomeCount) => earlier.has(startOf(outcomeCount))));
  return {
    multiples,
    other: members.length === 0 ? null : { funnel: rest, members },
    scale: largest([rest, ...multiples.map(({ funnel }) => funnel)]),
  };
}

function largest(funnels: readonly Funnel[]): number {
  return Math.max(0, ...funnels.map(({ created }) => created));
}

/** The chosen grain, else the finest that shows all buckets. */
export function multiplesGrain(period: Period, chosen: Grain | null): Grain {
  const fits = (grain: Grain) => bucketCount(period.from, period.to, grain) <= MAX_SERIES;
  return chosen ?? GRAINS.find(fits) ?? autoGrain(period);
}

/** The part of a period that a bucket covers. */
export function coveredBy(start: Day, end: Day, { from, to }: Period): Period {
  return { from: start > from ? start : from, to: end < to ? end : to };
}

export type Extremes = Record<"high" | "low", { key: string; value: number }>;

/** The parts with the highest and lowest acceptance rate, without small samples; null with fewer than two. */
export function extremesOf(parts: readonly Multiple[]): Extremes | null {
  const rated = parts.flatMap(({ key, funnel }) => {
    const rate = acceptanceRate(funnel);
    return rate.kind === "rate" && !rate.few ? [{ key, value: rate.value }] : [];
  });
  const sorted = rated.sort((a, b) => b.value - a.value);
  const [high, low] = [sorted.at(0), sorted.at(-1)];
  return high && low && high.value > low.value ? { high, low } : null;
}
