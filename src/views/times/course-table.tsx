import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import { Bucket } from "#ui/value.tsx";
import { Figure } from "../common/figure.tsx";
import type { CoursePanelProps } from "./course-panel.tsx";
import { drillOfTime, TimeFigure } from "./duration.tsx";

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
