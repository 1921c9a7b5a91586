import type { ReactNode } from "react";
import { spreadLabels } from "./label-layout.ts";

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

/** Room for one line of text, in pixels. */
const LINE = 17;

/** The names of the series at the right edge of a stack, in its order. */
export function SeriesLabels({ series, lastDrawn, top, plotTop, plotHeight }: SeriesLabelsProps): ReactNode {
  const room = plotTop + plotHeight + LINE;
  const centres = spreadLabels(stackCentres(series, lastDrawn, top, plotHeight, plotTop), LINE, room);
  return (
    <ul className="trend__labels">
      {series.map(({ key, name, colour }, at) => (
        <li key={key} style={{ "--label-y": `${Math.round(centres[at] ?? 0)}px` } as React.CSSProperties}>
          <span className="swatch" style={{ background: colour }} />
          <span className="trend__label" title={name}>
            {name}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where each series ends at the right, from the top of the chart, in pixels. */
function stackCentres(
  series: SeriesLabelsProps["series"],
  lastDrawn: number,
  top: number,
  plotHeight: number,
  plotTop: number,
): number[] {
  let above = series.reduce((sum, { values }) => sum + (values[lastDrawn] ?? 0), 0);
  return series.map(({ values }) => {
    const value = values[lastDrawn] ?? 0;
    const middle = above - value / 2;
    above -= value;
    return plotTop + plotHeight * (1 - middle / top);
  });
}
