import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { type Answer, wireText } from "./answer.ts";
import { type Asked, newOf, settledOf } from "./asked.ts";
import type { DataClient } from "./data-client.ts";
import { closingQuestionOf, type StagesAnswer } from "./stages.ts";
import { useGrouped, useLast } from "./use-grouped.ts";

/** Outcome and stages of a selection: a second question only where statuses call for it. Null asks nothing. */
export function useStages(dataClient: DataClient, question: AggregateQuery | null): Asked<StagesAnswer> {
  const askedStages = useGrouped(dataClient, question);
  const stages = newOf(askedStages);
  const closingAsked = useMemo(() => stages && closingQuestionOf(stages.cube), [stages]);
  const askedClosing = useGrouped(dataClient, closingAsked);
  const closing = newOf(askedClosing);
  const both = useMemo(() => pairOf(stages, closing, closingAsked !== null), [stages, closing, closingAsked]);
  const last = useLast(both);
  return settledOf(both, last, closingAsked ? [askedStages, askedClosing] : [askedStages]);
}

function pairOf(stages: Answer | null, closing: Answer | null, needsClosing: boolean): StagesAnswer | null {
  if (stages === null || (needsClosing && closing === null)) return null;
  return { stages, closing: needsClosing ? closing : null };
}

/** What was asked, as it goes over the wire. */
export function questionsOfStages({ stages, closing }: StagesAnswer): string[] {
  return [stages, closing].flatMap((part) => (part ? [wireText(part.cube.query)] : []));
}

/** How far each part of the answer can be trusted. */
export function completenessOfStages({ stages, closing }: StagesAnswer): Completeness[] {
  return [stages, closing].flatMap((part) => part?.completeness ?? []);
}
