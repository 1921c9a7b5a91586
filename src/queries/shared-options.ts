/** Older results are refetched on mount and when the network returns. */
export const FRESH_FOR_MS = 5 * 60_000;

/**
 * Defaults of all queries. The request queue retries and waits for the network itself; structural sharing does not help
 * with typed arrays.
 */
export const SHARED_OPTIONS = {
  staleTime: FRESH_FOR_MS,
  retry: false,
  networkMode: "always",
  // Off by default in this network mode.
  refetchOnReconnect: true,
  structuralSharing: false,
} as const;
