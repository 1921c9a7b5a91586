import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { AnalyticsError } from "#partner-center/errors.ts";

type Refused = { token: string; error: AnalyticsError };

/** The tokens of one person: which to use next, and the API's verdict on each. */
export type Tokens = {
  /** Adds a token from a browser, to be used next; returns whether the API has to judge it. */
  offer: (token: string) => boolean;
  /** The API's verdict: null for accepted, else the error. Waits for the first call with the token. */
  verdict: (token: string) => Promise<AnalyticsError | null>;
  /** The token for the next call; waits for another after a rejection. Rejects when the person leaves. */
  next: (refused: Refused | null) => Promise<string>;
  accept: (token: string) => void;
  /** The API is unreachable: waiting verdicts fail with this error. */
  giveUp: (error: AnalyticsError) => void;
  /** The API has withdrawn the person's rights: all tokens must be judged again. */
  distrust: () => void;
  /** Whether somebody waits for a verdict. */
  isAsked: () => boolean;
};

/** About a token's lifetime; rejections expire because they may have been mistakes of the API. */
const ACCEPTED = { max: 100, ttl: 2 * 60 * 60_000 };
const REFUSED = { max: 100, ttl: 60_000 };

export function createTokens(leaving: AbortSignal): Tokens {
  const accepted = new LRUCache<string, true>(ACCEPTED);
  const refused = new LRUCache<string, AnalyticsError>(REFUSED);
  const verdicts = createVerdicts();
  /** Tokens not used in a call yet, by digest; the newest last. */
  const unjudged = new Map<string, string>();
  let trusted: string | null = null;
  let go: ((token: string) => void) | null = null;

  return {
    offer(token) {
      const digest = digestOf(token);
      if (refused.has(digest)) return false;
      if (accepted.has(digest)) trusted = token;
      else unjudged.set(digest, token);
      go?.(token);
      go = null;
      return !accepted.has(digest);
    },
    verdict(token) {
      const digest = digestOf(token);
      const known = accepted.has(digest) ? null : refused.get(digest);
      if (known !== undefined) return Promise.resolve(known);
      return verdicts.wait(digest);
    },
    next(last) {
      if (last !== null) {
        const digest = digestOf(last.token);
        refused.set(digest, last.error);
        accepted.delete(digest);
        unjudged.delete(digest);
        if (trusted === last.token) trusted = null;
        verdicts.settle(digest, last.error);
      }
      const token = [...unjudged.values()].at(-1) ?? trusted;
      if (token !== null) return Promise.resolve(token);
      return new Promise((resolve, reject) => {
        go = resolve;
        leaving.addEventListener("abort", () => reject(leaving.reason), { once: true });
      });
    },
    accept(token) {
      trusted = token;
      unjudged.delete(digestOf(token));
      accepted.set(digestOf(token), true);
      verdicts.settle(digestOf(token), null);
    },
    giveUp(error) {
      unjudged.clear();
      verdicts.settleAll(error);
    },
    distrust() {
      trusted = null;
      accepted.clear();
    },
    isAsked: verdicts.isAsked,
  };
}

/** Promises of verdicts by token digest; null is acceptance. */
function createVerdicts() {
  const asking = new Map<string, Set<(verdict: AnalyticsError | null) => void>>();
  function settle(digest: string, verdict: AnalyticsError | null): void {
    const waiting = asking.get(digest) ?? [];
    asking.delete(digest);
    for (const resolve of waiting) resolve(verdict);
  }
  return {
    wait: (digest: string) =>
      new Promise<AnalyticsError | null>((resolve) => {
        asking.set(digest, (asking.get(digest) ?? new Set()).add(resolve));
      }),
    settle,
    settleAll(verdict: AnalyticsError): void {
      for (const digest of [...asking.keys()]) settle(digest, verdict);
    },
    isAsked: () => asking.size > 0,
  };
}

/** Tokens are remembered by digest only. */
function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
