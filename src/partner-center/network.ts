import { AnalyticsError } from "./errors.ts";

/** Time-out of a call including its body. Our server gives up on Partner Center after 60 s. */
const MAX_CALL_MS = 120_000;

/**
 * A `fetch` that throws network failures, including while reading the body, as AnalyticsError; other errors pass
 * through. A call longer than `maxMs` fails as a time-out; aborts stay the platform's.
 */
export function overNetwork(send: typeof fetch, maxMs = MAX_CALL_MS): typeof fetch {
  return async (target, options) => {
    const caller = options?.signal ?? null;
    const limit = AbortSignal.timeout(maxMs);
    const signal = caller === null ? limit : AbortSignal.any([caller, limit]);
    const response = await asAnalyticsError({ caller, limit }, () => send(target, { ...options, signal }));
    const read = response.arrayBuffer.bind(response);
    response.arrayBuffer = () => asAnalyticsError({ caller, limit }, read);
    return response;
  };
}

type Ends = { caller: AbortSignal | null; limit: AbortSignal };

async function asAnalyticsError<T>({ caller, limit }: Ends, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (caller?.aborted || error instanceof AnalyticsError) throw error;
    throw new AnalyticsError({ kind: limit.aborted ? "timeout" : "network" }, {}, error);
  }
}
