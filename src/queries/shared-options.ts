/** An answer is asked for again, when somebody looks at it anew or the network is back, once it is older than this. */
export const FRESH_FOR_MS = 5 * 60_000;

/** What all queries have in common. The request queue tries again and waits for the network itself; typed arrays share nothing. */
export const SHARED_OPTIONS = {
  staleTime: FRESH_FOR_MS,
  retry: false,
  networkMode: "always",
  // Off by default in this mode.
  refetchOnReconnect: true,
  structuralSharing: false,
} as const;
