import { lazy, type ReactNode, Suspense } from "react";
import type { TimeSeriesChartProps } from "./time-series-chart.tsx";

const load = () => import("./time-series-chart.tsx");
const Chart = lazy(async () => ({ default: (await load()).TimeSeriesChart }));

/** Fetches recharts before a chart needs it; a failure is left to the chart, which tries again. */
export function preloadTimeSeriesChart(): void {
  load().catch(() => {});
}

/** A chart over time; its place is kept until recharts is here. */
export function LazyTimeSeriesChart(props: TimeSeriesChartProps): ReactNode {
  return (
    <Suspense fallback={<div className="panel__loading" style={{ minHeight: props.height }} />}>
      <Chart {...props} />
    </Suspense>
  );
}
