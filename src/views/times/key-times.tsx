import type { ReactNode } from "react";
import { Figure } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { Count } from "#ui/value.tsx";
import { drillOfTime, TimeFigure, useTimeWords } from "./duration.tsx";
import type { KeyTime } from "./times-view-model.ts";

/** The median of each time in one row, with what most and nearly all stay within. */
export function KeyTimes({ times }: { times: readonly KeyTime[] }): ReactNode {
  const { words } = useI18n();
  const say = useTimeWords();
  return (
    <dl className="figures times__key">
      {times.map(({ time, summary }) => (
        <div key={time} className="figure">
          <dt>{words(`times.of.${time}`)}</dt>
          <dd className="figure__value">
            <TimeFigure summary={summary} of="median" time={time} />
          </dd>
          <dd className="figure__note">
            {summary.kind === "absent"
              ? words("times.none")
              : words("times.key.note", {
                  p75: say(summary.p75, summary.precision),
                  p90: say(summary.p90, summary.precision),
                })}
          </dd>
          <dd className="figure__note">
            <Base keyTime={{ time, summary }} inWords />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Base({ keyTime, inWords = false }: { keyTime: KeyTime; inWords?: boolean }): ReactNode {
  const { words } = useI18n();
  const { time, summary } = keyTime;
  if (summary.kind === "absent") return inWords ? null : <Count value={0} />;
  const { count, precision } = summary;
  if (precision === "day") return inWords ? words("times.key.toTheDay", { count }) : <Count value={count} />;
  if (!inWords) return <Figure value={count} drill={drillOfTime(time)} />;
  return words("times.key.count", { count });
}

/** The same as rows. */
export function KeyTimesTable({ times }: { times: readonly KeyTime[] }): ReactNode {
  const { words } = useI18n();
  return (
    <table className="table">
      <TableHead
        columns={[
          "times.time",
          "times.base",
          "times.median",
          "times.p75",
          "times.p90",
          { words: "times.precision", className: "text" },
        ]}
      />
      <tbody>
        {times.map(({ time, summary }) => (
          <tr key={time}>
            <th scope="row">
              <data value={time}>{words(`times.of.${time}`)}</data>
            </th>
            <td>
              <Base keyTime={{ time, summary }} />
            </td>
            {(["median", "p75", "p90"] as const).map((quantile) => (
              <td key={quantile}>
                <TimeFigure summary={summary} of={quantile} time={time} />
              </td>
            ))}
            <td className="text second">
              {summary.kind === "times" && words(`times.precision.${summary.precision}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
