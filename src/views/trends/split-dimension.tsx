import { type ReactNode, use } from "react";
import { marketColour } from "#charts/series-colour.ts";
import { dealTextName } from "#dashboard/context/deal-names.ts";
import { type SeriesLook, useSeriesLook } from "#dashboard/context/series-look.ts";
import { useDealFields } from "#dashboard/context/source-limits.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import {
  type DrillTarget,
  partDrill,
  SeriesMark,
  ToggleMark,
  useToggleFilter,
} from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { DIMENSIONS, type Dimension } from "#referrals/dimensions.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";
import type { Trend } from "#referrals/trend.ts";
import type { Drill } from "#selection/drill.ts";
import { DEAL_SPLITS, type DealSplit } from "#selection/keys/deals.ts";

/** What referrals over time are split by: a dimension of every source, or a text that only some have. */
export type SplitDimension = Dimension | DealSplit;

export function isDealSplit(split: SplitDimension): split is DealSplit {
  return (DEAL_SPLITS as readonly string[]).includes(split);
}

/** The texts of the source by which referrals can be split; loads their names. */
export function useOfferedSplits(): readonly DealSplit[] {
  const present = useDealFields();
  const { loadDeals } = useI18n();
  const offered = DEAL_SPLITS.filter((field) => present.has(field));
  if (offered.length > 0) use(loadDeals());
  return offered;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Names and colours of a split's values; those of texts are coloured in the order of a trend, largest first. */
export function useSplitLook(split: SplitDimension): (trend: Trend | null) => SeriesLook {
  const i18n = useI18n();
  const look = useSeriesLook(isDealSplit(split) ? "market" : split, useMarketRank());
  if (!isDealSplit(split)) return () => look;
  return (trend) => ({
    nameOf: (key) => dealTextName(split, key, i18n),
    colourOf: (key) => marketColour(trend?.series.findIndex((one) => one.key === key) ?? -1),
    compare: byText,
  });
}

/** The drill-through of a part in a bucket, or in the whole period for null. */
export function splitDrill(
  part: DrillTarget,
  days: Period | null,
  trend: Trend,
  split: SplitDimension,
): Drill {
  const named = trend.series.map(({ key }) => key);
  if (!isDealSplit(split)) return partDrill(part, days, named, split);
  const within = days ? { within: days } : {};
  if (part.kind === "all") return within;
  const keys = part.kind === "series" ? [part.key] : trend.other.members.map(({ key }) => key);
  return { ...within, values: { [split]: keys } };
}

/** Toggles a value of a split as a filter of the page. */
export function useToggleSplit(split: SplitDimension): (key: string) => void {
  const { selection, change } = useView();
  const toggle = useToggleFilter();
  if (!isDealSplit(split)) return (key) => toggle(DIMENSIONS[split].filter, key as Outcome);
  return (key) => {
    const { [split]: chosen = [], ...others } = selection.deal;
    change({ deal: isOnly(chosen, key) ? others : { ...others, [split]: [key] } });
  };
}

function isOnly(chosen: readonly string[], key: string): boolean {
  return chosen.length === 1 && chosen[0] === key;
}

/** The name of a series as a filter toggle. */
export function SplitMark({
  by,
  value,
  name,
}: {
  by: SplitDimension;
  value: string;
  name: string;
}): ReactNode {
  const { deal } = useView().selection;
  const toggle = useToggleSplit(by);
  if (!isDealSplit(by)) return <SeriesMark by={by} value={value} name={name} />;
  return (
    <ToggleMark
      isChosen={isOnly(deal[by] ?? [], value)}
      name={name}
      className="plain-button"
      onToggle={() => toggle(value)}
    >
      {name}
    </ToggleMark>
  );
}
