import { LRUCache } from "lru-cache";
import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { derive } from "#cube/derive.ts";
import type { Completeness } from "#cube/reconcile.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { wireLevel } from "#referrals/grain.ts";

/** A grouped answer, how far it can be trusted, and its time by the service's clock, else by ours (ms since 1970 UTC). */
export type Answer = { cube: Cube; completeness: Completeness; time: number };

const WHOLE = { top: 9999, skip: 0 } as const;

/** The question as it goes over the wire: quarters and years are asked as months. */
export function wireQuestion(question: AggregateQuery): GroupedQuery {
  return { ...question, level: wireLevel(question.level) };
}

// Texts are compared at every look at the cache; printing a filter each time would be most of the work.
const texts = new WeakMap<AggregateQuery, string>();

/** The query string of a question as it goes over the wire. */
export function wireText(question: AggregateQuery): string {
  const known = texts.get(question);
  if (known !== undefined) return known;
  const text = printQuery({ kind: "grouped", query: wireQuestion(question), page: WHOLE });
  texts.set(question, text);
  return text;
}

/** A name for a question, equal for equal questions. */
export function nameOf(question: AggregateQuery): string {
  return `${question.level} ${wireText(question)}`;
}

/** The name of the question that a question goes over the wire as. */
export function wireName(question: AggregateQuery): string {
  return `${wireLevel(question.level)} ${wireText(question)}`;
}

/** Whether other questions may be answered from it: nothing is missing, as far as the service tells. */
export function isWhole({ completeness }: Answer): boolean {
  return completeness.kind === "complete" || completeness.kind === "unknown";
}

/** As many as a page asks at once of one answer, and of those before it. */
const MOST_DERIVED = 64;

// An answer is never changed, so that what was derived from it once stays true as long as it is there.
const derived = new WeakMap<Cube, LRUCache<string, { answer: Answer | null }>>();

/**
 * What an answer says to another question, null when it does not hold it. The same two give the same object again:
 * panels that ask the same share it, and a second look costs nothing.
 */
export function answerFrom(answer: Answer, question: AggregateQuery): Answer | null {
  const known = derived.get(answer.cube) ?? new LRUCache({ max: MOST_DERIVED });
  derived.set(answer.cube, known);
  const name = nameOf(question);
  const found = known.get(name) ?? { answer: derivedFrom(answer, question, name) };
  known.set(name, found);
  return found.answer;
}

function derivedFrom(answer: Answer, question: AggregateQuery, name: string): Answer | null {
  if (nameOf(answer.cube.query) === name) return answer;
  const cube = derive(answer.cube, question);
  return cube && { ...answer, cube };
}
