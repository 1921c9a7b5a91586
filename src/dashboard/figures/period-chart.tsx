import "./readout.css";
import type { ReactNode } from "react";
import { useChartCursor } from "#charts/chart-cursor.ts";
import { InteractiveChart, type InteractiveChartProps } from "#charts/interactive-chart.tsx";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import type { TimeSeriesChartProps } from "#charts/time-series-chart.tsx";
import { useChartNotes } from "#dashboard/annotations/use-annotations.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day, Grain } from "#lib/calendar.ts";
import type { DateBasis } from "#referrals/date-basis.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import { Bucket } from "#ui/value.tsx";
import { cursorName, daysOfRange } from "./trend-buckets.ts";

type Interaction =
  | "hint"
  | "model"
  | "height"
  | "sentenceOf"
  | "flag"
  | "onPick"
  | "labelOf"
  | "isClickRange";

export type PeriodChartProps = Pick<InteractiveChartProps, Interaction> &
  Pick<TimeSeriesChartProps, "summary" | "formatTick"> & {
    label?: string;
    buckets: readonly Pick<TrendBucket, "start" | "covered">[];
    grain: Grain;
    /** If not the page's own date basis. */
    basis?: DateBasis;
    /** Details of the selected bucket. */
    readout: (place: Pick<ReadoutProps, "at" | "last" | "onMove">) => ReactNode;
  };

/** A chart over time with details of the selected bucket; selecting a range sets the page's period. */
export function PeriodChart(props: PeriodChartProps): ReactNode {
  const { buckets, grain, basis, readout, summary, formatTick, ...interaction } = props;
  const i18n = useI18n();
  const { change } = useView();
  const { height } = props;
  const notes = useChartNotes(buckets);
  const model = { ...props.model, notes };
  const [cursor, setCursor] = useChartCursor(model.buckets);
  const range = (first: number, last: number) => {
    const days = daysOfRange(buckets, first, last);
    if (days) change({ ...days, ...(basis && { basis }) });
  };
  return (
    <>
      <InteractiveChart
        className="trend trend--large"
        label={i18n.t("read.chart")}
        {...interaction}
        model={model}
        cursor={cursor}
        onCursor={setCursor}
        nameOf={(one) => cursorName(one, buckets, grain, i18n)}
        onRange={range}
      >
        <LazyTimeSeriesChart summary={summary} model={model} height={height} formatTick={formatTick} />
      </InteractiveChart>
      {readout({
        at: cursor.at,
        last: cursor.last,
        onMove: (at) => setCursor({ at, key: null, anchor: null }),
      })}
    </>
  );
}

export type ReadoutProps = {
  start: Day;
  name: string;
  at: number;
  last: number;
  onMove: (at: number) => void;
  /** Names and figures. */
  children: ReactNode;
};

/** Figures of the selected bucket, linked to their referrals, with buttons for the neighbouring buckets. */
export function Readout({ start, name, at, last, onMove, children }: ReadoutProps): ReactNode {
  const { t } = useI18n();
  return (
    <section className="readout" aria-label={t("read.at", { bucket: name })}>
      <p className="readout__bucket">
        <Step label={t("read.back")} sign="‹" isOff={at <= 0} onStep={() => onMove(at - 1)} />
        <Bucket start={start} name={name} />
        <Step label={t("read.on")} sign="›" isOff={at >= last} onStep={() => onMove(at + 1)} />
      </p>
      <dl className="readout__figures">{children}</dl>
    </section>
  );
}

export function ReadoutFigure({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt title={name}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type StepProps = { label: string; sign: string; isOff: boolean; onStep: () => void };

function Step({ label, sign, isOff, onStep }: StepProps): ReactNode {
  return (
    <button type="button" className="button--quiet" aria-label={label} disabled={isOff} onClick={onStep}>
      {sign}
    </button>
  );
}
