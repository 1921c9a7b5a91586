import { AnalyticsError } from "./errors.ts";

/** For a call with its whole answer. The dashboard's own server gives up on Partner Center after 60 s. */
const MAX_CALL_MS = 120_000;

/**
 * A `fetch` that tells what keeps an answer from coming, or breaks it off, in the terms of the contract: nothing but
 * its own failures is taken for the network. A call that takes longer than `maxMs` ends as a time-out; a cancelled call
 * stays what the platform made of it.
 */
export function overNetwork(send: typeof fetch, maxMs = MAX_CALL_MS): typeof fetch {
  return async (target, options) => {
    const caller = options?.signal ?? null;
    const limit = AbortSignal.timeout(maxMs);
    const signal = caller === null ? limit : AbortSignal.any([caller, limit]);
    const response = await told({ caller, limit }, () => send(target, { ...options, signal }));
    const read = response.arrayBuffer.bind(response);
    response.arrayBuffer = () => told({ caller, limit }, read);
    return response;
  };
}

type Ends = { caller: AbortSignal | null; limit: AbortSignal };

async function told<T>({ caller, limit }: Ends, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (caller?.aborted || error instanceof AnalyticsError) throw error;
    throw new AnalyticsError({ kind: limit.aborted ? "timeout" : "network" }, {}, error);
  }
}
