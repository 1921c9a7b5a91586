import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Period } from "#referrals/period.ts";
import { type Answer, isWhole } from "./answer.ts";
import type { DataClient } from "./data-client.ts";
import { groupedOptions } from "./grouped-options.ts";
import { currentData } from "./query-state.ts";
import { EXTENT_QUERY } from "./query-builders.ts";
import { closingQueryFor } from "./stages.ts";
import { useGrouped, useSource } from "./use-grouped.ts";
import { supersetQuery } from "./wide.ts";

/** A cut answer that nobody waits for is worth no more questions than these. */
const FEW_REPAIRS = 30;

/**
 * Fetches quietly, once what the reader waits for is here, the answer that holds all others of a period, and keeps
 * it at hand: `useGrouped` finds it there. True once it is here, or cannot be had: until then other questions that
 * nobody waits for had better wait too.
 */
export function useWide(dataClient: DataClient, period: Period, isReady: boolean): boolean {
  const extent = currentData(useGrouped(dataClient, EXTENT_QUERY));
  const { from, to } = period;
  const query = useMemo(
    () => (isReady && extent && isWhole(extent) ? supersetQuery(extent.cube, { from, to }) : null),
    [isReady, extent, from, to],
  );
  // A wider answer of an earlier period may hold this one.
  const wide = useQuietly(dataClient, useSource(query) ?? query);
  const { answer } = wide;
  const closingQuery = useMemo(() => answer && closingQueryFor(answer.cube), [answer]);
  const closing = useQuietly(dataClient, closingQuery);
  if (!isReady || extent === null) return false;
  return query === null || (wide.isOver && (closingQuery === null || closing.isOver));
}

type Quiet = { answer: Answer | null; isOver: boolean };

function useQuietly(dataClient: DataClient, query: AggregateQuery | null): Quiet {
  const options = groupedOptions(dataClient, query ?? EXTENT_QUERY, FEW_REPAIRS);
  const result = useQuery({ ...options, enabled: query !== null, meta: { isQuiet: true } });
  if (query === null) return { answer: null, isOver: false };
  return { answer: result.data && isWhole(result.data) ? result.data : null, isOver: result.isFetched };
}
