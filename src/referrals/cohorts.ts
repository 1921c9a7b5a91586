import type { Day, Grain } from "#lib/calendar.ts";
import { bucketStart } from "#lib/calendar.ts";
import { type Funnel, funnelOf, funnelsBy, type OutcomeCount } from "./funnel.ts";
import { acceptanceRate, winRate } from "./funnel-rates.ts";
import type { Period } from "./period.ts";
import { type Rate, rateOf } from "./rate.ts";
import { type TrendBucket, trendAxis } from "./trend-axis.ts";

/** Outcome counts by creation day, or first day of the creation bucket; null when unknown. */
export type DatedOutcomeCount = OutcomeCount & { day: Day | null };

/** Why rates may still change: open referrals, or an unfinished bucket that may get more referrals. */
export type CohortUnfinished = { open: number; bucket: TrendBucket["unfinished"] };

/** Referrals created in one bucket, and how far they got. Rates are of Created. */
export type Cohort = {
  bucket: TrendBucket;
  funnel: Funnel;
  acknowledged: Rate;
  acceptance: Rate;
  win: Rate;
  /** Null when nothing can change any more. */
  unfinished: CohortUnfinished | null;
};

export type CohortsOptions = {
  outcomeCounts: Iterable<DatedOutcomeCount>;
  /** Of the created date. */
  period: Period;
  grain: Grain;
  /** Time of the data, ms since 1970 UTC. */
  dataTime: number;
};

/** `outside`: referrals without a created date, or in a bucket outside the period. */
export type Cohorts = { cohorts: readonly Cohort[]; outside: number };

function cohortOf(bucket: TrendBucket, funnel: Funnel): Cohort {
  const isFinished = funnel.open === 0 && bucket.unfinished === null;
  return {
    bucket,
    funnel,
    acknowledged: rateOf(funnel.acknowledged, funnel.created),
    acceptance: acceptanceRate(funnel),
    win: winRate(funnel),
    unfinished: isFinished ? null : { open: funnel.open, bucket: bucket.unfinished },
  };
}

/** One cohort per bucket of the period, in order, including empty ones. */
export function cohortsOf({ outcomeCounts, period, grain, dataTime }: CohortsOptions): Cohorts {
  const funnels = funnelsBy(outcomeCounts, ({ day }) => (day === null ? "" : bucketStart(day, grain)));
  const cohorts = trendAxis(period, grain, dataTime).map((bucket) =>
    cohortOf(bucket, funnels.get(bucket.start) ?? funnelOf([])),
  );
  const inside = cohorts.reduce((sum, { funnel }) => sum + funnel.created, 0);
  const all = [...funnels.values()].reduce((sum, { created }) => sum + created, 0);
  return { cohorts, outside: all - inside };
}
