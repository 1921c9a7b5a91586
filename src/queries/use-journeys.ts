import { LRUCache } from "lru-cache";
import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Completeness } from "#cube/reconcile.ts";
import type { Grain } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { Terms } from "#referrals/terms.ts";
import type { Answer } from "./answer.ts";
import type { DataClient } from "./data-client.ts";
import { type JourneyRow, journeyRows } from "./outcome-rows.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { fieldsOfTerms, type JourneyField, stagesQuestion } from "./questions.ts";
import type { StagesAnswer } from "./stages.ts";
import { useLast } from "./use-grouped.ts";
import { completenessOfStages, questionsOfStages, useStages } from "./use-stages.ts";

/**
 * What became of the referrals of a filter that these terms let pass, told apart by these fields: the keys of each
 * row, in this order; dates as first days of buckets of this level, a month where no date is wanted. A wish is the
 * same object as long as it asks the same.
 */
export type JourneysWish = {
  filter: Filter | null;
  terms: Terms;
  fields: readonly JourneyField[];
  level?: Grain;
};

export type JourneysAnswer = {
  rows: readonly JourneyRow[];
  completeness: readonly Completeness[];
  /** What was asked, as it goes over the wire. */
  questions: readonly string[];
};

/** Asks for journeys. While a new answer is on its way the one before stays. Null asks nothing. */
export function useJourneys(dataClient: DataClient, wish: JourneysWish | null): QueryState<JourneysAnswer> {
  const question = useMemo(() => wish && journeysQuestion(wish), [wish]);
  const state = useStages(dataClient, question);
  const stages = currentData(state);
  const answer = useMemo(() => stages && wish && journeysFrom(stages, wish), [stages, wish]);
  return combineStates(answer, useLast(answer), [state]);
}

/** As many as a page wishes of one answer. */
const MOST_KEPT = 8;

type Kept = { closing: Answer | null; journeys: JourneysAnswer };

// Several panels wish the same of the same answer, which is never changed.
const kept = new WeakMap<Answer, LRUCache<string, Kept>>();

/** What the answers say to a wish. */
export function journeysFrom(stages: StagesAnswer, { fields, terms }: JourneysWish): JourneysAnswer {
  const ofAnswer = kept.get(stages.stages) ?? new LRUCache({ max: MOST_KEPT });
  kept.set(stages.stages, ofAnswer);
  const name = JSON.stringify([fields, terms]);
  const known = ofAnswer.get(name);
  if (known?.closing === stages.closing) return known.journeys;
  const journeys = {
    rows: journeyRows(stages, fields, terms),
    completeness: completenessOfStages(stages),
    questions: questionsOfStages(stages),
  };
  ofAnswer.set(name, { closing: stages.closing, journeys });
  return journeys;
}

/** The question for a wish; the closing dates that its statuses call for come after it. */
export function journeysQuestion({ filter, terms, fields, level }: JourneysWish): AggregateQuery {
  return stagesQuestion(filter, ["customerMarket", ...fields, ...fieldsOfTerms(terms)], level);
}
