import { InteractionRequiredAuthError } from "@azure/msal-browser";
import { readClaims } from "./claims.ts";
import type { StepUp } from "./reauthentication.ts";
import type { Session } from "./session.ts";

/** Why a call was refused: `kind` as the analytics contract names it, `claims` as in `WWW-Authenticate`. */
export type Challenge = { kind: string; claims?: string | null };

/**
 * The access token of the active account, renewed silently where needed; where the person is needed, it waits for
 * them. Null when nobody is signed in, or not now.
 * @throws MSAL's AuthError when the provider cannot be reached.
 */
export function currentToken(session: Session): Promise<string | null> {
  return silently(session, {}, { reason: "session", claims: null });
}

/**
 * A token for the call that was refused: renewed when the old one had expired, with the claims of a challenge,
 * or with the person's help when neither is enough. Null when there is none to be had.
 */
export function tokenAfter(session: Session, challenge: Challenge): Promise<string | null> {
  const claims = readClaims(challenge.claims ?? null);
  if (challenge.kind === "token-expired") {
    return silently(session, { forceRefresh: true }, { reason: "session", claims: null });
  }
  const step: StepUp = { reason: "proof", claims };
  return claims ? silently(session, { claims }, step) : session.reauthentication.ask(step);
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
    return reauthentication.ask(step);
  }
}

/** A hidden frame that gets no answer means the same as a refusal: only the person can help. */
function needsPerson(error: unknown): boolean {
  if (error instanceof InteractionRequiredAuthError) return true;
  const code = (Object(error) as { errorCode?: unknown }).errorCode;
  return code === "timed_out" || code === "invalid_grant";
}
