import type { ReactNode } from "react";
import { type SeriesLook, useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { addDays, bucketEnd, type Grain } from "#lib/calendar.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import type { Period } from "#referrals/period.ts";
import { trendAxis, type Unfinished } from "#referrals/trend-axis.ts";
import type { Drill } from "#selection/drill.ts";
import type { FunnelDimension } from "#selection/keys/funnel.ts";
import { Bucket } from "#ui/value.tsx";
import { coveredBy } from "./multiples-model.ts";
import { PeriodMark } from "./period-mark.tsx";

/** Names, colours, drill-throughs and toggles of a funnel's parts. */
export type PartsLook = {
  nameOf: (key: string) => string;
  /** Keys are first days of buckets. */
  isPeriod: boolean;
  /** Null where parts have no colour. */
  colourOf: (key: string) => string | null;
  drillOf: (key: string) => Drill;
  /** The drill-through of all but these keys. */
  otherDrill: (keys: readonly string[]) => Drill;
  /** Why a part cannot be compared yet. */
  unfinishedOf: (key: string) => Unfinished | null;
  mark: (key: string, className: string) => ReactNode;
};

export function useDimensionParts(
  dimension: Exclude<FunnelDimension, "period">,
): PartsLook & { compare: SeriesLook["compare"] } {
  const look = useSeriesLook(dimension, useMarketRank());
  const filterKey = DIMENSIONS[dimension].filter;
  return {
    ...look,
    isPeriod: false,
    drillOf: (key) => ({ [filterKey]: [key] }),
    otherDrill: (keys) => ({ [DIMENSIONS[dimension].exclude]: keys }),
    unfinishedOf: () => null,
    mark: (key, className) => (
      <FilterMark filterKey={filterKey} value={key} name={look.nameOf(key)} className={className}>
        <data value={key}>{look.nameOf(key)}</data>
      </FilterMark>
    ),
  };
}

/** For parts by bucket of the page's date. */
export function usePeriodParts(grain: Grain): PartsLook {
  const { formats } = useI18n();
  const { resolved, dataTime } = useView().viewData;
  const { period } = resolved;
  const axis = new Map(trendAxis(period, grain, dataTime).map((bucket) => [bucket.start, bucket]));
  const covered = (start: string): Period => coveredBy(start, bucketEnd(start, grain), period);
  const nameOf = (start: string) => formats.bucket(start, grain);
  return {
    nameOf,
    isPeriod: true,
    colourOf: () => null,
    drillOf: (start) => ({ within: covered(start) }),
    otherDrill: ([first = period.from]) => ({ within: { from: period.from, to: addDays(first, -1) } }),
    unfinishedOf: (start) => axis.get(start)?.unfinished ?? null,
    mark: (start, className) => (
      <PeriodMark period={covered(start)} name={nameOf(start)} className={className}>
        <Bucket start={start} name={nameOf(start)} />
      </PeriodMark>
    ),
  };
}
