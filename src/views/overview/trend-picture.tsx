import type { ReactNode } from "react";
import { marketColour } from "#charts/series-colour.ts";
import { TrendChart, type TrendSeries } from "#charts/trend-chart.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Trend } from "#referrals/trend.ts";
import { Bucket } from "#ui/value.tsx";
import { Figure } from "../common/figure.tsx";
import { partDrill } from "../common/part-drill.ts";
import type { SeriesLook } from "../common/series-look.ts";
import { trendBuckets } from "../common/trend-buckets.ts";
import { trendSentences } from "../common/trend-sentences.ts";
import { useView } from "../common/view-context.tsx";

export type TrendPictureProps = {
  trend: Trend;
  grain: Grain;
  look: SeriesLook;
};

/** The chart and, in words, what it shows. */
export function TrendPicture({ trend, grain, look }: TrendPictureProps): ReactNode {
  const i18n = useI18n();
  const { change } = useView();
  const pick = (at: number) => {
    const bucket = trend.buckets[at];
    if (bucket) change(bucket.covered);
  };
  const sentences = trendSentences(trend, grain, i18n);
  return (
    <>
      <TrendChart
        summary={`${i18n.words("trend.title")}. ${sentences}`}
        hint={i18n.words("trend.read.hint")}
        buckets={trendBuckets(trend.buckets, grain, i18n)}
        series={chartSeries(trend, i18n, look)}
        formatCount={i18n.formats.count}
        onPick={pick}
      />
      <p className="panel__note">{sentences}</p>
    </>
  );
}

function chartSeries({ series, other }: Trend, { words }: I18n, look: SeriesLook): TrendSeries[] {
  const parts = series.map(({ key, values }) => ({
    key: `part ${key}`,
    name: look.nameOf(key),
    colour: look.colourOf(key),
    values,
  }));
  if (other.members.length === 0) return parts;
  return [
    ...parts,
    { key: "other", name: words("trend.other"), colour: marketColour(-1), values: other.values },
  ];
}

/** The same in figures: a row a bucket, a column a market. */
export function TrendTable({ trend, grain, look }: TrendPictureProps): ReactNode {
  const { words, formats } = useI18n();
  const { by } = useView().selection;
  const named = trend.series.map(({ key }) => key);
  const hasOther = trend.other.members.length > 0;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words(`grain.${grain}`)}</th>
          {trend.series.map(({ key }) => (
            <th key={key} scope="col">
              <data value={key}>{look.nameOf(key)}</data>
            </th>
          ))}
          {hasOther && <th scope="col">{words("trend.other")}</th>}
          <th scope="col">{words("trend.total")}</th>
          <th scope="col" className="text">
            {words("trend.status")}
          </th>
        </tr>
      </thead>
      <tbody>
        {trend.buckets.map(({ start, covered, unfinished }, at) => (
          <tr key={start}>
            <th scope="row">
              <Bucket start={start} name={formats.bucket(start, grain)} />
            </th>
            {trend.series.map(({ key, values }) => (
              <td key={key}>
                <Figure
                  value={values[at] ?? 0}
                  drill={partDrill({ kind: "series", key }, covered, named, by)}
                />
              </td>
            ))}
            {hasOther && (
              <td>
                <Figure
                  value={trend.other.values[at] ?? 0}
                  drill={partDrill({ kind: "other" }, covered, named, by)}
                />
              </td>
            )}
            <td>
              <Figure value={trend.totals[at] ?? 0} drill={partDrill({ kind: "all" }, covered, named, by)} />
            </td>
            <td className="text second">
              {unfinished
                ? words("trend.unfinishedNote", { covered: unfinished.coveredDays, days: unfinished.days })
                : words("trend.finished")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
