import type { ReactNode } from "react";
import { ChartInteraction, type ChartInteractionProps } from "./chart-interaction.tsx";
import type { ChartModel } from "./chart-model.ts";
import { ChartNoteList, ChartNoteMarks } from "./chart-notes.tsx";
import { spreadLabels } from "./label-layout.ts";
import { lastOf, PLOT, plotHeight, stackMiddles } from "./plot.ts";

export type InteractiveChartProps = ChartInteractionProps & {
  className: string;
  /** Label of a series, instead of its plain name. */
  labelOf?: (key: string, name: string) => ReactNode;
  /** The chart itself, as high as `height`. */
  children: ReactNode;
};

/** Minimum height of a click target, in pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;

/** A chart over time with its interaction layer and series labels at the right edge. */
export function InteractiveChart(props: InteractiveChartProps): ReactNode {
  const { className, labelOf, children, ...interaction } = props;
  const { model, height, cursor } = interaction;
  const { notes = [] } = model;
  return (
    <>
      <div className={className}>
        <div className="time">
          {children}
          {notes.length > 0 && <ChartNoteMarks model={model} height={height} />}
          <ChartInteraction {...interaction} />
        </div>
        <EdgeLabels
          labels={labelsOf(model, height, cursor.last, labelOf)}
          height={PLOT.top + plotHeight(height)}
          {...(labelOf && { line: TARGET })}
        />
      </div>
      <ChartNoteList notes={notes} />
    </>
  );
}

/** Labels of all series and lines, at the height where they end. */
function labelsOf(
  { series, lines, kind, scale }: ChartModel,
  height: number,
  last: number,
  labelOf: InteractiveChartProps["labelOf"],
): EdgeLabel[] {
  const centreOf = (value: number) => PLOT.top + plotHeight(height) * (1 - value / scale.top);
  const middles = stackMiddles(series, last);
  const isLines = kind === "lines";
  const ofSeries = series.map(({ key, name, colour, values }, at) => ({
    key,
    colour,
    ...(isLines ? { line: "solid" as const } : {}),
    centre: centreOf(isLines ? (lastOf(values, last) ?? 0) : (middles[at] ?? 0)),
    content: labelOf?.(key, name) ?? <span title={name}>{name}</span>,
  }));
  const ofLines = lines.map(({ key, name, colour, look, values }) => ({
    key,
    colour,
    line: look === "dashed" ? ("dashed" as const) : ("solid" as const),
    centre: centreOf(lastOf(values, last) ?? 0),
    content: <span title={name}>{name}</span>,
  }));
  return [...ofSeries, ...ofLines];
}

type EdgeLabel = {
  key: string;
  colour: string;
  /** Drawn as a line instead of an area. */
  line?: "solid" | "dashed";
  /** Preferred position, in pixels from the top of the chart. */
  centre: number;
  content: ReactNode;
};

type EdgeLabelsProps = {
  labels: readonly EdgeLabel[];
  height: number;
  /** Distance of labels in pixels: a line of text, or more where labels are clickable. */
  line?: number;
};

/** Height of one line of text, in pixels. */
const TEXT = 17;

/** Series labels at the right edge, top to bottom, moved apart where they would overlap. */
function EdgeLabels({ labels, height, line: room = TEXT }: EdgeLabelsProps): ReactNode {
  const sorted = labels.toSorted((a, b) => a.centre - b.centre);
  const centres = spreadLabels(
    sorted.map(({ centre }) => centre),
    room,
    height + room,
  );
  return (
    <ul className="trend__labels">
      {sorted.map(({ key, colour, line, content }, at) => (
        <li key={key} style={{ "--label-y": `${Math.round(centres[at] ?? 0)}px` } as React.CSSProperties}>
          <span
            className={line ? `swatch swatch--${line}` : "swatch"}
            style={line ? { color: colour } : { background: colour }}
          />
          <span className="trend__label">{content}</span>
        </li>
      ))}
    </ul>
  );
}
