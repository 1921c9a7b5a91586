import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { READING_PATH, type ReadingStatus, readReadingStatus } from "#config/reading-status.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import type { DataClient } from "./data-client.ts";
import { useDataClient } from "./data-client-context.tsx";
import { SHARED_OPTIONS } from "./shared-options.ts";

const KEY = ["reading"] as const;
/** Poll interval in ms while referrals are being read, and while waiting for the next check for changes. */
const SOON_MS = 1000;
const LATER_MS = 60_000;

/** Polls the server's progress in reading the Referrals API; null for other sources and before the first response. */
export function useReading(isSource: boolean): ReadingStatus | null {
  const dataClient = useDataClient();
  const { data } = useQuery({
    ...SHARED_OPTIONS,
    queryKey: KEY,
    queryFn: () => statusFrom(dataClient),
    enabled: isSource,
    refetchInterval: ({ state }) => (state.data?.isReading ? SOON_MS : LATER_MS),
  });
  return (isSource && data) || null;
}

/** Refetches all figures when the server has read more; use once per page. */
export function useFiguresOfReading(status: ReadingStatus | null): void {
  const queryClient = useQueryClient();
  const revision = status?.revision ?? 0;
  useEffect(() => {
    // Figures already fetched belong to the first revision or a later one.
    if (revision > 1) void invalidateFigures(queryClient);
  }, [queryClient, revision]);
}

/** Makes the server read everything again. */
export function useReadAgain(): () => void {
  const dataClient = useDataClient();
  const queryClient = useQueryClient();
  return () => {
    // A failure shows in the next poll.
    void statusFrom(dataClient, "POST")
      .then((status) => queryClient.setQueryData(KEY, status))
      .catch(() => queryClient.invalidateQueries({ queryKey: KEY }));
  };
}

function invalidateFigures(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
}

async function statusFrom({ callServer }: DataClient, method?: "POST"): Promise<ReadingStatus> {
  const status = readReadingStatus(await callServer(READING_PATH, method));
  if (status === null) throw new AnalyticsError({ kind: "bad-shape" });
  return status;
}
