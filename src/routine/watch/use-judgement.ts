import { useMemo } from "react";
import { isWholeSource } from "#config/source-facts.ts";
import { absentFields, sourceFactsOf, sourceLimits } from "#dashboard/context/source-limits.ts";
import { useView, type View } from "#dashboard/context/view-context.tsx";
import { endOfMonth } from "#lib/calendar.ts";
import type { GroupField } from "#queries/query-builders.ts";
import { leastCertain } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import {
  type OutcomeCountsQuery,
  type OutcomeCountsResult,
  useOutcomeCounts,
} from "#queries/use-outcome-counts.ts";
import { useReading } from "#queries/use-reading.ts";
import type { Period } from "#referrals/period.ts";
import { type Judgement, judgeRule, type WatchedRow, type WatchTrust } from "#referrals/watch/judge-rule.ts";
import { floorDate, isWatchedNow, missingForWatch, watchDate } from "#referrals/watch/watch-figures.ts";
import { watchPopulation } from "#referrals/watch/watch-population.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import { useTargets } from "../targets/target-store.ts";

const NO_ROWS: readonly WatchedRow[] = [];

/** Judges a rule at the data as read, whatever is selected in the page; null while it is being fetched. */
export function useJudgement(rule: WatchRule): Judgement | null {
  const { config, viewData } = useView();
  const { data } = config;
  const { dataset, dataTime } = viewData;
  const targets = useTargets();
  const reading = useReading(data.kind === "referrals-api");
  const missing = useMemo(
    () => missingForWatch(rule, (field) => absentFields(data, [field]).length > 0),
    [rule, data],
  );
  const allMonths = allMonthsOf(dataset.months);
  const query = useMemo(
    () => (missing.length > 0 ? null : watchQuery(rule, dataTime, allMonths)),
    [missing, rule, dataTime, allMonths],
  );
  const state = useOutcomeCounts(query);
  const isPartial = reading?.isWhole === false;
  const trust = query === null ? "complete" : trustIn(state, data, isPartial);
  const result = state.kind === "success" && !state.isPlaceholder ? state.value : null;
  const isUndated = isWatchedNow(rule.figure) && dataset.undated > 0;
  const firstDay = dataset.months?.first ?? null;
  return useMemo(() => {
    if (trust === null) return null;
    const floor = floorDate(rule.figure);
    const rows = result && query ? rowsOf(result, rule) : NO_ROWS;
    // Open referrals without a created date are in no period, and of unknown age.
    const isFloor = floor ? sourceLimits(data)[floor]?.state === "partly" : isUndated;
    return judgeRule(rule, { rows, dataTime, firstDay, targets, trust, missing, isFloor });
  }, [trust, rule, result, query, data, dataTime, firstDay, isUndated, targets, missing]);
}

let lastMonths: Period | null = null;

/** From the first to the last month with referrals; memoised. */
export function allMonthsOf(months: View["viewData"]["dataset"]["months"]): Period | null {
  if (months === null) return null;
  const [from, to] = [months.first, endOfMonth(months.last)];
  if (lastMonths?.from !== from || lastMonths.to !== to) lastMonths = { from, to };
  return lastMonths;
}

/** The outcomes that a rule counts, by the date of its intervals. */
function watchQuery(rule: WatchRule, dataTime: number, allMonths: Period | null): OutcomeCountsQuery {
  const { figure, interval, markets, partners, sizes } = rule;
  const population = watchPopulation(rule, dataTime, allMonths);
  const filters = { markets, partners, sizes, outcomes: [] };
  if (isWatchedNow(figure)) return { population, filters, fields: ["customerMarket"] };
  const fields: readonly GroupField[] = [watchDate(figure)];
  return { population, filters, fields, level: interval };
}

function rowsOf({ rows }: OutcomeCountsResult, { figure }: WatchRule): WatchedRow[] {
  return rows.flatMap(({ keys: [key = null], ...row }) => {
    const day = isWatchedNow(figure) ? "" : key;
    return day === null ? [] : [{ ...row, day }];
  });
}

/** Whether the figures may be relied upon; null while they are being fetched. */
function trustIn(
  state: QueryState<OutcomeCountsResult>,
  data: View["config"]["data"],
  isPartial: boolean,
): WatchTrust | null {
  if (state.kind === "error") return "failed";
  if (state.kind === "pending" || state.isPlaceholder) return null;
  if (state.refreshError) return "stale";
  if (isPartial) return "partial";
  const facts = sourceFactsOf(data);
  if (facts && !isWholeSource(facts)) return "incomplete";
  const { kind } = leastCertain(state.value.completeness) ?? { kind: "unknown" };
  return kind === "exceeded" ? "incomplete" : kind;
}
