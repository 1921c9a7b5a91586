import type { Annotation } from "#dashboard/annotations/annotations.ts";
import { noteColumns } from "#dashboard/annotations/note-columns.ts";
import { Reselected } from "#dashboard/context/reselected.tsx";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { codeHead, figureColumns, rateValue } from "#dashboard/figures/figure-columns.tsx";
import { hasBegun } from "#dashboard/figures/trend-buckets.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { Rate } from "#referrals/rate.ts";
import type { RateTarget } from "#referrals/targets.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import { targetValue } from "#routine/targets/target-notes.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { Percent } from "#ui/value.tsx";
import { partName } from "./cursor-sentence.ts";
import { changeAt, drillOf, drillOfMeasure, FiguredLink } from "./figured.tsx";
import { figureAt, type Part, partsShown, shareAt, type TrendsModel } from "./trends-view-model.ts";

export type TrendsTableProps = {
  model: TrendsModel;
  look: SeriesLook;
  notes: readonly Annotation[];
  targets: readonly RateTarget[];
};

type Row = { bucket: TrendBucket; at: number };
type Columns = ValueColumn<Row>[];

/** The trend as a table: a row per bucket, a column per series. */
export function trendsTable(props: TrendsTableProps, i18n: I18n): TableModel<Row> {
  const { model, notes } = props;
  const { trend, grain } = model;
  const make = figureColumns<Row>(i18n);
  const rows = trend.buckets.map((bucket, at) => ({ bucket, at }));
  return {
    className: "trends-table",
    columns: [
      make.bucket({ grain, start: ({ bucket }) => bucket.start }),
      ...[...partsShown(model), ALL].map((part) => partColumn(part, props, i18n)),
      ...rateColumns(model, i18n),
      ...props.targets.map((target) => distanceColumn(target, model, i18n)),
      ...comparedColumns(model, i18n),
      ...meanColumns(model, i18n),
      ...noteColumns(notes, rows, ({ bucket }) => bucket.covered, i18n),
      make.status(({ bucket }) => bucket.unfinished),
    ],
    rows,
    rowKey: ({ bucket }) => bucket.start,
  };
}

const ALL: Part = { kind: "all" };

function partColumn(part: Part, { model, look }: TrendsTableProps, i18n: I18n): ValueColumn<Row> {
  const { measure, isShare, trend } = model;
  const name = partName(part, look, i18n);
  const figureOf = ({ bucket, at }: Row) =>
    hasBegun(bucket, trend.totals[at] ?? 0) ? figureAt(model, part, at) : null;
  const shareOf = ({ at }: Row) => rateValue(shareAt(model, part, at));
  const shareText = (share: number | null) => (share === null ? "–" : i18n.formats.percent(share));
  const column = figureColumns<Row>(i18n).figure({
    ...(part.kind === "series" ? codeHead(part.key, name) : { header: name }),
    id: part.kind === "series" ? `part ${part.key}` : part.kind,
    figure: figureOf,
    drill: ({ bucket }) => drillOfMeasure(drillOf(part, bucket.covered, model), measure),
  });
  if (!isShare || part.kind === "all") return column;
  return {
    ...column,
    note: (row) => (figureOf(row) ? shareText(shareOf(row)) : null),
    cell: (row) => (
      <>
        {column.cell?.(row)}
        {figureOf(row) && (
          <span className="second">
            {" "}
            <Percent value={shareOf(row)} />
          </span>
        )}
      </>
    ),
  };
}

/** Numerator and base of the overall rate. */
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

/** The distance of each bucket to a target, in percentage points. */
function distanceColumn(target: RateTarget, { rates }: TrendsModel, i18n: I18n): ValueColumn<Row> {
  const points = ({ bucket, at }: Row) => {
    const rate = rates?.all[at];
    return rate?.kind === "rate" && hasBegun(bucket, rate.base) ? rate.value * 100 - target.percent : null;
  };
  const { name, percent } = target;
  return {
    id: `target ${name} ${percent}`,
    header: i18n.t("targets.distanceTo", { target: targetValue(target, i18n) }),
    kind: "points",
    value: points,
    cell: (row) => {
      const distance = points(row);
      return distance === null ? "–" : i18n.formats.signed(distance);
    },
  };
}

/** The comparison of a bucket, linked to its referrals, and the change. */
function comparedColumns(model: TrendsModel, i18n: I18n): Columns {
  const { compared } = model;
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
    earlierColumn("figure", model, t(`trends.compared.${compared.compared.by}`), i18n),
    make.change({
      id: "change",
      header: t("trends.compared.change"),
      change: ({ at }) => changeAt(model, at),
    }),
    ...(compared.judged
      ? [earlierColumn("other", model, t(asOf === null ? "key.before" : "key.beforeToday"), i18n)]
      : []),
  ];
}

/** The comparison as selected, or judged the other way. */
function earlierColumn(
  which: "figure" | "other",
  { compared, measure }: TrendsModel,
  header: string,
  i18n: I18n,
): ValueColumn<Row> {
  const earlier = ({ at }: Row) => compared?.buckets[at] ?? null;
  const { asOf = null, otherAsOf = null } = compared?.judged ?? {};
  return figureColumns<Row>(i18n).figure({
    id: which === "figure" ? "compared" : "compared otherwise",
    header,
    figure: (row) => earlier(row)?.[which] ?? null,
    drill: () => ({}),
    cell: (row) => {
      const bucket = earlier(row);
      if (bucket === null) return "–";
      return (
        <Reselected part={bucket.days}>
          <FiguredLink
            figure={bucket[which]}
            drill={{}}
            measure={measure}
            asOf={which === "figure" ? asOf : otherAsOf}
          />
        </Reselected>
      );
    },
  });
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
