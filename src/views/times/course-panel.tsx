import { lazy, type ReactNode, Suspense } from "react";
import { type EdgeLabel, EdgeLabels } from "#charts/edge-labels.tsx";
import { lastOf, PLOT, plotHeight } from "#charts/plot.ts";
import { PlotReader } from "#charts/plot-reader.tsx";
import type { TimeDrawing } from "#charts/time-chart.tsx";
import { useReading } from "#charts/use-reading.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { daysOfRange, readingName } from "#dashboard/figures/bucket-range.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Time } from "#referrals/times.ts";
import { courseDrawing } from "./course-drawing.ts";
import { CourseFlag, CourseReadout } from "./course-readout.tsx";
import type { CoursePoint } from "./times-view-model.ts";
import { roundTime } from "./words.ts";

const chart = () => import("#charts/time-chart.tsx");
const TimeChart = lazy(async () => ({ default: (await chart()).TimeChart }));

/** Of the whole picture, in pixels. */
const HEIGHT = 260;
const AREA = plotHeight(HEIGHT);

export type CoursePanelProps = {
  course: readonly CoursePoint[];
  grain: Grain;
  time: Time;
  limits: OverdueLimits;
};

/** Median and 90th percentile per bucket, the bucket that is read, and in words between what the median moves. */
export function CoursePicture(props: CoursePanelProps): ReactNode {
  const { course, grain } = props;
  const i18n = useI18n();
  const { words } = i18n;
  const { change } = useView();
  const drawing = courseDrawing(props, i18n);
  const [reading, setReading] = useReading(drawing.buckets);
  const sentence = courseSentence(course, grain, i18n);
  const buckets = course.map(({ bucket }) => bucket);
  const range = (first: number, final: number) => {
    const days = daysOfRange(buckets, first, final);
    if (days) change(days);
  };
  return (
    <>
      <div className="trend trend--large">
        <div className="time">
          <Suspense fallback={<div className="time__loading" style={{ height: HEIGHT }} />}>
            <TimeChart
              summary={`${words("times.course.title")}. ${sentence}`}
              drawing={drawing}
              height={HEIGHT}
              formatTick={(ms) => roundTime(ms, i18n)}
            />
          </Suspense>
          <PlotReader
            label={words("read.chart")}
            hint={words("times.course.hint")}
            buckets={drawing.buckets.length}
            height={HEIGHT}
            last={reading.last}
            keys={[]}
            reading={reading}
            onReading={setReading}
            keyAt={() => null}
            traceOf={() => null}
            nameOf={(one) => readingName(one, buckets, grain, i18n)}
            sentenceOf={(one) => sentenceOf(course[one.at], i18n)}
            flag={({ at }) => <CourseFlag point={course[at]} grain={grain} />}
            onRange={range}
            onPick={() => {}}
          />
        </div>
        <EdgeLabels labels={labelsOf(drawing, reading.last)} height={PLOT.top + AREA} />
      </div>
      <CourseReadout
        {...props}
        at={reading.at}
        last={reading.last}
        onMove={(at) => setReading({ at, key: null, anchor: null })}
      />
      <p className="panel__note">{sentence}</p>
      <p className="panel__note no-print">{words("times.course.drag")}</p>
    </>
  );
}

function sentenceOf(point: CoursePoint | undefined, { words, formats }: I18n): string {
  if (point?.summary.kind !== "times") return words("times.none");
  const { median, p90, count } = point.summary;
  const base = words("times.key.count", { count });
  return words("times.course.read", {
    median: formats.duration(median),
    p90: formats.duration(p90),
    base,
  });
}

function labelsOf({ lines, scale }: TimeDrawing, last: number): EdgeLabel[] {
  return lines.map(({ key, name, colour, look, values }) => ({
    key,
    colour,
    line: look === "dashed" ? "dashed" : "solid",
    centre: PLOT.top + AREA * (1 - (lastOf(values, last) ?? 0) / scale.top),
    content: <span title={name}>{name}</span>,
  }));
}

/** Between which medians finished buckets lie; the first of equals is named. */
function courseSentence(course: readonly CoursePoint[], grain: Grain, { words, formats }: I18n): string {
  const medians = course
    .flatMap(({ bucket, summary }) =>
      bucket.unfinished === null && summary.kind === "times"
        ? [{ start: bucket.start, median: summary.median }]
        : [],
    )
    .sort((a, b) => a.median - b.median);
  const [low, high] = [medians[0], medians.at(-1)];
  if (low === undefined || high === undefined) return words("times.course.sentenceNone");
  return words("times.course.sentence", {
    low: formats.duration(low.median),
    lowBucket: formats.bucket(low.start, grain),
    high: formats.duration(high.median),
    highBucket: formats.bucket(high.start, grain),
  });
}
