import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { createObservable, useObservable } from "#lib/observable.ts";
import { createRecentMap, type RecentMap } from "#lib/recent-map.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { withDeals } from "#records/deal-columns.ts";
import type { DataClient } from "./data-client.ts";
import { useDataClient } from "./data-client-context.tsx";
import {
  type DownloadProgress,
  downloadFields,
  downloadRecords,
  type RecordsDownload,
  startDownload,
} from "./download-records.ts";
import { refetchFailed } from "./query-cache.ts";
import type { QueryState } from "./query-state.ts";
import { SHARED_OPTIONS } from "./shared-options.ts";

/** All records of a filter that paging returned; `time` is when the last arrived, ms since 1970 UTC. */
export type RecordsResult = { table: RecordTable; total: number | null; time: number };

export type RecordsState = {
  state: QueryState<RecordsResult>;
  /** Null unless downloading. */
  progress: DownloadProgress | null;
  /** Stopped by the user; `resume` continues after the last page. */
  isStopped: boolean;
  stop: () => void;
  resume: () => void;
};

type Download = {
  run: RecordsDownload;
  progress: ReturnType<typeof createObservable<DownloadProgress | null>>;
};

/** As many as a user comes back to; each may hold all records. */
const MAX_KEPT = 4;

// Keeps failed and stopped downloads, so that the next attempt continues them.
const downloads = new WeakMap<DataClient, RecentMap<Download>>();

function downloadOf(dataClient: DataClient, name: string): Download {
  const known = downloads.get(dataClient) ?? createRecentMap(MAX_KEPT);
  downloads.set(dataClient, known);
  const download = known.get(name) ?? {
    run: startDownload(),
    progress: createObservable<DownloadProgress | null>(null),
  };
  known.set(name, download);
  return download;
}

/** All records of a filter; null is no restriction. Refetched only when the user requests newer data. */
export function recordsOptions(dataClient: DataClient, filter: Filter | null) {
  const name = filter ? printFilter(filter) : "";
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: ["records", dataClient.extraFilter, name] as const,
    queryFn: async ({ signal }): Promise<RecordsResult> => {
      const { run, progress } = downloadOf(dataClient, name);
      const { client, fetchFields } = dataClient;
      const [{ table, total }, fields] = await Promise.all([
        downloadRecords(client, filter, run, { signal, onProgress: progress.set }),
        fetchFields && downloadFields(fetchFields, filter, signal),
      ]);
      downloads.get(dataClient)?.delete(name);
      return { table: fields ? withDeals(table, fields) : table, total, time: dataClient.now() };
    },
  });
}

/** Downloads the records of a filter with progress; `undefined` fetches nothing. */
export function useRecords(filter: Filter | null | undefined): RecordsState {
  const dataClient = useDataClient();
  const queryClient = useQueryClient();
  const options = recordsOptions(dataClient, filter ?? null);
  const result = useQuery({ ...options, enabled: filter !== undefined });
  const { progress } = downloadOf(dataClient, options.queryKey[2]);
  const soFar = useObservable(progress);
  return {
    state: queryStateOf(result, () => refetchFailed(queryClient)),
    progress: result.isFetching ? soFar : null,
    isStopped: filter !== undefined && result.isPending && !result.isFetching,
    stop: () => void queryClient.cancelQueries({ queryKey: options.queryKey }),
    resume: () => void result.refetch(),
  };
}

type Queried = { data: RecordsResult | undefined; error: Error | null };

function queryStateOf({ data, error }: Queried, retry: () => void): QueryState<RecordsResult> {
  if (data) return { kind: "success", value: data, isPlaceholder: false, refreshError: error };
  return error ? { kind: "error", error, retry } : { kind: "pending" };
}
