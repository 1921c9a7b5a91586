import type { ReactNode } from "react";
import type { ChartBucket, ChartSeries } from "./chart-model.ts";

export type TrendTooltipProps = {
  buckets: readonly ChartBucket[];
  series: readonly ChartSeries[];
  formatCount: (count: number) => string;
  /** The bucket that is read. */
  at: number;
  /** The series under the pointer. */
  pointed: string | null;
};

/** What the bucket that is read holds. */
export function TrendTooltip({ buckets, series, formatCount, at, pointed }: TrendTooltipProps): ReactNode {
  const bucket = buckets[at];
  if (!bucket) return null;
  return (
    <>
      <p className="tooltip__title">
        {bucket.name}
        {bucket.unfinished && <span className="second"> · {bucket.unfinished}</span>}
      </p>
      <p className="tooltip__total">
        {formatCount(series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))}
      </p>
      <ul>
        {series.map(({ key, name, colour, values }) => (
          <li key={key} className={key === pointed ? "tooltip__pointed" : undefined}>
            <span className="swatch" style={{ background: colour }} />
            {name}
            <span className="tooltip__count">{formatCount(values[at] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
