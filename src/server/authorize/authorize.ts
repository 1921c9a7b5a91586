import { createHash } from "node:crypto";
import { decodeJwt } from "jose";
import { LRUCache } from "lru-cache";
import { readBearer } from "./bearer.ts";
import type { Refusal } from "./refusal.ts";
import type { User } from "./user.ts";
import { type TokenRules, verifyToken } from "./verify-token.ts";

/**
 * Somebody let in: who it is as far as known, and the person to count the calls by, null while that is not proven.
 * `accepted` is called when the service that judges the token has accepted it.
 */
export type Admitted = { user: User; person: string | null; accepted?: () => void };
/** Decides over the Authorization headers of a call. */
export type Authorize = (headers: readonly string[]) => Promise<Admitted | { refusal: Refusal }>;

const EVERYONE: User = { oid: "", name: "", markets: null };

/** Lets everybody in: sign-in is off, and the server listens on this machine only. */
export const authorizeEverybody: Authorize = async () => ({ user: EVERYONE, person: "everyone" });

/** Lets in whom a token of Entra ID proves, and nobody else. */
export function authorizeByToken(rules: TokenRules): Authorize {
  return async (headers) => {
    const verdict = await verifyToken(headers, rules);
    return verdict.ok ? { user: verdict.user, person: verdict.user.oid } : { refusal: verdict.refusal };
  };
}

/** Tokens whose person is remembered, and for how long: about as long as one is good for. */
const REMEMBERED = { max: 10_000, ttl: 60 * 60_000 };

/**
 * Lets in every call with something like a token, for Partner Center to judge: only the service that a token was
 * issued for can. Its claims name a person once Partner Center has accepted it; until then anybody may have made it up.
 */
export function authorizeByForwarding(): Authorize {
  const persons = new LRUCache<string, string>(REMEMBERED);
  return async (headers) => {
    const bearer = readBearer(headers);
    if (!bearer.ok) return { refusal: bearer.refusal };
    const digest = createHash("sha256").update(bearer.token).digest("base64url");
    const accepted = (): void => {
      persons.set(digest, personOf(bearer.token) ?? digest);
    };
    return { user: EVERYONE, person: persons.get(digest) ?? null, accepted };
  };
}

/** The object id of the account, which is the same in all its tokens; null where the token tells none. */
function personOf(token: string): string | null {
  try {
    const { oid } = decodeJwt(token);
    return typeof oid === "string" ? oid : null;
  } catch {
    return null;
  }
}
