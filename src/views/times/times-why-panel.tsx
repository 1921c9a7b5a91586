import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { BeforeFigure } from "#dashboard/figures/before-figure.tsx";
import type { CountOrRate } from "#dashboard/figures/figure-columns.tsx";
import { ExplainedChange } from "#dashboard/why/explained-change.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import { TIMES_FIGURES, type TimesFigure, type TimesKeys } from "#selection/keys/times.ts";
import { explainedTimes } from "./explained-times.ts";
import { PassedDays } from "./passed-days.tsx";
import { type ComparedRecords, useTimesName } from "./times-comparison.ts";

export type TimesWhyPanelProps = {
  state: QueryState<ComparedRecords>;
  limits: OverdueLimits;
  keys: TimesKeys;
  change: (part: Partial<TimesKeys>) => void;
  note: string | null;
};

/** Explains a change of what was answered in time, or of what waits, by market, partner market or size. */
export function TimesWhyPanel({ state, limits, keys, change, note }: TimesWhyPanelProps): ReactNode {
  const { t } = useI18n();
  const { judged } = useView().selection;
  const { why, whyBy } = keys;
  const nameOf = useTimesName(limits);
  const look = {
    ...useSeriesLook(whyBy, useMarketRank()),
    by: whyBy,
    figureName: nameOf(why),
    rival: null,
    drawBefore: (figure: CountOrRate, drill: Drill) => (
      <BeforeFigure figure={figure} drill={drill} judged={judged} />
    ),
  };
  return (
    <ExplainedChange
      state={mapData(state, (both) => ({
        why: explainedTimes(both, { judged, limits, figure: why, by: whyBy }),
      }))}
      look={look}
      figures={["why", "answered", "overdue", "change"]}
      choice={{
        figure: why,
        options: TIMES_FIGURES.map((key) => ({ key, name: nameOf(key) })),
        by: whyBy,
        onFigure: (next: TimesFigure) => change({ why: next }),
        onBy: (next) => change({ whyBy: next }),
      }}
      note={note}
      absent={t("why.absent")}
      inSelection={(drawn) => <PassedDays>{drawn}</PassedDays>}
    />
  );
}
