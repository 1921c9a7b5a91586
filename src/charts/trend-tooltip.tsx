import type { ReactNode } from "react";
import type { TrendSeries } from "./trend-chart.tsx";
import type { TrendBucket } from "./trend-veils.tsx";

type TrendTooltipProps = {
  bucket: TrendBucket;
  total: string;
  series: readonly TrendSeries[];
  /** Of the bucket, one for each series. */
  counts: readonly number[];
  formatCount: (count: number) => string;
};

/** What the bucket that is read holds. */
export function TrendTooltip({ bucket, total, series, counts, formatCount }: TrendTooltipProps): ReactNode {
  return (
    <div className="tooltip">
      <p className="tooltip__title">
        {bucket.name}
        {bucket.unfinished && <span className="second"> · {bucket.unfinished}</span>}
      </p>
      <p className="tooltip__total">{total}</p>
      <ul>
        {series.map(({ key, name, colour }, at) => (
          <li key={key}>
            <span className="swatch" style={{ background: colour }} />
            {name}
            <span className="tooltip__count">{formatCount(counts[at] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
