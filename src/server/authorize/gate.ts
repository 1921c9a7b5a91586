import { createHash } from "node:crypto";
import { readBearer } from "./bearer.ts";
import type { Refusal } from "./refusal.ts";
import type { User } from "./user.ts";
import { type TokenRules, verifyToken } from "./verify-token.ts";

/** Somebody let in: who it is as far as known, and a key to count the calls by. */
export type Admitted = { user: User; key: string };
/** Decides over the Authorization headers of a call. */
export type Gate = (headers: readonly string[]) => Promise<Admitted | { refusal: Refusal }>;

const EVERYONE: User = { oid: "", name: "", markets: null };

/** Lets everybody in: sign-in is off, and the server listens on this machine only. */
export const openGate: Gate = async () => ({ user: EVERYONE, key: "everyone" });

/** Lets in whom a token of Entra ID proves, and nobody else. */
export function tokenGate(rules: TokenRules): Gate {
  return async (headers) => {
    const verdict = await verifyToken(headers, rules);
    return verdict.ok ? { user: verdict.user, key: verdict.user.oid } : { refusal: verdict.refusal };
  };
}

/**
 * Lets in every call with something like a token, for Partner Center to judge: only the service that a token was
 * issued for can. The key is a digest of the token, since its claims are not proven here.
 */
export const forwardingGate: Gate = async (headers) => {
  const bearer = readBearer(headers);
  if (!bearer.ok) return { refusal: bearer.refusal };
  return { user: EVERYONE, key: createHash("sha256").update(bearer.token).digest("base64url") };
};
