import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import { type Day, dayOfInstant, endOfMonth, FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import { FIELD_OF_FILTER, type FieldFilter } from "#referrals/dimensions.ts";
import { valueKey } from "./outcome-counts.ts";

/** The whole data set, independent of the selection. */
export type DatasetSummary = {
  total: number;
  /** Referrals without a readable created date: outside every period. */
  undated: number;
  /**
   * First days of the months of the oldest and newest created date. Implausible dates are ignored where there are
   * plausible ones, so that a typing error cannot stretch periods or axes. Null without dates.
   */
  months: { first: Day; last: Day } | null;
  /** Referrals created before and after `months`, in whole months. */
  implausible: readonly DatedReferrals[];
  /** Customer markets, most referrals first; ties by code. "" is none. */
  markets: readonly { code: string; count: number }[];
};

/** A range of days, both included, and the referrals created in it. */
export type DatedReferrals = { from: Day; to: Day; count: number };

type Month = { day: Day; count: number };

/**
 * Summarises the result of `DATASET_SUMMARY_QUERY`. Plausible months: that of `first` to that of `dataTime` (both ms
 * since 1970 UTC).
 */
export function summariseDataset(cube: Cube, dataTime: number, first = FIRST_PLAUSIBLE): DatasetSummary {
  const rows = rowsOf(rollUp(cube, [{ field: "createdDate" }]));
  const months = rows
    .flatMap(({ keys: [day], count }) => (day ? [{ day, count }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const [from, to] = [dayOfInstant(first), dayOfInstant(dataTime - 1)];
  const plausible = months.filter(({ day }) => endOfMonth(day) >= from && day <= to);
  const shown = plausible.length > 0 ? plausible : months;
  const [oldest, newest] = [shown.at(0)?.day, shown.at(-1)?.day];
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    undated: rows.find(({ keys }) => keys[0] === null)?.count ?? 0,
    months: oldest && newest ? { first: oldest, last: newest } : null,
    implausible: [
      ...datedReferrals(months.filter(({ day }) => oldest && day < oldest)),
      ...datedReferrals(months.filter(({ day }) => newest && day > newest)),
    ],
    markets: valueCounts(cube, "markets").map(({ key, count }) => ({ code: key, count })),
  };
}

function datedReferrals(months: readonly Month[]): DatedReferrals[] {
  const [from, last] = [months.at(0)?.day, months.at(-1)?.day];
  if (!from || !last) return [];
  return [{ from, to: endOfMonth(last), count: months.reduce((sum, { count }) => sum + count, 0) }];
}

/** Referrals of a result per filter key, the largest first, ties by key. */
export function valueCounts(cube: Cube, filterKey: FieldFilter): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { keys, count } of rowsOf(rollUp(cube, [{ field: FIELD_OF_FILTER[filterKey] }]))) {
    const key = valueKey(filterKey, keys[0] ?? null);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
