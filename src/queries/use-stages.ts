import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { type CubeResult, wireText } from "./cube-result.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { closingQueryFor, type StagesResult } from "./stages.ts";
import { useGrouped, useLast } from "./use-grouped.ts";

/** Outcome and stages of a selection: a second query only for ambiguous statuses. Null fetches nothing. */
export function useStages(query: AggregateQuery | null): QueryState<StagesResult> {
  const stagesState = useGrouped(query);
  const stages = currentData(stagesState);
  const closingQuery = useMemo(() => stages && closingQueryFor(stages.cube), [stages]);
  const closingState = useGrouped(closingQuery);
  const closing = currentData(closingState);
  const both = useMemo(() => pairOf(stages, closing, closingQuery !== null), [stages, closing, closingQuery]);
  const last = useLast(both);
  return combineStates(both, last, closingQuery ? [stagesState, closingState] : [stagesState]);
}

function pairOf(
  stages: CubeResult | null,
  closing: CubeResult | null,
  needsClosing: boolean,
): StagesResult | null {
  if (stages === null || (needsClosing && closing === null)) return null;
  return { stages, closing: needsClosing ? closing : null };
}

/** The query strings as sent. */
export function queriesOfStages({ stages, closing }: StagesResult): string[] {
  return [stages, closing].flatMap((part) => (part ? [wireText(part.cube.query)] : []));
}

export function completenessOfStages({ stages, closing }: StagesResult): Completeness[] {
  return [stages, closing].flatMap((part) => part?.completeness ?? []);
}
