import { type ReactNode, useMemo } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useRivalName, useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView, type View, ViewProvider } from "#dashboard/context/view-context.tsx";
import { type Compared, type NotCompared, useComparison } from "#dashboard/data/use-comparison.ts";
import { comparisonNote } from "#dashboard/figures/change.tsx";
import { BeforeFigure } from "#dashboard/figures/earlier-columns.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { type Explained, ExplainedChange } from "#dashboard/why/explained-change.tsx";
import { type WhyLook, whyOf } from "#dashboard/why/why-model.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { type OutcomeCountsQuery, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { comparedPart } from "#referrals/comparison.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import type { Rival } from "#selection/keys/rival.ts";
import {
  WHY_FIGURES,
  type WhyDays,
  type WhyDimension,
  type WhyFigure,
  type WhyKeys,
} from "#selection/keys/why.ts";
import { useKeys } from "#selection/use-selection.ts";

const FIELDS = {
  market: [DIMENSIONS.market.field],
  partner: [DIMENSIONS.partner.field],
  size: [DIMENSIONS.size.field],
} as const;

const NOTHING: Explained = { why: null };

type PanelProps = { keys: WhyKeys; change: (part: Partial<WhyKeys>) => void };

/** Explains a change, or the difference from a rival, by market, partner market or size. */
export function WhyPanel(): ReactNode {
  const view = useView();
  const { keys, change } = useKeys(OVERVIEW_KEYS);
  if (keys.whyRival) return <ExplainedRival keys={keys} change={change} rival={keys.whyRival} />;
  return (
    <ViewProvider view={keys.whyDays ? comparingDays(view, keys.whyDays) : view}>
      <ExplainedPeriods keys={keys} change={change} />
    </ViewProvider>
  );
}

/** A view whose comparison is that of some days. */
function comparingDays(view: View, days: WhyDays): View {
  const { viewData } = view;
  const { resolved, dataTime } = viewData;
  const by = resolved.compared?.by ?? "previous-period";
  const compared = { by, ...comparedPart(days, resolved.compared, dayOfInstant(dataTime)) };
  return { ...view, viewData: { ...viewData, resolved: { ...resolved, compared } } };
}

function ExplainedPeriods({ keys, change }: PanelProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { selection, viewData } = useView();
  // In a running period only the days so far are explained.
  const passed = viewData.resolved.compared?.period ?? {};
  const { why: figure, whyBy, whyDays } = keys;
  const compared = useComparison(FIELDS[whyBy]);
  const note = comparisonNote(compared, i18n);
  const isCompared = compared.kind === "compared" || note === null;
  const days = [whyDays?.period, whyDays?.comparison].map((one) =>
    one ? formats.days(one.from, one.to) : "",
  );
  return (
    <ExplainedChange
      {...useParts(keys, change)}
      state={useExplained(compared, figure, whyBy)}
      look={{
        ...useLook(keys),
        rival: null,
        drawBefore: (one, drill) => <BeforeFigure figure={one} drill={drill} judged={selection.judged} />,
      }}
      source={compared.kind === "compared" ? compared : null}
      note={note}
      absent={isCompared ? t(compared.kind === "off" ? "versus.nothing" : "why.absent") : note}
      below={
        whyDays && (
          <OnlyThis onWhole={() => change({ whyDays: null })} whole={t("why.whole")}>
            {t("why.days", { period: days[0] ?? "", comparison: days[1] ?? "" })}
          </OnlyThis>
        )
      }
      inSelection={(drawn) => <Reselected part={passed}>{drawn}</Reselected>}
    />
  );
}

/** The difference of the page's selection from itself under another filter value, in the same period. */
function ExplainedRival({ keys, change, rival }: PanelProps & { rival: Rival }): ReactNode {
  const { t, formats } = useI18n();
  const { period } = useView().viewData.resolved;
  const value = useRivalName()(rival);
  const name = t("why.rival", { by: rival.dimension, name: value });
  const others = { [DIMENSIONS[rival.dimension].filter]: [rival.value] };
  const compared = useRivalCounts(others, keys.whyBy);
  const note = t("why.rival.note", { rival: name, period: formats.days(period.from, period.to) });
  return (
    <ExplainedChange
      {...useParts(keys, change)}
      state={useExplained(compared, keys.why, keys.whyBy)}
      look={{
        ...useLook(keys),
        rival: name,
        drawBefore: (one, drill) => (
          <Reselected part={others}>
            {one.kind === "count" ? (
              <Figure value={one.count} drill={drill} />
            ) : (
              <RateFigure rate={one.rate} drill={drill} />
            )}
          </Reselected>
        ),
      }}
      source={compared.kind === "compared" ? compared : null}
      note={note}
      absent={t("why.absent.rival")}
      below={
        <OnlyThis onWhole={() => change({ whyRival: null })} whole={t("why.time")}>
          {null}
        </OnlyThis>
      }
    />
  );
}

/** The figure and dimension, and their choice. */
function useParts({ why, whyBy }: WhyKeys, change: PanelProps["change"]) {
  const { t } = useI18n();
  return {
    figures: ["why", why, "change"] as const,
    choice: {
      figure: why,
      options: WHY_FIGURES.map((key) => ({ key, name: t(`versus.${key}`) })),
      by: whyBy,
      onFigure: (next: WhyFigure) => change({ why: next }),
      onBy: (next: WhyDimension) => change({ whyBy: next }),
    },
  };
}

function useLook({ why, whyBy }: WhyKeys): Omit<WhyLook, "rival" | "drawBefore"> {
  const { t } = useI18n();
  return { ...useSeriesLook(whyBy, useMarketRank()), by: whyBy, figureName: t(`versus.${why}`) };
}

type RivalCounts = QuerySource & Pick<Compared, "rows" | "before"> & { kind: "compared" };
type OtherState = Extract<NotCompared, { kind: "off" | "pending" | "error" }>;

/** Outcome counts of the page's selection and of the rival's. */
function useRivalCounts(
  others: Partial<OutcomeCountsQuery["filters"]>,
  by: WhyDimension,
): RivalCounts | OtherState {
  const { population, filters } = useView().viewData.resolved;
  const states = [
    useOutcomeCounts({ population, filters, fields: FIELDS[by] }),
    useOutcomeCounts({ population, filters: { ...filters, ...others }, fields: FIELDS[by] }),
  ] as const;
  const [own, other] = states;
  if (own.kind !== "success" || other.kind !== "success" || own.isPlaceholder || other.isPlaceholder)
    return states.find((one) => one.kind === "error") ?? { kind: "pending" };
  return {
    kind: "compared",
    rows: own.value.rows,
    before: other.value.rows,
    queries: [...new Set([...own.value.queries, ...other.value.queries])],
    completeness: [...own.value.completeness, ...other.value.completeness],
  };
}

/** The previous explanation stays while pending. */
function useExplained(
  compared: RivalCounts | Compared | NotCompared,
  figure: WhyFigure,
  by: WhyDimension,
): QueryState<Explained> {
  const { rows = null, before = null } = compared.kind === "compared" ? compared : {};
  const counted = useMemo(
    () => rows && before && { why: whyOf(rows, before, figure, by) },
    [rows, before, figure, by],
  );
  const isPending = compared.kind === "pending";
  const last = useLast<Explained>(isPending || compared.kind === "error" ? null : (counted ?? NOTHING));
  if (compared.kind === "error") return compared;
  return last === null
    ? { kind: "pending" }
    : { kind: "success", value: last, isPlaceholder: isPending, refreshError: null };
}

type OnlyThisProps = { children: ReactNode; whole: string; onWhole: () => void };

/** What alone is explained, and the way back to the page's comparison. */
function OnlyThis({ children, whole, onWhole }: OnlyThisProps): ReactNode {
  return (
    <p className="panel__note">
      {children}{" "}
      <button type="button" className="link no-print" onClick={onWhole}>
        {whole}
      </button>
    </p>
  );
}
