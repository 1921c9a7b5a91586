/** The part of `Worker` that the client uses. */
export type WorkerPort = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/** The worker could not be started or has crashed; the caller may do the work itself. */
export class WorkerFailed extends Error {
  override name = "WorkerFailed";
}

export type WorkerClient<Request, Reply> = {
  /** @throws WorkerFailed once the worker has failed */
  send: (request: Request) => Promise<Reply>;
  /** Terminates the worker; pending replies never arrive. */
  close: () => void;
};

/** Sends requests to a worker that replies to each, in order. Requests are copied, not transferred. */
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

/** Trusted Types, which TypeScript's DOM library does not declare yet. */
type ScriptPolicies = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

const trustedAddresses = new Map<string, string>();

/**
 * Starts a worker from a file of the build. `policy` names the Trusted Types policy that the Content-Security-Policy
 * allows; it accepts this file only.
 * @throws SecurityError where workers are blocked
 */
export function startWorker(address: string, policy: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  // A Trusted Types policy can be created only once.
  const trusted =
    trustedAddresses.get(policy) ??
    trustedTypes?.createPolicy(policy, { createScriptURL: () => address }).createScriptURL(address) ??
    address;
  trustedAddresses.set(policy, trusted);
  return new Worker(trusted, { type: "module", name: policy });
}
