import { createObservable, type Observable } from "#lib/observable.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { classifyFailure } from "#partner-center/failure.ts";
import { overNetwork } from "#partner-center/network.ts";
import { retryDelay } from "#partner-center/retry.ts";
import type { CallLog } from "./call-log.ts";
import type { Environment } from "./environment.ts";

export type RequestQueue = { fetch: typeof fetch; state: Observable<QueueState> };

type Request = Parameters<typeof fetch>;

/** The outcome of one attempt; `error` is set unless it succeeded, `response` if one arrived. */
type Try = { response: Response | null; error: AnalyticsError | null; bytes: number };

/** Small bursts, because Partner Center throttles per tenant. */
const CALLS_AT_ONCE = 2;

/**
 * Reads the body while the call holds its slot: a connection lost midway counts as a network failure.
 * @throws anything but network errors: aborts and programming errors
 */
async function tryOnce(send: typeof fetch, request: Request): Promise<Try> {
  try {
    return await bufferResponse(await send(...request));
  } catch (error) {
    if (error instanceof AnalyticsError) return { response: null, error, bytes: 0 };
    throw error;
  }
}

async function bufferResponse(received: Response): Promise<Try> {
  const body = await received.arrayBuffer();
  const { status, statusText, headers } = received;
  const response = new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  // Returns the bytes read above instead of a copy.
  response.arrayBuffer = () => Promise.resolve(body);
  const text = () => new TextDecoder().decode(body);
  const error = received.ok ? null : classifyFailure(status, headers, text());
  return { response, error, bytes: body.byteLength };
}

/** A failure of the whole service rather than of one query: all calls wait. */
function concernsAll({ problem }: AnalyticsError): boolean {
  return problem.kind === "throttled" || ("retryAfter" in problem && problem.retryAfter !== null);
}

function settle({ response, error }: Try): Response {
  if (response) return response;
  throw error;
}

/** Admits some calls at a time, none while a failure holds them all. */
function createTurns(environment: Environment, waits: WaitTracker, atOnce: number) {
  const semaphore = createSemaphore(atOnce);
  let heldUntil = 0;
  return {
    /** Waits for a slot; returns the function that frees it. */
    async enter(signal: AbortSignal | null): Promise<() => void> {
      for (;;) {
        if (heldUntil > environment.now()) await waits.until(heldUntil, signal);
        const leave = await semaphore.take(signal);
        if (heldUntil <= environment.now()) return leave;
        leave();
      }
    },
    /** Waits as long as a failure demands; false when there is to be no further retry. */
    async waitAfter(error: AnalyticsError, attempt: number, signal: AbortSignal | null): Promise<boolean> {
      const now = environment.now();
      const delay = retryDelay({ error, attempt, now, random: environment.random() });
      if (delay === null) return false;
      if (concernsAll(error)) heldUntil = Math.max(heldUntil, now + delay);
      await waits.until(now + delay, signal);
      return true;
    },
  };
}

/**
 * A `fetch` through which all requests to the service go, `atOnce` at a time: retries with the same headers by the rules
 * of the contract; 429 or Retry-After holds all calls; waits while offline. An aborted call leaves at once.
 */
export function createRequestQueue(
  fetch: typeof globalThis.fetch,
  environment: Environment,
  log: CallLog,
  atOnce = CALLS_AT_ONCE,
): RequestQueue {
  const send = overNetwork(fetch);
  const waits = createWaitTracker(environment);
  const turns = createTurns(environment, waits, atOnce);

  async function untilSettled(request: Request, note: ReturnType<CallLog["begin"]>): Promise<Try> {
    const signal = request[1]?.signal ?? null;
    let attempt = 0;
    for (let tries = 1; ; tries++) {
      const leave = await turns.enter(signal);
      note({ tries });
      const tried = await tryOnce(send, request).finally(leave);
      note({ status: tried.response?.status ?? null, bytes: tried.bytes });
      signal?.throwIfAborted();
      if (tried.error === null) return tried;
      // Attempts made offline are not counted.
      if (tried.response === null && environment.isOffline()) await waits.forNetwork(signal);
      else if (!(await turns.waitAfter(tried.error, attempt++, signal))) return tried;
    }
  }

  async function call(...request: Request): Promise<Response> {
    const start = environment.now();
    const note = log.begin(String(request[0]), start);
    try {
      const tried = await untilSettled(request, note);
      note({ ending: tried.response?.ok ? "answered" : "failed" });
      return settle(tried);
    } catch (error) {
      note({ ending: request[1]?.signal?.aborted ? "cancelled" : "failed" });
      throw error;
    } finally {
      note({ ms: environment.now() - start });
    }
  }

  return { fetch: call, state: waits.state };
}

/** `until`: time of the next retry, ms since 1970 UTC. */
type QueueState = { kind: "open" } | { kind: "waiting"; until: number } | { kind: "offline" };

/** Keeps track of who waits and derives the state shown on screen. */
type WaitTracker = {
  state: Observable<QueueState>;
  /** Waits until an instant. @throws the signal's reason when aborted */
  until: (instant: number, signal: AbortSignal | null) => Promise<void>;
  /** Waits until the network is back. @throws the signal's reason when aborted */
  forNetwork: (signal: AbortSignal | null) => Promise<void>;
};

type Wait = { until: number };

function createWaitTracker(environment: Environment): WaitTracker {
  const state = createObservable<QueueState>({ kind: "open" });
  const waiting = new Set<Wait>();

  function publish(): void {
    const until = [...waiting].map((wait) => wait.until);
    if (until.length === 0) state.set({ kind: "open" });
    else if (until.includes(Number.POSITIVE_INFINITY)) state.set({ kind: "offline" });
    else state.set({ kind: "waiting", until: Math.max(...until) });
  }

  async function during(until: number, wait: Promise<void>): Promise<void> {
    const mine = { until };
    waiting.add(mine);
    publish();
    try {
      await wait;
    } finally {
      waiting.delete(mine);
      publish();
    }
  }

  return {
    state,
    until: (instant, signal) => during(instant, environment.sleep(instant - environment.now(), signal)),
    forNetwork: (signal) => during(Number.POSITIVE_INFINITY, environment.untilOnline(signal)),
  };
}

/** Limits concurrent holders; others wait in order of arrival. */
type Semaphore = {
  /** Waits for a free slot and returns its release function. @throws the signal's reason when aborted */
  take(signal: AbortSignal | null): Promise<() => void>;
};

function createSemaphore(size: number): Semaphore {
  const queue: (() => void)[] = [];
  let free = size;

  function release(): void {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }

  function wait(signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1);
        reject(signal?.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      queue.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      if (free > 0) free -= 1;
      else await wait(signal);
      let isTaken = true;
      return () => {
        if (isTaken) release();
        isTaken = false;
      };
    },
  };
}
