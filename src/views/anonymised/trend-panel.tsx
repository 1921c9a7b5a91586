import type { ReactNode } from "react";
import { marketColour } from "#charts/series-colour.ts";
import { TrendChart } from "#charts/trend-chart.tsx";
import { type SeriesLook, useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { mapData } from "#queries/query-state.ts";
import { useTrend } from "#queries/use-trend.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Bucket } from "#ui/value.tsx";
import { type AnonymisedTrend, anonymisedGrain, anonymisedTrend } from "./anonymised-model.ts";
import { AnonymisedPanel } from "./anonymised-panel.tsx";
import type { AnonymisedDimension } from "./use-anonymised-parts.ts";

/** Referrals over time by a dimension. */
export function AnonymisedTrendPanel({ by }: { by: AnonymisedDimension }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
  const { population, date, filters, period } = resolved;
  const grain = anonymisedGrain(period, selection.grain && resolved.grain);
  const look = useSeriesLook(by, useMarketRank());
  const filterKey = DIMENSIONS[by].filter;
  const trend = useTrend({ population, date, by: filterKey, grain, filters });
  const subtitle = { by: t(`by.${by}`), basis: t(`basis.${resolved.basis}.did`) };
  return (
    <AnonymisedPanel
      name="trend"
      title={t("trend.title")}
      subtitle={t(`trend.subtitle.${grain}`, subtitle)}
      state={mapData(trend, ({ rows }) =>
        anonymisedTrend({ rows, period, grain, dataTime, compareKeys: look.compare }),
      )}
      figures={["trend", "unfinished", "other"]}
      source={trend.kind === "success" ? trend.value : null}
      chart={(shown) =>
        shown && (
          <TrendChart
            summary={t("trend.title")}
            label={t("read.chart")}
            buckets={bucketsOf(shown, grain, i18n)}
            series={seriesOf(shown, look, i18n)}
            formatCount={i18n.formats.count}
          />
        )
      }
      tables={(shown) => (shown ? [panelTable(anonymisedTrendTable(shown, grain, look, i18n))] : [])}
    />
  );
}

/** A merged bucket takes the place of its last one, named by its first and last. */
function bucketsOf({ buckets, totals }: AnonymisedTrend, grain: Grain, i18n: I18n) {
  return buckets.flatMap((joined, at) =>
    trendBuckets(
      joined,
      joined.map(() => totals[at] ?? 0),
      grain,
      i18n,
    )
      .slice(-1)
      .map((bucket) => ({ ...bucket, name: bucketName(joined, grain, i18n) })),
  );
}

function bucketName(joined: AnonymisedTrend["buckets"][number], grain: Grain, { t, formats }: I18n): string {
  const [first, last] = [joined[0], joined.at(-1)].map((one) =>
    one ? formats.bucket(one.start, grain) : "",
  );
  if (first === last || !first || !last) return first ?? "";
  return t("anonymised.joined", { first, last });
}

function seriesOf({ series, other }: AnonymisedTrend, look: SeriesLook, { t }: I18n) {
  const named = series.map(({ key, values }) => ({
    key: `part ${key}`,
    name: look.nameOf(key),
    colour: look.colourOf(key),
    values,
  }));
  if (other === null) return named;
  return [...named, { key: "other", name: t("anonymised.other"), colour: marketColour(-1), values: other }];
}

type AnonymisedTrendRow = { joined: AnonymisedTrend["buckets"][number]; at: number };

function anonymisedTrendTable(
  shown: AnonymisedTrend,
  grain: Grain,
  look: SeriesLook,
  i18n: I18n,
): TableModel<AnonymisedTrendRow> {
  const count = (id: string, header: string, values: readonly number[]): ValueColumn<AnonymisedTrendRow> => ({
    id,
    header,
    kind: "count",
    value: ({ at }) => values[at] ?? 0,
  });
  const startOf = ({ joined }: AnonymisedTrendRow) => joined[0]?.start ?? "";
  return {
    columns: [
      figureColumns<AnonymisedTrendRow>(i18n).bucket({
        grain,
        start: startOf,
        cell: (row) => <Bucket start={startOf(row)} name={bucketName(row.joined, grain, i18n)} />,
      }),
      ...seriesOf(shown, look, i18n).map(({ key, name, values }) => count(key, name, values)),
      count("all", i18n.t("trend.total"), shown.totals),
    ],
    rows: shown.buckets.map((joined, at) => ({ joined, at })),
    rowKey: startOf,
  };
}
