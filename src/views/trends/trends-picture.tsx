import { lazy, type ReactNode, Suspense } from "react";
import { EdgeLabels } from "#charts/edge-labels.tsx";
import { lastOf, lineAt, PLOT, plotHeight, stackedAt, stackMiddles } from "#charts/plot.ts";
import { PlotReader, type Trace } from "#charts/plot-reader.tsx";
import type { TimeDrawing } from "#charts/time-chart.tsx";
import { useReading } from "#charts/use-reading.ts";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { daysOfRange, readingName } from "#dashboard/figures/bucket-range.ts";
import { useToggleTerm } from "#dashboard/figures/filter-mark.tsx";
import { SeriesMark } from "#dashboard/figures/series-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { TrendsKeys } from "#selection/keys/trends.ts";
import { BucketReadout } from "./bucket-readout.tsx";
import { readingSentence } from "./bucket-words.ts";
import { drawingOf, OTHER_KEY, partOfKey } from "./drawing.ts";
import { Flag } from "./flag.tsx";
import { OtherList } from "./other-list.tsx";
import { partsShown, type TrendsModel } from "./trends-view-model.ts";

const chart = () => import("#charts/time-chart.tsx");
const TimeChart = lazy(async () => ({ default: (await chart()).TimeChart }));

/** Of the whole picture, in pixels. */
const HEIGHT = 360;
const AREA = plotHeight(HEIGHT);

/** The least height of what can be pressed, in pixels. */
const TARGET = 24;

/** A line is hit this near to it, in pixels. */
const REACH = 12;

export type TrendsPictureProps = {
  model: TrendsModel;
  keys: TrendsKeys;
  look: SeriesLook;
  summary: string;
  onKeys: (part: Partial<TrendsKeys>) => void;
};

/** The chart, what is read of it, and the members of Other. */
export function TrendsPicture({ model, keys, look, summary, onKeys }: TrendsPictureProps): ReactNode {
  const i18n = useI18n();
  const { formats, words } = i18n;
  const { selection, change } = useView();
  const toggle = useToggleTerm();
  const drawing = drawingOf({ model, keys, look }, i18n);
  const [reading, setReading] = useReading(drawing.buckets);
  const { last, at } = reading;
  const { buckets } = model.trend;
  const others = words("trends.others", { count: model.trend.other.members.length });
  const isFraction = model.rates !== null || model.isShare;
  const pick = (key: string) => {
    const part = partOfKey(key);
    if (part.kind !== "series") onKeys({ other: !keys.other });
    else toggle(TERM_OF_BREAKDOWN[selection.by], part.key as Outcome);
  };
  const range = (first: number, final: number) => {
    const days = daysOfRange(buckets, first, final);
    if (days) change(days);
  };
  return (
    <>
      <div className="trend trend--large">
        <div className="time">
          <Suspense fallback={<div className="panel__loading time__loading" />}>
            <TimeChart
              summary={summary}
              drawing={drawing}
              height={HEIGHT}
              formatTick={isFraction ? formats.percent : formats.count}
            />
          </Suspense>
          <PlotReader
            label={words("read.chart")}
            hint={words("trends.read.hint")}
            buckets={drawing.buckets.length}
            height={HEIGHT}
            last={last}
            keys={drawing.series.map(({ key }) => key)}
            reading={reading}
            onReading={setReading}
            keyAt={(place, height) => keyAt(drawing, place, height)}
            traceOf={(key) => traceOf(drawing, key, last)}
            nameOf={(one) => readingName(one, buckets, model.grain, i18n)}
            sentenceOf={(one) => readingSentence(one, model, look, i18n)}
            flag={(one) => <Flag reading={one} model={model} look={look} />}
            onRange={range}
            onPick={pick}
          />
        </div>
        <EdgeLabels
          labels={labelsOf(drawing, last, others, keys, onKeys)}
          height={PLOT.top + AREA}
          line={TARGET}
        />
      </div>
      <BucketReadout
        model={model}
        look={look}
        parts={partsShown(model)}
        at={at}
        last={last}
        onMove={(next) => setReading({ at: next, key: null, anchor: null })}
      />
      {keys.other && <OtherList model={model} look={look} />}
    </>
  );
}

function keyAt({ kind, series, scale }: TimeDrawing, at: number, height: number): string | null {
  const value = height * scale.top;
  if (kind === "stack") return stackedAt(series, at, value);
  return lineAt(series, at, value, (REACH / AREA) * scale.top);
}

/** In a stack a series is seen by itself. */
function traceOf({ kind, series, scale }: TimeDrawing, key: string, last: number): Trace | null {
  const one = series.find((each) => each.key === key);
  if (kind === "stack" || !one) return null;
  return { values: one.values.slice(0, last + 1), colour: one.colour, top: scale.top };
}

/** The names of all that is drawn, beside where it ends; those of series restrict the page to them. */
function labelsOf(
  drawing: TimeDrawing,
  last: number,
  others: string,
  keys: TrendsKeys,
  onKeys: TrendsPictureProps["onKeys"],
) {
  const { series, lines, kind, scale } = drawing;
  const centreOf = (value: number) => PLOT.top + AREA * (1 - value / scale.top);
  const middles = stackMiddles(series, last);
  const isLines = kind === "lines";
  const ofSeries = series.map(({ key, name, colour, values }, at) => ({
    key,
    colour,
    ...(isLines ? { line: "solid" as const } : {}),
    centre: centreOf(isLines ? (lastOf(values, last) ?? 0) : (middles[at] ?? 0)),
    content: <SeriesLabel id={key} name={name} others={others} keys={keys} onKeys={onKeys} />,
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

type SeriesLabelProps = Pick<TrendsPictureProps, "keys" | "onKeys"> & {
  id: string;
  name: string;
  /** How many Other adds up. */
  others: string;
};

function SeriesLabel({ id, name, others, keys, onKeys }: SeriesLabelProps): ReactNode {
  const { by } = useView().selection;
  const part = partOfKey(id);
  if (part.kind === "series") return <SeriesMark by={by} value={part.key} name={name} />;
  if (id !== OTHER_KEY) return name;
  return (
    <button
      type="button"
      className="plain-button"
      title={others}
      aria-expanded={keys.other}
      onClick={() => onKeys({ other: !keys.other })}
    >
      {name}
    </button>
  );
}
