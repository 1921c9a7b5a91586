import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import { AnalyticsError, badShape, serverTimeOf } from "#partner-center/errors.ts";
import { classifyFailure } from "#partner-center/failure.ts";
import { overNetwork } from "#partner-center/network.ts";
import { retryDelay } from "#partner-center/retry.ts";

/** A page of the API. `time`: its clock, or ours where it does not tell; ms since 1970 UTC. */
export type ApiPageResponse = { referrals: readonly object[]; nextLink: string | null; time: number };

export type PageCaller = {
  token: string;
  /** Waits for so many ms; rejects when reading is cancelled. */
  pause: (ms: number) => Promise<void>;
  signal: AbortSignal;
  timeoutMs: number;
  /** The platform's by default. */
  fetch?: typeof fetch;
};

const MAX_BYTES = 32 * 1024 * 1024;
const Page = v.object({
  value: v.array(v.record(v.string(), v.unknown())),
  "@odata.nextLink": v.nullish(v.string()),
});
/** Broken or invalid bodies may be fine on a retry. */
const RETRIED_KINDS: readonly string[] = ["network", "timeout", "html", "not-json", "bad-shape"];
const MAX_BROKEN = 4;

/** An abortable pause between retries. */
export function pauseWith(signal: AbortSignal): PageCaller["pause"] {
  return (ms) => wait(ms, undefined, { signal, ref: false });
}

/**
 * Fetches a page with retries: throttled as long as the API asks, network and server errors with back-off.
 * @throws AnalyticsError, or AbortError when reading is cancelled
 */
export async function callPage(url: string, caller: PageCaller): Promise<ApiPageResponse> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await callOnce(url, caller);
    } catch (error) {
      if (!(error instanceof AnalyticsError)) throw error;
      const delay = delayAfter(error, attempt);
      if (delay === null) throw error;
      await caller.pause(delay);
    }
  }
}

function delayAfter(error: AnalyticsError, attempt: number): number | null {
  const tried = { attempt, now: Date.now(), random: Math.random() };
  const isBroken = RETRIED_KINDS.includes(error.kind) && attempt < MAX_BROKEN;
  const network = new AnalyticsError({ kind: "network" }, {}, error);
  return retryDelay({ error: isBroken ? network : error, ...tried });
}

async function callOnce(url: string, caller: PageCaller): Promise<ApiPageResponse> {
  const { token, signal, timeoutMs, fetch: send = fetch } = caller;
  const headers = {
    Accept: "application/json",
    Authorization: `Bearer ${token}`,
    "client-request-id": crypto.randomUUID(),
  };
  const response = await overNetwork(send, timeoutMs)(url, { headers, signal, redirect: "manual" });
  const tooLarge = Number(response.headers.get("Content-Length") ?? 0) > MAX_BYTES;
  if (tooLarge) {
    await response.body?.cancel();
    throw badShape("A page of the API is larger than 32 MB.");
  }
  const text = new TextDecoder().decode(await response.arrayBuffer());
  if (!response.ok) throw failureOf(response, text);
  return { ...readPage(text), time: serverTimeOf(response.headers) ?? Date.now() };
}

/** Conditional Access requests further authentication by a 403, in its documented spelling. */
function failureOf({ status, headers }: Response, text: string): AnalyticsError {
  const error = classifyFailure(status, headers, text);
  const isChallenge = status === 403 && /^insuffici?ent_?claims$/i.test(error.call.code ?? "");
  return isChallenge ? classifyFailure(401, withChallenge(headers), text) : error;
}

function withChallenge(headers: Headers): Headers {
  const changed = new Headers(headers);
  if (!/insufficient_claims/i.test(headers.get("WWW-Authenticate") ?? ""))
    changed.set("WWW-Authenticate", 'Bearer error="insufficient_claims"');
  return changed;
}

/** @throws AnalyticsError */
function readPage(text: string): Omit<ApiPageResponse, "time"> {
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (bare.startsWith("<")) throw new AnalyticsError({ kind: "html" });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Page), bare);
  if (!read.success) throw badShape(`A page of the API is not what it should be: ${read.issues[0].message}`);
  return { referrals: read.output.value, nextLink: read.output["@odata.nextLink"] || null };
}
