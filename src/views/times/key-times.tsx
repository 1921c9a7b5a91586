import type { ReactNode } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { absentSentence } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Field } from "#partner-center/fields.ts";
import { TIMES } from "#referrals/times.ts";
import type { TableModel } from "#table/column.ts";
import { Count } from "#ui/value.tsx";
import { countOf, drillOfTime, quantileColumn, TimeFigure, useTimeText } from "./duration.tsx";
import type { KeyTime } from "./times-view-model.ts";

/** The median of each response time in one row, with p75 and p90. */
export function KeyTimes({
  times,
  absent,
}: {
  times: readonly KeyTime[];
  absent: readonly Field[];
}): ReactNode {
  const i18n = useI18n();
  const { data } = useView().config;
  const { t } = i18n;
  const say = useTimeText();
  return (
    <dl className="figures times__key">
      {times.map(({ time, summary }) => (
        <div key={time} className="figure">
          <dt>{t(`times.of.${time}`)}</dt>
          <dd className="figure__value">
            <TimeFigure summary={summary} of="median" time={time} />
          </dd>
          <dd className="figure__note">
            {summary.kind === "absent"
              ? noneOf(time, absent, i18n, data)
              : t("times.key.note", {
                  p75: say(summary.p75, summary.precision),
                  p90: say(summary.p90, summary.precision),
                })}
          </dd>
          <dd className="figure__note">
            <Base keyTime={{ time, summary }} inText />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Why there is none: the source lacks a date, or no referral has both. */
function noneOf(
  time: KeyTime["time"],
  absent: readonly Field[],
  i18n: I18n,
  data: AppConfig["data"],
): string {
  const { from, to } = TIMES[time];
  const fields = [from, to].filter((field) => absent.includes(field));
  return fields.length > 0 ? absentSentence(fields, i18n, data) : i18n.t("times.none");
}

function Base({ keyTime, inText = false }: { keyTime: KeyTime; inText?: boolean }): ReactNode {
  const { t } = useI18n();
  const { time, summary } = keyTime;
  if (summary.kind === "absent") return inText ? null : <Count value={0} />;
  const { count, precision } = summary;
  if (precision === "day") return inText ? t("times.key.toTheDay", { count }) : <Count value={count} />;
  if (!inText) return <Figure value={count} drill={drillOfTime(time)} />;
  return t("times.key.count", { count });
}

export function keyTimesTable(times: readonly KeyTime[], i18n: I18n): TableModel<KeyTime> {
  const { t } = i18n;
  const make = figureColumns<KeyTime>(i18n);
  const source = { summary: ({ summary }: KeyTime) => summary, time: ({ time }: KeyTime) => time };
  return {
    columns: [
      make.name({
        id: "time",
        header: t("times.time"),
        named: ({ time }) => ({ code: time, name: t(`times.of.${time}`) }),
      }),
      {
        id: "base",
        header: t("times.base"),
        kind: "count",
        value: ({ summary }) => countOf(summary),
        cell: (keyTime) => <Base keyTime={keyTime} />,
      },
      quantileColumn("median", source, i18n),
      quantileColumn("p75", source, i18n),
      quantileColumn("p90", source, i18n),
      make.text({
        id: "precision",
        header: t("times.precision"),
        className: "text",
        value: ({ summary }) => (summary.kind === "times" ? t(`times.precision.${summary.precision}`) : null),
        cellProps: () => ({ className: "second" }),
      }),
    ],
    rows: times,
    rowKey: ({ time }) => time,
  };
}
