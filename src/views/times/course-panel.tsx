import { lazy, type ReactNode, Suspense } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Time } from "#referrals/times.ts";
import type { Drill } from "#selection/drill.ts";
import { Bucket } from "#ui/value.tsx";
import { Figure } from "../common/figure.tsx";
import type { ChartPoint } from "./course-chart.tsx";
import { drillOfTime, TimeFigure } from "./duration.tsx";
import type { CoursePoint } from "./times-view-model.ts";
import { roundTime } from "./words.ts";

const chart = () => import("./course-chart.tsx");
const CourseChart = lazy(async () => ({ default: (await chart()).CourseChart }));

export type CoursePanelProps = {
  course: readonly CoursePoint[];
  grain: Grain;
  time: Time;
  limits: OverdueLimits;
};

/** Median and 90th percentile per bucket, and in words between what the median moves. */
export function CoursePicture({ course, grain, time, limits }: CoursePanelProps): ReactNode {
  const i18n = useI18n();
  const { words, formats } = i18n;
  const sentence = courseSentence(course, grain, i18n);
  const marked = time === "accepted-won" ? [] : [limits.answerMs, limits.expiryMs];
  return (
    <>
      <Suspense fallback={<div className="panel__loading panel__loading--chart" />}>
        <CourseChart
          summary={`${words("times.course.title")}. ${sentence}`}
          points={course.map((point) => chartPoint(point, grain, i18n))}
          names={{
            median: words("times.median"),
            p90: words("times.p90"),
            limit: words("times.course.limit"),
          }}
          limits={marked.map((ms) => ({ ms, name: roundTime(ms, i18n) }))}
          formatRound={(ms) => roundTime(ms, i18n)}
          format={formats.duration}
        />
      </Suspense>
      <p className="panel__note">{sentence}</p>
    </>
  );
}

function chartPoint({ bucket, summary }: CoursePoint, grain: Grain, { words, formats }: I18n): ChartPoint {
  const { start, unfinished } = bucket;
  const isThere = summary.kind === "times";
  return {
    key: start,
    tick: formats.tick(start, grain),
    name: formats.bucket(start, grain),
    unfinished:
      unfinished &&
      words("times.course.unfinished", { covered: unfinished.coveredDays, days: unfinished.days }),
    median: isThere ? summary.median : null,
    p90: isThere ? summary.p90 : null,
    base: words("times.key.count", { count: isThere ? summary.count : 0 }),
  };
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

/** The buckets as rows. */
export function CourseTable({ course, grain, time }: CoursePanelProps): ReactNode {
  const { words, formats } = useI18n();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words(`grain.${grain}`)}</th>
          <th scope="col">{words("times.base")}</th>
          <th scope="col">{words("times.median")}</th>
          <th scope="col">{words("times.p90")}</th>
          <th scope="col" className="text">
            {words("times.course.status")}
          </th>
        </tr>
      </thead>
      <tbody>
        {course.map(({ bucket: { start, covered, unfinished }, summary }) => {
          const within: Drill = { within: covered };
          return (
            <tr key={start}>
              <th scope="row">
                <Bucket start={start} name={formats.bucket(start, grain)} />
              </th>
              <td>
                <Figure
                  value={summary.kind === "absent" ? 0 : summary.count}
                  drill={{ ...within, ...drillOfTime(time) }}
                />
              </td>
              <td>
                <TimeFigure summary={summary} of="median" time={time} drill={within} />
              </td>
              <td>
                <TimeFigure summary={summary} of="p90" time={time} drill={within} />
              </td>
              <td className="text second">
                {unfinished
                  ? words("times.course.unfinishedNote", {
                      covered: unfinished.coveredDays,
                      days: unfinished.days,
                    })
                  : words("times.course.finished")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
