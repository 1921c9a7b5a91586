import { type Query, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

const IS_LOUD = { predicate: ({ meta }: Query) => meta?.isQuiet !== true };

/**
 * Whether something is being fetched that the reader waits for. Told when that changes alone: to tell how many there
 * are would draw anew at every call, and break off what is being drawn.
 */
export function useIsBusy(): boolean {
  const queryClient = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  );
  return useSyncExternalStore(subscribe, () => queryClient.isFetching(IS_LOUD) > 0);
}
