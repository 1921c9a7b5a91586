import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { ChartSeries } from "#charts/chart-model.ts";
import { marketColour } from "#charts/series-colour.ts";
import { TrendChart } from "#charts/trend-chart.tsx";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useToggleFilter } from "#dashboard/figures/filter-mark.tsx";
import { SeriesMark } from "#dashboard/figures/series-mark.tsx";
import { daysOfRange, rangeName, trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import { trendSentences } from "#dashboard/figures/trend-sentences.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
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
  const { t, formats } = i18n;
  const { selection, change } = useView();
  const [, navigate] = useLocation();
  const toggle = useToggleFilter();
  const { buckets } = trend;
  const others = othersAddress(selection);
  const pick = (key: string) => {
    if (key === OTHER) navigate(others);
    else toggle(DIMENSIONS[selection.by].filter, key.slice(PREFIX.length) as Outcome);
  };
  const range = (first: number, last: number) => {
    const days = daysOfRange(buckets, first, last);
    if (days) change(days);
  };
  const sentences = trendSentences(trend, grain, i18n);
  return (
    <>
      <TrendChart
        summary={`${t("trend.title")}. ${sentences}`}
        label={t("read.chart")}
        hint={t("trends.read.hint")}
        buckets={trendBuckets(buckets, trend.totals, grain, i18n)}
        series={chartSeries(trend, look, i18n)}
        formatCount={formats.count}
        choice={{
          rangeName: (first, last) => rangeName(buckets, first, last, i18n),
          onRange: range,
          onPick: pick,
        }}
        labelOf={(key, name) =>
          key === OTHER ? (
            <Link
              href={others}
              className="plain-button"
              title={t("trends.others", { count: trend.other.members.length })}
            >
              {name}
            </Link>
          ) : (
            <SeriesMark by={selection.by} value={key.slice(PREFIX.length)} name={name} />
          )
        }
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

function chartSeries({ series, other }: Trend, look: SeriesLook, { t }: I18n): ChartSeries[] {
  const parts = series.map(({ key, values }) => ({
    key: `${PREFIX}${key}`,
    name: look.nameOf(key),
    colour: look.colourOf(key),
    values,
  }));
  if (other.members.length === 0) return parts;
  const { values } = other;
  return [...parts, { key: OTHER, name: t("trend.other"), colour: marketColour(-1), values }];
}
