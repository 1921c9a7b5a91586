import type { ReactNode } from "react";
import { BucketStatus } from "#dashboard/figures/bucket-status.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Bucket } from "#ui/value.tsx";
import type { CoursePanelProps } from "./course-panel.tsx";
import { drillOfTime, TimeFigure } from "./duration.tsx";

/** The buckets as rows. */
export function CourseTable({ course, grain, time }: CoursePanelProps): ReactNode {
  const { formats } = useI18n();
  return (
    <table className="table">
      <TableHead
        columns={[
          `grain.${grain}`,
          "times.base",
          "times.median",
          "times.p90",
          { t: "trend.status", className: "text" },
        ]}
      />
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
                <BucketStatus unfinished={unfinished} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
