import { AnalyticsError } from "./errors.ts";

/**
 * A `fetch` that tells what keeps an answer from coming, or breaks it off, in the terms of the contract: nothing but
 * its own failures is taken for the network. A cancelled call stays what the platform made of it.
 */
export function overNetwork(send: typeof fetch): typeof fetch {
  return async (...request) => {
    const signal = request[1]?.signal ?? null;
    const response = await told(signal, () => send(...request));
    const read = response.arrayBuffer.bind(response);
    response.arrayBuffer = () => told(signal, read);
    return response;
  };
}

async function told<T>(signal: AbortSignal | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted || error instanceof AnalyticsError) throw error;
    throw new AnalyticsError({ kind: "network" }, {}, error);
  }
}
