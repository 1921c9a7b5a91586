import { memo, type ReactNode } from "react";
import { type ChartCursor, cursorRange, useChartCursor } from "./chart-cursor.ts";
import {
  type ChartBucket,
  type ChartModel,
  type ChartNote,
  type ChartSeries,
  countScale,
} from "./chart-model.ts";
import { InteractiveChart, type InteractiveChartProps } from "./interactive-chart.tsx";
import { SvgStack } from "./svg-stack.tsx";

type TrendChartProps = {
  /** Text alternative. */
  summary: string;
  /** Accessible name, including the keys to use. */
  label: string;
  hint?: string;
  buckets: readonly ChartBucket[];
  /** Counts; the first is on top. */
  series: readonly ChartSeries[];
  formatCount: (count: number) => string;
  /** What can be chosen; without it the chart is read-only. */
  choice?: TrendChoice;
  notes?: readonly ChartNote[];
  labelOf?: InteractiveChartProps["labelOf"];
};

type TrendChoice = {
  /** The days of a range of buckets as text. */
  rangeName: (first: number, last: number) => string;
  /** A bucket or range was chosen. */
  onRange: (first: number, last: number) => void;
  /** A series was chosen, by its key. */
  onPick: (key: string) => void;
};

const HEIGHT = 272;

/** An interactive stacked chart of counts over time. */
export const TrendChart = memo(function TrendChart(props: TrendChartProps): ReactNode {
  const { summary, label, hint = "", buckets, series, formatCount, choice, notes = [], labelOf } = props;
  const totals = buckets.map((_, at) => totalOf(series, at, at));
  const scale = countScale(Math.max(0, ...totals));
  const model: ChartModel = { buckets, kind: "stack", series, lines: [], scale, notes };
  const [cursor, setCursor] = useChartCursor(buckets);
  const nameOf = (one: ChartCursor) => {
    const range = cursorRange(one);
    const bucket = buckets[one.at];
    return range && choice
      ? choice.rangeName(range.first, range.last)
      : [bucket?.name, bucket?.unfinished].filter(Boolean).join(" · ");
  };
  return (
    <InteractiveChart
      className="trend"
      label={label}
      hint={hint}
      model={model}
      height={HEIGHT}
      cursor={cursor}
      onCursor={setCursor}
      nameOf={nameOf}
      sentenceOf={(one) => sentenceOf(one, series, formatCount)}
      flag={({ at, key }) => <TrendTooltip {...{ buckets, series, formatCount, at }} pointed={key} />}
      onRange={choice?.onRange}
      onPick={choice?.onPick}
      {...(labelOf && { labelOf })}
    >
      <SvgStack summary={summary} model={model} height={HEIGHT} formatTick={formatCount} />
    </InteractiveChart>
  );
});

/** The screen-reader sentence for the bucket or range under the cursor. */
function sentenceOf(
  cursor: ChartCursor,
  series: readonly ChartSeries[],
  formatCount: TrendChartProps["formatCount"],
): string {
  const { first, last } = cursorRange(cursor) ?? { first: cursor.at, last: cursor.at };
  const parts = series
    .filter(({ key }) => cursor.key === null || cursor.key === key)
    .map((one) => `${one.name} ${formatCount(totalOf([one], first, last))}`);
  const total = cursor.key === null ? `${formatCount(totalOf(series, first, last))}. ` : "";
  return `${total}${parts.join(", ")}`;
}

/** The sum of some series over a range of buckets. */
function totalOf(series: readonly ChartSeries[], first: number, last: number): number {
  return series
    .flatMap(({ values }) => values.slice(first, last + 1))
    .reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

type TrendTooltipProps = {
  buckets: readonly ChartBucket[];
  series: readonly ChartSeries[];
  formatCount: (count: number) => string;
  /** Index of the bucket under the cursor. */
  at: number;
  /** The series under the pointer. */
  pointed: string | null;
};

/** The tooltip for the bucket under the cursor. */
function TrendTooltip({ buckets, series, formatCount, at, pointed }: TrendTooltipProps): ReactNode {
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
