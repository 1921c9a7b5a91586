import type { ReactNode } from "react";
import { useChartCursor } from "#charts/chart-cursor.ts";
import { InteractiveChart, type InteractiveChartProps } from "#charts/interactive-chart.tsx";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import type { TimeSeriesChartProps } from "#charts/time-series-chart.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { DateBasis } from "#referrals/date-basis.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import { useChartNotes } from "../annotations/use-annotations.ts";
import { useView } from "../context/view-context.tsx";
import type { ReadoutProps } from "./readout.tsx";
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
