import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { marketColour } from "#charts/series-colour.ts";
import { TrendChart, type TrendSeries } from "#charts/trend-chart.tsx";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { daysOfRange, rangeName } from "#dashboard/figures/bucket-range.ts";
import { useToggleTerm } from "#dashboard/figures/filter-mark.tsx";
import { SeriesMark } from "#dashboard/figures/series-mark.tsx";
import { trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import { trendSentences } from "#dashboard/figures/trend-sentences.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { type Breakdown, TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { Trend } from "#referrals/trend.ts";
import type { Selection } from "#selection/selection.ts";
import { viewAddress } from "#selection/view-address.ts";

export type TrendPictureProps = {
  trend: Trend;
  grain: Grain;
  look: SeriesLook;
};

/** The chart and, in words, what it shows; a series or days picked on it restrict the page to them. */
export function TrendPicture({ trend, grain, look }: TrendPictureProps): ReactNode {
  const i18n = useI18n();
  const { words, formats } = i18n;
  const { selection, change } = useView();
  const [, navigate] = useLocation();
  const toggle = useToggleTerm();
  const { buckets } = trend;
  const others = othersAddress(selection);
  const pick = (key: string) => {
    if (key === OTHER) navigate(others);
    else toggle(TERM_OF_BREAKDOWN[selection.by], key.slice(PREFIX.length) as Outcome);
  };
  const range = (first: number, last: number) => {
    const days = daysOfRange(buckets, first, last);
    if (days) change(days);
  };
  const sentences = trendSentences(trend, grain, i18n);
  return (
    <>
      <TrendChart
        summary={`${words("trend.title")}. ${sentences}`}
        label={words("read.chart")}
        hint={words("trends.read.hint")}
        buckets={trendBuckets(buckets, trend.totals, grain, i18n)}
        series={chartSeries({ trend, look, others, by: selection.by }, i18n)}
        formatCount={formats.count}
        choice={{
          rangeName: (first, last) => rangeName(buckets, first, last, i18n),
          onRange: range,
          onPick: pick,
        }}
      />
      <p className="panel__note">{sentences}</p>
    </>
  );
}

const [OTHER, PREFIX] = ["other", "part "] as const;

/** Where Other opens into its members. */
function othersAddress(selection: Selection): string {
  const address = viewAddress("trends", selection);
  return `${address}${address.includes("?") ? "&" : "?"}other=1`;
}

type SeriesOptions = { trend: Trend; look: SeriesLook; others: string; by: Breakdown };

function chartSeries({ trend, look, others, by }: SeriesOptions, { words }: I18n): TrendSeries[] {
  const parts = trend.series.map(({ key, values }) => ({
    key: `${PREFIX}${key}`,
    name: look.nameOf(key),
    colour: look.colourOf(key),
    values,
    label: <SeriesMark by={by} value={key} name={look.nameOf(key)} />,
  }));
  const { members, values } = trend.other;
  if (members.length === 0) return parts;
  const name = words("trend.other");
  const label = (
    <Link href={others} className="plain-button" title={words("trends.others", { count: members.length })}>
      {name}
    </Link>
  );
  return [...parts, { key: OTHER, name, colour: marketColour(-1), values, label }];
}
