import { inTime } from "#lib/in-time.ts";
import type { Session } from "./session.ts";

/** MSAL ends its own tries before; a host that lends its sign-in may leave one unanswered. */
const SILENT_WITHIN_MS = 10_000;

/**
 * Signs in without a word where the provider knows the person and the browser lets a frame ask it. Nothing else
 * happens where it does not: the button says what stands in the way when it is pressed.
 */
export async function signInSilently({ msal, scopes, hint }: Session): Promise<void> {
  if (msal.getActiveAccount()) return;
  try {
    const asked = msal.ssoSilent({ scopes, ...(hint.text ? { loginHint: hint.text } : {}) });
    const { account } = await inTime(asked, SILENT_WITHIN_MS);
    msal.setActiveAccount(account);
  } catch {
    // Third-party cookies are blocked, or nobody is signed in.
  }
}

/** Takes the portal's word for who is reading, for the next sign-in, and tries once whether it is enough. */
export async function takeHint(session: Session, hint: string): Promise<void> {
  const { msal } = session;
  if (session.hint.text === hint) return;
  session.hint.text = hint;
  if (msal.getActiveAccount()) return;
  const known = msal.getAllAccounts().find(({ username }) => username.toLowerCase() === hint.toLowerCase());
  if (known) msal.setActiveAccount(known);
  else await signInSilently(session);
}
