import { createHash } from "node:crypto";
import { decodeJwt } from "jose";
import { LRUCache } from "lru-cache";
import type { Refusal } from "./refusal.ts";
import type { User } from "./user.ts";
import { readBearer, type TokenRules, verifyToken } from "./verify-token.ts";

/**
 * An admitted caller: the user as far as known, and the rate-limit key, null while the person is unproven. `accepted`
 * is called once the service that validates the token has accepted it.
 */
export type Admitted = { user: User; person: string | null; accepted?: () => void };
/** Judges the Authorization headers of a call. */
export type Authorize = (headers: readonly string[]) => Promise<Admitted | { refusal: Refusal }>;

const EVERYONE: User = { oid: "", name: "", markets: null };

/** Admits everyone: sign-in is off, and the server listens on this machine only. */
export const authorizeEverybody: Authorize = async () => ({ user: EVERYONE, person: "everyone" });

/** Admits only callers with a valid token of Entra ID. */
export function authorizeByToken(rules: TokenRules): Authorize {
  return async (headers) => {
    const verdict = await verifyToken(headers, rules);
    return verdict.ok ? { user: verdict.user, person: verdict.user.oid } : { refusal: verdict.refusal };
  };
}

/** Number of tokens whose person is remembered, and for how long: about a token's lifetime. */
const REMEMBERED = { max: 10_000, ttl: 60 * 60_000 };

/**
 * Admits every call with a well-formed token, because only Partner Center can validate its tokens. Claims identify a
 * person once Partner Center has accepted the token; until then they may be forged.
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

/** The account's object id, equal in all its tokens; null where missing. */
function personOf(token: string): string | null {
  try {
    const { oid } = decodeJwt(token);
    return typeof oid === "string" ? oid : null;
  } catch {
    return null;
  }
}
