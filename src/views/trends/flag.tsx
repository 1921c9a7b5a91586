import type { ReactNode } from "react";
import type { ChartCursor } from "#charts/chart-cursor.ts";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { partName } from "./cursor-sentence.ts";
import { figureText } from "./figured.tsx";
import { partOfKey } from "./trends-chart-model.ts";
import { type Figured, figureAt, shareAt, type TrendsModel } from "./trends-view-model.ts";

export type FlagProps = { cursor: ChartCursor; model: TrendsModel; look: SeriesLook };

/** Beside the pointer: the bucket, all of it, what it is compared with, and the series under the pointer. */
export function Flag({ cursor, model, look }: FlagProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { at, key } = cursor;
  const { trend, compared, means, grain } = model;
  const bucket = trend.buckets[at];
  if (!bucket) return null;
  const before = compared?.buckets[at];
  const part = key === null ? null : partOfKey(key);
  return (
    <>
      <p className="tooltip__title">
        {formats.bucket(bucket.start, grain)}
        {bucket.unfinished && (
          <span className="second">
            {" "}
            {t("trend.unfinished", {
              covered: bucket.unfinished.coveredDays,
              days: bucket.unfinished.days,
            })}
          </span>
        )}
      </p>
      <ul>
        <Row name={t("trend.total")} figure={figureAt(model, { kind: "all" }, at)} />
        {part && <Row name={partName(part, look, i18n)} figure={figureAt(model, part, at)} />}
        {part && model.isShare && (
          <Row name={t("trends.ofAll")} figure={{ kind: "rate", rate: shareAt(model, part, at) }} />
        )}
        {compared && before && (
          <Row name={formats.days(before.days.from, before.days.to)} figure={before.figure} />
        )}
        {means.map(({ days, values }) => {
          const mean = values[at];
          if (mean?.kind !== "mean") return null;
          return <Row key={days} name={t("trends.mean", { days })} figure={tenthsOf(mean.value)} />;
        })}
      </ul>
    </>
  );
}

function tenthsOf(value: number): Figured {
  return { kind: "count", count: Math.round(value * 10) / 10 };
}

function Row({ name, figure }: { name: string; figure: Figured }): ReactNode {
  return (
    <li>
      {name}
      <span className="tooltip__count">{figureText(figure, useI18n())}</span>
    </li>
  );
}
