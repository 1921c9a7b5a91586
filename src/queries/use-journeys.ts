import { useMemo } from "react";
import type { Completeness } from "#aggregates/reconcile.ts";
import type { Grain } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { Terms } from "#referrals/terms.ts";
import { type Asked, newOf, settledOf } from "./asked.ts";
import type { DataPlane } from "./data-plane.ts";
import { type JourneyRow, journeyRows } from "./outcome-rows.ts";
import { fieldsOfTerms, type JourneyField, stagesQuestion } from "./questions.ts";
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
export function useJourneys(plane: DataPlane, wish: JourneysWish | null): Asked<JourneysAnswer> {
  const question = useMemo(() => wish && questionOf(wish), [wish]);
  const asked = useStages(plane, question);
  const stages = newOf(asked);
  const answer = useMemo(() => {
    if (stages === null || wish === null) return null;
    const rows = journeyRows(stages, wish.fields, wish.terms);
    return { rows, completeness: completenessOfStages(stages), questions: questionsOfStages(stages) };
  }, [stages, wish]);
  return settledOf(answer, useLast(answer), [asked]);
}

function questionOf({ filter, terms, fields, level }: JourneysWish) {
  return stagesQuestion(filter, ["customerMarket", ...fields, ...fieldsOfTerms(terms)], level);
}
