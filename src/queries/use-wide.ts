import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Period } from "#referrals/period.ts";
import { type Answer, isWhole } from "./answer.ts";
import type { DataClient } from "./data-client.ts";
import { groupedOptions } from "./grouped-options.ts";
import { currentData } from "./query-state.ts";
import { EXTENT_QUESTION } from "./questions.ts";
import { closingQuestionOf } from "./stages.ts";
import { useGrouped, useSource } from "./use-grouped.ts";
import { wideQuestion } from "./wide.ts";

/** A cut answer that nobody waits for is worth no more questions than these. */
const FEW_REPAIRS = 30;

/**
 * Fetches quietly, once what the reader waits for is here, the answer that holds all others of a period, and keeps
 * it at hand: `useGrouped` finds it there. True once it is here, or cannot be had: until then other questions that
 * nobody waits for had better wait too.
 */
export function useWide(dataClient: DataClient, period: Period, isReady: boolean): boolean {
  const extent = currentData(useGrouped(dataClient, EXTENT_QUESTION));
  const { from, to } = period;
  const question = useMemo(
    () => (isReady && extent && isWhole(extent) ? wideQuestion(extent.cube, { from, to }) : null),
    [isReady, extent, from, to],
  );
  // A wider answer of an earlier period may hold this one.
  const wide = useQuietly(dataClient, useSource(question) ?? question);
  const { answer } = wide;
  const closingQuery = useMemo(() => answer && closingQuestionOf(answer.cube), [answer]);
  const closing = useQuietly(dataClient, closingQuery);
  if (!isReady || extent === null) return false;
  return question === null || (wide.isOver && (closingQuery === null || closing.isOver));
}

type Quiet = { answer: Answer | null; isOver: boolean };

function useQuietly(dataClient: DataClient, question: AggregateQuery | null): Quiet {
  const options = groupedOptions(dataClient, question ?? EXTENT_QUESTION, FEW_REPAIRS);
  const query = useQuery({ ...options, enabled: question !== null, meta: { isQuiet: true } });
  if (question === null) return { answer: null, isOver: false };
  return { answer: query.data && isWhole(query.data) ? query.data : null, isOver: query.isFetched };
}
