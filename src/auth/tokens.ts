import { InteractionRequiredAuthError } from "@azure/msal-browser";
import type { StepUp } from "./reauthentication.ts";
import type { Session } from "./session.ts";

/** Why a call was rejected: `kind` as in the analytics contract, `claims` as in `WWW-Authenticate`. */
export type Challenge = { kind: string; claims?: string | null };

/**
 * The access token of the active account, renewed silently; waits for the user where interaction is required. Null when
 * nobody is signed in, or the user declined.
 * @throws MSAL's AuthError when the provider is unreachable
 */
export function currentToken(session: Session): Promise<string | null> {
  return silently(session, {}, { reason: "session", claims: null });
}

/**
 * A new token after a rejected call: renewed if expired, with the claims of a challenge, or by interaction when neither
 * is enough. Null when there is none.
 */
export function tokenAfter(session: Session, challenge: Challenge): Promise<string | null> {
  const claims = readClaims(challenge.claims ?? null);
  if (challenge.kind === "token-expired") {
    return silently(session, { forceRefresh: true }, { reason: "session", claims: null });
  }
  const step: StepUp = { reason: "proof", claims };
  return claims ? silently(session, { claims }, step) : session.reauthentication.request(step);
}

async function silently(
  { msal, scopes, reauthentication }: Session,
  options: { forceRefresh?: boolean; claims?: string },
  step: StepUp,
): Promise<string | null> {
  const account = msal.getActiveAccount();
  if (!account) return null;
  try {
    const { accessToken } = await msal.acquireTokenSilent({ scopes, account, ...options });
    return accessToken;
  } catch (error) {
    if (!needsPerson(error)) throw error;
    return reauthentication.request(step);
  }
}

/** A time-out of the hidden frame means the same as a rejection: interaction is required. */
function needsPerson(error: unknown): boolean {
  if (error instanceof InteractionRequiredAuthError) return true;
  const code = (Object(error) as { errorCode?: unknown }).errorCode;
  return code === "timed_out" || code === "invalid_grant";
}

/**
 * Decodes the claims of a challenge (base64, base64url or plain) to the JSON text that MSAL expects; null when invalid.
 */
export function readClaims(challenge: string | null): string | null {
  if (!challenge) return null;
  return jsonObject(challenge) ?? jsonObject(decoded(challenge));
}

function decoded(text: string): string {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return "";
  }
}

function jsonObject(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? text : null;
  } catch {
    return null;
  }
}
