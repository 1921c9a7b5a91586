import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { BeforeFigure } from "#dashboard/figures/earlier-columns.tsx";
import type { CountOrRate } from "#dashboard/figures/figure-columns.tsx";
import { ExplainedChange } from "#dashboard/why/explained-change.tsx";
import { type Why, whyOfCells } from "#dashboard/why/why-model.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { groupRecords } from "#records/group-records.ts";
import type { Judged } from "#referrals/comparison.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import { TIMES_FIGURES, type TimesFigure, type TimesKeys } from "#selection/keys/times.ts";
import type { WhyDimension } from "#selection/keys/why.ts";
import type { ComparedCell } from "#statistics/decomposition.ts";
import { PassedDays } from "./passed-days.tsx";
import { type ComparedRecords, figuresOf, timesFigureDrill, useTimesName } from "./times-comparison.ts";

type Explained = { judged: Judged; limits: OverdueLimits; figure: TimesFigure; by: WhyDimension };

/** Why one of these figures changed, by a dimension: the share of a value's referrals that it holds for. */
export function explainedTimes(
  { now, by }: ComparedRecords,
  { judged, limits, figure, by: dimension }: Explained,
): Why | null {
  const [after, before] = [cellsOf(now), cellsOf(by[judged])];
  const cells = [...new Set([...after.keys(), ...before.keys()])].map(
    (key): ComparedCell<string> => ({
      key,
      before: before.get(key) ?? NO_REFERRALS,
      after: after.get(key) ?? NO_REFERRALS,
    }),
  );
  const isRate = figure === "answered" || figure === "answeredLate";
  return whyOfCells(cells, { figure, isRate, drill: timesFigureDrill(figure, limits) });

  function cellsOf({ table, rows, now: at }: SelectedRecords): Map<string, ComparedCell<string>["after"]> {
    return new Map(
      groupRecords(table, rows, dimension).map(({ key, rows: some }) => {
        const value = figuresOf({ table, rows: some, now: at }, limits)[figure];
        const part = typeof value === "number" ? value : value.kind === "rate" ? value.part : 0;
        return [key, { part, base: some.length }];
      }),
    );
  }
}

const NO_REFERRALS = { part: 0, base: 0 };

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
