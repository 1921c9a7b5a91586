import { type Query, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

const IS_LOUD = { predicate: ({ meta }: Query) => meta?.isQuiet !== true };

/**
 * Whether the user waits for a fetch. Only changes of this flag are reported: the number of fetches would re-render at
 * every call and interrupt deferred renders.
 */
export function useIsBusy(): boolean {
  const queryClient = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  );
  return useSyncExternalStore(subscribe, () => queryClient.isFetching(IS_LOUD) > 0);
}
