/** As much of a `Worker` as is needed. */
export type WorkerPort = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/** The worker could not be started, or has failed: its work may be done elsewhere. */
export class WorkerFailed extends Error {
  override name = "WorkerFailed";
}

export type WorkerClient<Request, Reply> = {
  /** Rejects with `WorkerFailed` once the worker has failed. */
  send: (request: Request) => Promise<Reply>;
  /** Ends the worker, whatever it does; replies that were waited for do not come any more. */
  close: () => void;
};

/** Sends requests to a worker that replies to each of them, in their order. Requests are copied. */
export function createWorkerClient<Request, Reply>(port: WorkerPort): WorkerClient<Request, Reply> {
  const waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = [];
  let failed: WorkerFailed | null = null;
  const fail = () => {
    failed = new WorkerFailed("The worker failed.");
    for (const { reject } of waiting.splice(0)) reject(failed);
  };
  port.addEventListener("message", (event) => waiting.shift()?.resolve((event as MessageEvent<Reply>).data));
  port.addEventListener("error", fail);
  port.addEventListener("messageerror", fail);
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(failed);
        waiting.push({ resolve, reject });
        port.postMessage(request);
      }),
    close: () => port.terminate(),
  };
}

/** As the platform has it; the types of the DOM do not know it yet. */
type ScriptPolicies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

const trustedAddresses = new Map<string, string>();

/**
 * Starts a worker from a file of the build. `policy` is the policy of Trusted Types that the page's
 * Content-Security-Policy allows for it; it lets through this one file. @throws SecurityError where the page may start none.
 */
export function startWorker(address: string, policy: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  // A policy can be made once only.
  const trusted =
    trustedAddresses.get(policy) ??
    trustedTypes?.createPolicy(policy, { createScriptURL: () => address }).createScriptURL(address) ??
    address;
  trustedAddresses.set(policy, trusted);
  return new Worker(trusted, { type: "module", name: policy });
}
