import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type FileData, readFileData } from "#config/app-config.ts";
import { SOURCE_PATH } from "#config/source-facts.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { useDataClient } from "./data-client-context.tsx";
import type { QueryState } from "./query-state.ts";
import { SHARED_OPTIONS } from "./shared-options.ts";

const KEY = ["file-data"] as const;
/** Poll interval for newer files. */
const LOOK_MS = 60_000;

/**
 * Polls the service's file details after sign-in; figures are refetched after a reload. `first` comes from the
 * settings.
 */
export function useFileData(first: FileData | null): QueryState<FileData> {
  const { callServer } = useDataClient();
  const { data, error, refetch } = useQuery({
    ...SHARED_OPTIONS,
    structuralSharing: true,
    queryKey: KEY,
    refetchInterval: LOOK_MS,
    ...(first && { initialData: first }),
    queryFn: async () => {
      const fileData = readFileData(await callServer(SOURCE_PATH));
      if (fileData === null) throw new AnalyticsError({ kind: "bad-shape" });
      return fileData;
    },
  });
  useFiguresOf(data?.read?.at);
  if (data) return { kind: "success", value: data, isPlaceholder: false, refreshError: error };
  return error ? { kind: "error", error, retry: () => void refetch() } : { kind: "pending" };
}

/** Refetches all figures when `readAt` changes. */
function useFiguresOf(readAt: number | undefined): void {
  const queryClient = useQueryClient();
  const last = useRef(readAt);
  useEffect(() => {
    if (last.current !== undefined && last.current !== readAt)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
    last.current = readAt;
  }, [queryClient, readAt]);
}
