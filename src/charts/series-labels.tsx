import type { ReactNode } from "react";
import { EdgeLabels } from "./edge-labels.tsx";
import { stackMiddles } from "./plot.ts";

export type SeriesLabelsProps = {
  series: readonly { key: string; name: string; colour: string; values: readonly number[] }[];
  /** Place of the last bucket that is drawn. */
  lastDrawn: number;
  /** Highest count of the axis. */
  top: number;
  /** Pixels above the plot, and its height. */
  plotTop: number;
  plotHeight: number;
};

/** The names of the series at the right edge of a stack, in its order. */
export function SeriesLabels({ series, lastDrawn, top, plotTop, plotHeight }: SeriesLabelsProps): ReactNode {
  const middles = stackMiddles(series, lastDrawn);
  const labels = series.map(({ key, name, colour }, at) => ({
    key,
    colour,
    centre: plotTop + plotHeight * (1 - (middles[at] ?? 0) / top),
    content: <span title={name}>{name}</span>,
  }));
  return <EdgeLabels labels={labels} height={plotTop + plotHeight} />;
}
