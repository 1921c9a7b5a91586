import { useQuery } from "@tanstack/react-query";
import { type FileData, readFileData } from "#config/app-config.ts";
import { SOURCE_PATH } from "#config/source-facts.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { useDataClient } from "./data-client-context.tsx";
import type { QueryState } from "./query-state.ts";
import { SHARED_OPTIONS } from "./shared-options.ts";

/** What the service tells somebody who is signed in of its files. */
export function useFileData(): QueryState<FileData> {
  const { callServer } = useDataClient();
  const { data, error, refetch } = useQuery({
    ...SHARED_OPTIONS,
    structuralSharing: true,
    queryKey: ["file-data"],
    queryFn: async () => {
      const told = readFileData(await callServer(SOURCE_PATH));
      if (told === null) throw new AnalyticsError({ kind: "bad-shape" });
      return told;
    },
  });
  if (data) return { kind: "success", value: data, isPlaceholder: false, refreshError: error };
  return error ? { kind: "error", error, retry: () => void refetch() } : { kind: "pending" };
}
