import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { type Answered, answeredWithin } from "#records/answered.ts";
import { groupRecords, groupRowsByBucket } from "#records/group-records.ts";
import { histogram, TIME_EDGES, type TimeBin, timesOfRows } from "#records/row-times.ts";
import type { Rows } from "#records/rows.ts";
import type { Dimension } from "#referrals/dimensions.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Period } from "#referrals/period.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { summariseAscending, type TimesSummary } from "#referrals/times-summary.ts";
import { type TrendBucket, trendAxis } from "#referrals/trend-axis.ts";

export const ALL_TIMES = Object.keys(TIMES) as readonly Time[];

export type KeyTime = { time: Time; summary: TimesSummary };

/** The three response times of a selection, accurate to the minute. */
export function keyTimesOf({ table, rows }: SelectedRecords): KeyTime[] {
  return ALL_TIMES.map((time) => ({ time, summary: summaryOf(table, rows, time) }));
}

function summaryOf(table: RecordTable, rows: Rows, time: Time): TimesSummary {
  return summariseAscending(timesOfRows(table, rows, time));
}

/** Both limits in ms, the shorter first, whichever is which. */
export function limitsOf({ hours, days }: { hours: number; days: number }): OverdueLimits {
  const [answerMs = 0, expiryMs = 0] = [hours * HOUR_MS, days * DAY_MS].sort((a, b) => a - b);
  return { answerMs, expiryMs };
}

/** A bin; if its upper edge is a limit, with the share of all durations within it. */
export type DistributionBin = TimeBin & { limit: { within: Rate } | null };
export type Distribution = { time: Time; count: number; summary: TimesSummary; bins: DistributionBin[] };

/** A win takes weeks or months, an answer hours. */
const WIN_EDGES: readonly number[] = [1, 3, 7, 14, 30, 60, 90, 180].map((days) => days * DAY_MS);

/** The distribution of a response time. Limits are edges, too, except for wins. */
export function distributionOf(
  { table, rows }: SelectedRecords,
  time: Time,
  { answerMs, expiryMs }: OverdueLimits,
): Distribution {
  const ascending = timesOfRows(table, rows, time);
  const limits = time === "accepted-won" ? [] : [answerMs, expiryMs];
  const usual = time === "accepted-won" ? WIN_EDGES : TIME_EDGES;
  const edges = [...new Set([...usual, ...limits])].sort((a, b) => a - b);
  let within = 0;
  const bins = histogram(ascending, edges).map((bin) => {
    within += bin.count;
    const isLimit = bin.upToMs !== null && limits.includes(bin.upToMs);
    return { ...bin, limit: isLimit ? { within: rateOf(within, ascending.length) } : null };
  });
  return { time, count: ascending.length, summary: summariseAscending(ascending), bins };
}

/** Answer groups for both limits, the shorter first; a single entry when they are equal. */
export function answeredOf({ table, rows, now }: SelectedRecords, limits: OverdueLimits): Answered[] {
  const lengths = [...new Set([limits.answerMs, limits.expiryMs])];
  return lengths.map((limitMs) => answeredWithin(table, rows, limitMs, now));
}

/** Durations of a part; `inTime` is the share of its referrals answered in time. */
export type PartTimes = { key: string; referrals: number; summary: TimesSummary; inTime: Rate };
/** The largest parts, and the others together with their members. */
export type SegmentTimes = { first: PartTimes[]; other: PartTimes | null; members: PartTimes[] };

export const FIRST_PARTS = 8;

/** Durations by dimension, largest part first. */
export function segmentTimes(
  { table, rows, now }: SelectedRecords,
  by: Dimension,
  time: Time,
  limitMs: number,
): SegmentTimes {
  const partOf = (key: string, some: Rows): PartTimes => ({
    key,
    referrals: some.length,
    summary: summaryOf(table, some, time),
    inTime: answeredWithin(table, some, limitMs, now).share,
  });
  const groups = groupRecords(table, rows, by);
  const parts = groups.map((group) => partOf(group.key, group.rows));
  const rest = groups.slice(FIRST_PARTS);
  return {
    first: parts.slice(0, FIRST_PARTS),
    other: rest.length === 0 ? null : partOf("", joined(rest.map((group) => group.rows))),
    members: parts.slice(FIRST_PARTS),
  };
}

function joined(parts: readonly Rows[]): Rows {
  const all = new Uint32Array(parts.reduce((size, rows) => size + rows.length, 0));
  let at = 0;
  for (const rows of parts) {
    all.set(rows, at);
    at += rows.length;
  }
  return all;
}

export type TrendPoint = { bucket: TrendBucket; summary: TimesSummary };

export type TimesTrendOptions = {
  time: Time;
  date: DateField;
  grain: Parameters<typeof trendAxis>[1];
  period: Period;
  /** Ms UTC. */
  dataTime: number;
};

/** Durations per bucket; absent without any. */
export function timesTrend({ table, rows }: SelectedRecords, query: TimesTrendOptions): TrendPoint[] {
  const { time, date, grain, period, dataTime } = query;
  const { buckets } = groupRowsByBucket(table, rows, date, grain);
  const byStart = new Map(buckets.map((bucket) => [bucket.start, bucket.rows]));
  return trendAxis(period, grain, dataTime).map((bucket) => ({
    bucket,
    summary: summaryOf(table, byStart.get(bucket.start) ?? new Uint32Array(0), time),
  }));
}
