import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { BucketStatus, hasBegun } from "#dashboard/figures/bucket-status.tsx";
import { ChangeValue } from "#dashboard/figures/change.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Rate } from "#referrals/rate.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import { type HeadColumn, TableHead } from "#ui/table-head.tsx";
import { Bucket, Count, Percent } from "#ui/value.tsx";
import { partName } from "./bucket-words.ts";
import { drillOf, drillOfMeasure } from "./drills.ts";
import { FiguredLink } from "./figured.tsx";
import { changeOf, figureAt, type Part, partsShown, shareAt, type TrendsModel } from "./trends-view-model.ts";

export type TrendsTableProps = { model: TrendsModel; look: SeriesLook };

/** The same in figures: a row a bucket, a column a series. */
export function TrendsTable({ model, look }: TrendsTableProps): ReactNode {
  const { formats } = useI18n();
  const { trend, grain, compared, means, measure, rates } = model;
  return (
    <table className={`table trends-table${rates ? " trends-table--rates" : ""}`}>
      <Head model={model} look={look} />
      <tbody>
        {trend.buckets.map((bucket, at) => (
          <tr key={bucket.start}>
            <th scope="row">
              <Bucket start={bucket.start} name={formats.bucket(bucket.start, grain)} />
            </th>
            {[...partsShown(model), ALL].map((part) => (
              <PartCell key={keyOf(part)} part={part} model={model} at={at} />
            ))}
            {rates && <RateCells rate={rates.all[at]} bucket={bucket} measure={measure} />}
            {compared && <ComparedCells model={model} at={at} />}
            {means.map(({ days, values }) => {
              const mean = values[at];
              return (
                <td key={days}>{mean?.kind === "mean" ? <Count value={mean.value} /> : <span>–</span>}</td>
              );
            })}
            <td className="text second">
              <BucketStatus unfinished={bucket.unfinished} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ALL: Part = { kind: "all" };

function keyOf(part: Part): string {
  return part.kind === "series" ? `part ${part.key}` : part.kind;
}

function Head({ model, look }: TrendsTableProps): ReactNode {
  const i18n = useI18n();
  const { words } = i18n;
  const { grain, compared, means, measure } = model;
  const parts = [...partsShown(model), ALL].map((part) => ({
    key: keyOf(part),
    name:
      part.kind === "series" ? (
        <data value={part.key}>{look.nameOf(part.key)}</data>
      ) : (
        partName(part, look, i18n)
      ),
  }));
  const ofRate: HeadColumn[] =
    measure === "count" ? [] : [`trends.part.${measure}`, "trends.base", "trends.interval"];
  const ofComparison: HeadColumn[] = compared
    ? [
        { words: "trends.compared.days", className: "text" },
        `trends.compared.${compared.compared.by}`,
        "trends.compared.change",
      ]
    : [];
  const ofMeans = means.map(({ days }) => ({ key: `mean ${days}`, name: words("trends.mean", { days }) }));
  const status = { words: "trend.status", className: "text" } as const;
  return <TableHead columns={[`grain.${grain}`, ...parts, ...ofRate, ...ofComparison, ...ofMeans, status]} />;
}

function PartCell({ part, model, at }: { part: Part; model: TrendsModel; at: number }): ReactNode {
  const { by } = useView().selection;
  const bucket = model.trend.buckets[at];
  const days = bucket?.covered ?? null;
  if (bucket === undefined || !hasBegun(bucket, model.trend.totals[at] ?? 0)) return <td>–</td>;
  return (
    <td>
      <FiguredLink
        figure={figureAt(model, part, at)}
        drill={drillOf(part, days, model, by)}
        measure={model.measure}
      />
      {model.isShare && part.kind !== "all" && <Share rate={shareAt(model, part, at)} />}
    </td>
  );
}

function Share({ rate }: { rate: Rate }): ReactNode {
  return (
    <span className="second">
      {" "}
      <Percent value={rate.kind === "rate" ? rate.value : null} />
    </span>
  );
}

type RateCellsProps = { rate: Rate | undefined; bucket: TrendBucket; measure: TrendsModel["measure"] };

/** What the rate of all is made of. */
function RateCells({ rate, bucket, measure }: RateCellsProps): ReactNode {
  const { formats } = useI18n();
  const [part, base] = rate?.kind === "rate" ? [rate.part, rate.base] : [0, 0];
  const within = bucket.covered;
  if (!hasBegun(bucket, base)) return ["part", "base", "interval"].map((name) => <td key={name}>–</td>);
  return (
    <>
      <td>
        <Figure value={part} drill={drillOfMeasure({ within }, measure)} />
      </td>
      <td>
        <Figure value={base} drill={{ within }} />
      </td>
      <td>{rate?.kind === "rate" ? `${formats.percent(rate.low)} – ${formats.percent(rate.high)}` : "–"}</td>
    </>
  );
}

/** What the bucket is compared with, opening the referrals of those days, and the change of the compared part. */
function ComparedCells({ model, at }: { model: TrendsModel; at: number }): ReactNode {
  const { formats } = useI18n();
  const bucket = model.compared?.buckets[at];
  if (!bucket)
    return (
      <>
        <td className="text">–</td>
        <td>–</td>
        <td>–</td>
      </>
    );
  const isWhole = bucket.own.to === model.trend.buckets[at]?.covered.to;
  return (
    <>
      <td className="text second">{formats.days(bucket.days.from, bucket.days.to)}</td>
      <td>
        <Reselected part={bucket.days}>
          <FiguredLink figure={bucket.figure} drill={{}} measure={model.measure} />
        </Reselected>
      </td>
      <td>
        {isWhole ? (
          <ChangeValue
            change={changeOf(bucket.figure, figureAt(model, ALL, at))}
            drill={drillOfMeasure({}, model.measure)}
            against={bucket.days}
          />
        ) : (
          "–"
        )}
      </td>
    </>
  );
}
