import type { ReactNode } from "react";
import { useChartCursor } from "#charts/chart-cursor.ts";
import { InteractiveChart } from "#charts/interactive-chart.tsx";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { cursorName, daysOfRange } from "#dashboard/figures/bucket-range.ts";
import { useToggleFilter } from "#dashboard/figures/filter-mark.tsx";
import { SeriesMark } from "#dashboard/figures/series-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { TrendsKeys } from "#selection/keys/trends.ts";
import { BucketReadout } from "./bucket-readout.tsx";
import { cursorSentence } from "./bucket-words.ts";
import { Flag } from "./flag.tsx";
import { OtherList } from "./other-list.tsx";
import { OTHER_KEY, partOfKey, trendsChartModel } from "./trends-chart-model.ts";
import { partsShown, type TrendsModel } from "./trends-view-model.ts";

/** Of the whole picture, in pixels. */
const HEIGHT = 360;
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
  const { formats, t } = i18n;
  const { selection, change } = useView();
  const toggle = useToggleFilter();
  const chart = trendsChartModel({ model, keys, look }, i18n);
  const [cursor, setCursor] = useChartCursor(chart.buckets);
  const { buckets } = model.trend;
  const others = t("trends.others", { count: model.trend.other.members.length });
  const isFraction = model.rates !== null || model.isShare;
  const pick = (key: string) => {
    const part = partOfKey(key);
    if (part.kind !== "series") onKeys({ other: !keys.other });
    else toggle(DIMENSIONS[selection.by].filter, part.key as Outcome);
  };
  const range = (first: number, final: number) => {
    const days = daysOfRange(buckets, first, final);
    if (days) change(days);
  };
  return (
    <>
      <InteractiveChart
        className="trend trend--large"
        label={t("read.chart")}
        hint={t("trends.read.hint")}
        model={chart}
        height={HEIGHT}
        cursor={cursor}
        onCursor={setCursor}
        nameOf={(one) => cursorName(one, buckets, model.grain, i18n)}
        sentenceOf={(one) => cursorSentence(one, model, look, i18n)}
        flag={(one) => <Flag cursor={one} model={model} look={look} />}
        onRange={range}
        onPick={pick}
        labelOf={(key, name) => (
          <SeriesLabel id={key} name={name} others={others} keys={keys} onKeys={onKeys} />
        )}
      >
        <LazyTimeSeriesChart
          summary={summary}
          model={chart}
          height={HEIGHT}
          formatTick={isFraction ? formats.percent : formats.count}
        />
      </InteractiveChart>
      <BucketReadout
        model={model}
        look={look}
        parts={partsShown(model)}
        at={cursor.at}
        last={cursor.last}
        onMove={(at) => setCursor({ at, key: null, anchor: null })}
      />
      {keys.other && <OtherList model={model} look={look} />}
    </>
  );
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
