import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { BucketStatus, hasBegun } from "#dashboard/figures/bucket-status.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { type DrillPart, partDrill } from "#dashboard/figures/part-drill.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { Trend } from "#referrals/trend.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Bucket } from "#ui/value.tsx";
import type { TrendPictureProps } from "./trend-picture.tsx";

/** The trend in figures: a row a bucket, a column a market. */
export function TrendTable({ trend, grain, look }: TrendPictureProps): ReactNode {
  const { t, formats } = useI18n();
  const { by } = useView().selection;
  const named = trend.series.map(({ key }) => key);
  const columns = columnsOf(trend);
  const heads = columns.map(({ part }) => ({
    key: "key" in part ? `part ${part.key}` : part.kind,
    name: "key" in part ? <data value={part.key}>{look.nameOf(part.key)}</data> : t(HEADS[part.kind]),
  }));
  return (
    <table className="table">
      <TableHead columns={[`grain.${grain}`, ...heads, { t: "trend.status", className: "text" }]} />
      <tbody>
        {trend.buckets.map(({ start, covered, unfinished }, at) => (
          <tr key={start}>
            <th scope="row">
              <Bucket start={start} name={formats.bucket(start, grain)} />
            </th>
            {columns.map(({ part, values }, place) => (
              <td key={heads[place]?.key}>
                {hasBegun({ unfinished }, trend.totals[at] ?? 0) ? (
                  <Figure value={values[at] ?? 0} drill={partDrill(part, covered, named, by)} />
                ) : (
                  "–"
                )}
              </td>
            ))}
            <td className="text second">
              <BucketStatus unfinished={unfinished} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const HEADS = { other: "trend.other", all: "trend.total" } as const;

type Column = { part: DrillPart; values: readonly number[] };

function columnsOf({ series, other, totals }: Trend): Column[] {
  return [
    ...series.map(({ key, values }): Column => ({ part: { kind: "series", key }, values })),
    ...(other.members.length > 0 ? [{ part: { kind: "other" }, values: other.values } as const] : []),
    { part: { kind: "all" }, values: totals },
  ];
}
