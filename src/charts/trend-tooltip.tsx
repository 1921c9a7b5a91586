import type { ReactNode } from "react";
import type { TooltipContentProps } from "recharts";
import type { TrendSeries } from "./trend-chart.tsx";
import type { TrendBucket } from "./trend-veils.tsx";

type TrendTooltipProps = {
  series: readonly TrendSeries[];
  formatCount: (count: number) => string;
} & Partial<TooltipContentProps>;

/** What the bucket under the pointer holds; recharts adds its own properties to those given. */
export function TrendTooltip({ series, formatCount, active, payload }: TrendTooltipProps): ReactNode {
  const point: { bucket: TrendBucket } & Record<string, unknown> = payload?.[0]?.payload;
  if (!active || !point) return null;
  const counts = series.map((_, at) => Number(point[`s${series.length - 1 - at}`] ?? 0));
  return (
    <div className="tooltip">
      <p className="tooltip__title">
        {point.bucket.name}
        {point.bucket.unfinished && <span className="second"> · {point.bucket.unfinished}</span>}
      </p>
      <p className="tooltip__total">{formatCount(counts.reduce((sum, count) => sum + count, 0))}</p>
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
