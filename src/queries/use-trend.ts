import { useMemo } from "react";
import type { Completeness } from "#aggregates/reconcile.ts";
import type { Grain } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { TrendRow } from "#referrals/trend.ts";
import type { Answer } from "./answer.ts";
import { type Asked, newOf, settledOf } from "./asked.ts";
import type { DataPlane } from "./data-plane.ts";
import { stagesQuestion, trendQuestion } from "./questions.ts";
import type { StagesAnswer } from "./stages.ts";
import { outcomeTrendRows, TREND_TERMS, type TrendTerm, trendRows } from "./trend-rows.ts";
import { useGrouped, useLast } from "./use-grouped.ts";
import { useStages } from "./use-stages.ts";

/** What a trend can be split by. */
export const TREND_SPLITS = [...TREND_TERMS, "outcome"] as const;
export type TrendSplit = (typeof TREND_SPLITS)[number];

/** Rows of a trend with what they are split by, since an old one may be split otherwise. */
export type TrendAnswer = {
  by: TrendSplit;
  rows: readonly TrendRow[];
  completeness: readonly Completeness[];
};

export type TrendWish = { filter: Filter; by: TrendSplit; grain: Grain; markets: readonly string[] };

/** Created referrals over time, of these customer markets (none: of all), split by a term or by outcome. */
export function useTrend(plane: DataPlane, { filter, by, grain, markets }: TrendWish): Asked<TrendAnswer> {
  const term = by === "outcome" ? null : by;
  const byTerm = useGrouped(plane, term && trendQuestion(filter, term, grain));
  const outcomeFields = ["customerMarket", "createdDate"] as const;
  const byOutcome = useStages(plane, term ? null : stagesQuestion(filter, outcomeFields, grain));
  const [terms, stages] = [newOf(byTerm), newOf(byOutcome)];
  const trend = useMemo(
    () => (term ? terms && termTrend(terms, term, markets) : stages && outcomeTrend(stages, markets)),
    [term, terms, stages, markets],
  );
  return settledOf(trend, useLast(trend), [term ? byTerm : byOutcome]);
}

function termTrend({ cube, completeness }: Answer, by: TrendTerm, markets: readonly string[]): TrendAnswer {
  return { by, rows: trendRows(cube, by, markets), completeness: [completeness] };
}

function outcomeTrend(answer: StagesAnswer, markets: readonly string[]): TrendAnswer {
  const completeness = [answer.stages, answer.closing].flatMap((part) => part?.completeness ?? []);
  return { by: "outcome", rows: outcomeTrendRows(answer, markets), completeness };
}
