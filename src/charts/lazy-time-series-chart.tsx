import { lazy, type ReactNode, Suspense } from "react";
import type { TimeSeriesChartProps } from "./time-series-chart.tsx";

const load = () => import("./time-series-chart.tsx");
const Chart = lazy(async () => ({ default: (await load()).TimeSeriesChart }));

/** Preloads recharts; on failure the chart retries when it is rendered. */
export function preloadTimeSeriesChart(): void {
  load().catch(() => {});
}

/** A chart over time; reserves its space until recharts is loaded. */
export function LazyTimeSeriesChart(props: TimeSeriesChartProps): ReactNode {
  return (
    <Suspense fallback={<div className="panel__loading" style={{ minHeight: props.height }} />}>
      <Chart {...props} />
    </Suspense>
  );
}
