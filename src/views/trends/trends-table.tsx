import { Reselected } from "#dashboard/context/reselected.tsx";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { hasBegun } from "#dashboard/figures/bucket-status.ts";
import { codeHead } from "#dashboard/figures/code-head.tsx";
import { figureColumns, rateValue, smallNote } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Dimension } from "#referrals/dimensions.ts";
import type { Rate } from "#referrals/rate.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { Percent } from "#ui/value.tsx";
import { partName } from "./bucket-words.ts";
import { drillOf, drillOfMeasure } from "./drills.ts";
import { FiguredLink } from "./figured.tsx";
import {
  changeOf,
  type Figured,
  figureAt,
  type Part,
  partsShown,
  shareAt,
  type TrendsModel,
} from "./trends-view-model.ts";

export type TrendsTableProps = { model: TrendsModel; look: SeriesLook; by: Dimension };

type Row = { bucket: TrendBucket; at: number };
type Columns = ValueColumn<Row>[];

/** The same in figures: a row a bucket, a column a series. */
export function trendsTable(props: TrendsTableProps, i18n: I18n): TableModel<Row> {
  const { model } = props;
  const { trend, grain, rates } = model;
  const make = figureColumns<Row>(i18n);
  return {
    className: `trends-table${rates ? " trends-table--rates" : ""}`,
    columns: [
      make.bucket({ grain, start: ({ bucket }) => bucket.start }),
      ...[...partsShown(model), ALL].map((part) => partColumn(part, props, i18n)),
      ...rateColumns(model, i18n),
      ...comparedColumns(model, i18n),
      ...meanColumns(model, i18n),
      make.status(({ bucket }) => bucket.unfinished),
    ],
    rows: trend.buckets.map((bucket, at) => ({ bucket, at })),
    rowKey: ({ bucket }) => bucket.start,
  };
}

const ALL: Part = { kind: "all" };

/** What a column of figures holds. */
function figureValue(figure: Figured): number | null {
  return figure.kind === "count" ? figure.count : rateValue(figure.rate);
}

function figureNote(figure: Figured, i18n: I18n): string | null {
  return figure.kind === "rate" ? smallNote(figure.rate, i18n) : null;
}

function partColumn(part: Part, { model, look, by }: TrendsTableProps, i18n: I18n): ValueColumn<Row> {
  const { measure, isShare, trend } = model;
  const name = partName(part, look, i18n);
  const figureOf = ({ bucket, at }: Row) =>
    hasBegun(bucket, trend.totals[at] ?? 0) ? figureAt(model, part, at) : null;
  const shareOf = ({ at }: Row) =>
    isShare && part.kind !== "all" ? rateValue(shareAt(model, part, at)) : undefined;
  const shareText = (share: number | null) => (share === null ? "–" : i18n.formats.percent(share));
  return {
    ...(part.kind === "series" ? codeHead(part.key, name) : { header: name }),
    id: part.kind === "series" ? `part ${part.key}` : part.kind,
    kind: measure === "count" ? "count" : "share",
    value: (row) => {
      const figure = figureOf(row);
      return figure && figureValue(figure);
    },
    note: (row) => {
      const [figure, share] = [figureOf(row), shareOf(row)];
      if (figure === null) return null;
      return share === undefined ? figureNote(figure, i18n) : shareText(share);
    },
    cell: (row) => {
      const [figure, share] = [figureOf(row), shareOf(row)];
      if (figure === null) return "–";
      return (
        <>
          <FiguredLink
            figure={figure}
            drill={drillOf(part, row.bucket.covered, model, by)}
            measure={measure}
          />
          {share !== undefined && (
            <span className="second">
              {" "}
              <Percent value={share} />
            </span>
          )}
        </>
      );
    },
  };
}

/** What the rate of all is made of. */
function rateColumns({ rates, measure }: TrendsModel, i18n: I18n): Columns {
  if (!rates || measure === "count") return [];
  const { t, formats } = i18n;
  const make = figureColumns<Row>(i18n);
  const rateOf = ({ at }: Row): Rate => rates.all[at] ?? { kind: "absent" };
  const countOf = (row: Row, count: "part" | "base") => {
    const rate = rateOf(row);
    const [of, base] = rate.kind === "rate" ? [rate[count], rate.base] : [0, 0];
    return hasBegun(row.bucket, base) ? of : null;
  };
  const within = ({ bucket }: Row) => ({ within: bucket.covered });
  return [
    make.count({
      id: "part",
      header: t(`trends.part.${measure}`),
      value: (row) => countOf(row, "part"),
      drill: (row) => drillOfMeasure(within(row), measure),
    }),
    make.count({
      id: "base",
      header: t("trends.base"),
      value: (row) => countOf(row, "base"),
      drill: within,
    }),
    make.text({
      id: "interval",
      header: t("trends.interval"),
      value: (row) => {
        const rate = rateOf(row);
        return rate.kind === "rate" ? `${formats.percent(rate.low)} – ${formats.percent(rate.high)}` : null;
      },
    }),
  ];
}

/** What a bucket is compared with, opening the referrals of those days, and the change of the compared part. */
function comparedColumns(model: TrendsModel, i18n: I18n): Columns {
  const { compared, measure, trend } = model;
  if (!compared) return [];
  const { t, formats } = i18n;
  const make = figureColumns<Row>(i18n);
  const comparedTo = ({ at }: Row) => compared.buckets[at] ?? null;
  const asOf = compared.judged?.asOf ?? null;
  return [
    make.text({
      id: "days",
      header: t("trends.compared.days"),
      className: "text",
      value: (row) => {
        const days = comparedTo(row)?.days;
        return days ? formats.days(days.from, days.to) : null;
      },
      cellProps: (row) => ({ className: comparedTo(row) ? "second" : undefined }),
    }),
    {
      id: "compared",
      header: t(`trends.compared.${compared.compared.by}`),
      kind: measure === "count" ? "count" : "share",
      value: (row) => {
        const figure = comparedTo(row)?.figure;
        return figure ? figureValue(figure) : null;
      },
      note: (row) => {
        const figure = comparedTo(row)?.figure;
        return figure ? figureNote(figure, i18n) : null;
      },
      cell: (row) => {
        const bucket = comparedTo(row);
        if (bucket === null) return "–";
        return (
          <Reselected part={bucket.days}>
            <FiguredLink figure={bucket.figure} drill={{}} measure={measure} asOf={asOf} />
          </Reselected>
        );
      },
    },
    make.change({
      id: "change",
      header: t("trends.compared.change"),
      change: (row) => {
        const bucket = comparedTo(row);
        // Only whole buckets: a part of one moves by its missing days.
        if (bucket === null || bucket.own.to !== trend.buckets[row.at]?.covered.to)
          return { change: { kind: "absent" }, drill: {} };
        return {
          change: changeOf(bucket.figure, figureAt(model, ALL, row.at)),
          drill: drillOfMeasure({}, measure),
          against: { ...bucket.days, asOf },
        };
      },
    }),
  ];
}

function meanColumns({ means }: TrendsModel, { t }: I18n): Columns {
  return means.map(({ days, values }) => ({
    id: `mean ${days}`,
    header: t("trends.mean", { days }),
    kind: "number",
    value: ({ at }) => {
      const mean = values[at];
      return mean?.kind === "mean" ? mean.value : null;
    },
  }));
}
