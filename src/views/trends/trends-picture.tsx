import type { ReactNode } from "react";
import type { ChartCursor } from "#charts/chart-cursor.ts";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { ChangeValue } from "#dashboard/figures/change.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { PeriodChart, Readout, ReadoutFigure } from "#dashboard/figures/period-chart.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { RateTarget } from "#referrals/targets.ts";
import type { TrendsKeys } from "#selection/keys/trends.ts";
import { cursorSentence, partName } from "./cursor-sentence.ts";
import { changeAt, drillOf, FiguredLink, figureText } from "./figured.tsx";
import { type SplitDimension, SplitMark, useToggleSplit } from "./split-dimension.tsx";
import { OTHER_KEY, partOfKey, trendsChartModel } from "./trends-chart-model.ts";
import {
  type Figured,
  figureAt,
  type Part,
  partsShown,
  shareAt,
  type TrendsModel,
} from "./trends-view-model.ts";

/** Of the whole chart, in pixels. */
const HEIGHT = 360;
type TrendsPictureProps = {
  model: TrendsModel;
  keys: TrendsKeys;
  look: SeriesLook;
  targets: readonly RateTarget[];
  summary: string;
  onKeys: (part: Partial<TrendsKeys>) => void;
};

/** The chart, details of the selected bucket, and the members of Other. */
export function TrendsPicture({
  model,
  keys,
  look,
  targets,
  summary,
  onKeys,
}: TrendsPictureProps): ReactNode {
  const i18n = useI18n();
  const { formats, t } = i18n;
  const toggle = useToggleSplit(model.by);
  const chart = trendsChartModel({ model, keys, look, targets }, i18n);
  const { buckets } = model.trend;
  const others = t("trends.others", { count: model.trend.other.members.length });
  const isFraction = model.rates !== null || model.isShare;
  const pick = (key: string) => {
    const part = partOfKey(key);
    if (part.kind !== "series") onKeys({ other: !keys.other });
    else toggle(part.key);
  };
  return (
    <>
      <PeriodChart
        hint={t("trends.read.hint")}
        summary={summary}
        model={chart}
        height={HEIGHT}
        buckets={buckets}
        grain={model.grain}
        formatTick={isFraction ? formats.percent : formats.count}
        sentenceOf={(one) => cursorSentence(one, model, look, i18n)}
        flag={(one) => <Flag cursor={one} model={model} look={look} />}
        onPick={pick}
        labelOf={(key, name) => (
          <SeriesLabel id={key} name={name} by={model.by} others={others} keys={keys} onKeys={onKeys} />
        )}
        readout={(place) => <BucketReadout model={model} look={look} parts={partsShown(model)} {...place} />}
      />
      {keys.other && <OtherList model={model} look={look} />}
    </>
  );
}

type SeriesLabelProps = Pick<TrendsPictureProps, "keys" | "onKeys"> & {
  id: string;
  name: string;
  by: SplitDimension;
  /** Number of members of Other. */
  others: string;
};

function SeriesLabel({ id, name, by, others, keys, onKeys }: SeriesLabelProps): ReactNode {
  const part = partOfKey(id);
  if (part.kind === "series") return <SplitMark by={by} value={part.key} name={name} />;
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

type BucketReadoutProps = {
  model: TrendsModel;
  look: SeriesLook;
  parts: readonly Part[];
  at: number;
  last: number;
  onMove: (at: number) => void;
};

/** Figures of the selected bucket, linked to their referrals. */
function BucketReadout({ model, look, parts, at, last, onMove }: BucketReadoutProps): ReactNode {
  const i18n = useI18n();
  const { formats, t } = i18n;
  const bucket = model.trend.buckets[at];
  const change = changeAt(model, at);
  if (!bucket) return null;
  const name = formats.bucket(bucket.start, model.grain);
  const figures: readonly Part[] = [{ kind: "all" }, ...parts];
  return (
    <Readout start={bucket.start} name={name} at={at} last={last} onMove={onMove}>
      {figures.map((part) => (
        <ReadoutFigure
          key={part.kind === "series" ? `part ${part.key}` : part.kind}
          name={partName(part, look, i18n)}
        >
          <FiguredLink
            figure={figureAt(model, part, at)}
            drill={drillOf(part, bucket.covered, model)}
            measure={model.measure}
          />
        </ReadoutFigure>
      ))}
      {change && change.change.kind !== "absent" && (
        <ReadoutFigure name={t("trends.compared.change")}>
          <ChangeValue {...change} />
        </ReadoutFigure>
      )}
    </Readout>
  );
}

type OtherListProps = { model: TrendsModel; look: SeriesLook };

/** The members of Other over the whole period, largest first. */
function OtherList({ model, look }: OtherListProps): ReactNode {
  const { t } = useI18n();
  const { members } = model.trend.other;
  if (members.length === 0) return null;
  return (
    <section aria-label={t("trends.others.title")}>
      <h3 className="trends__others-title">{t("trends.others.title")}</h3>
      <ul className="trends__others">
        {members.map(({ key, total }) => (
          <li key={key}>
            <SplitMark by={model.by} value={key} name={look.nameOf(key)} />
            <Figure value={total} drill={drillOf({ kind: "series", key }, null, model)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type FlagProps = { cursor: ChartCursor; model: TrendsModel; look: SeriesLook };

/** The tooltip: bucket, total, comparison, and the series under the pointer. */
function Flag({ cursor, model, look }: FlagProps): ReactNode {
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
