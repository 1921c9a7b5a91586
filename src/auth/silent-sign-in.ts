import { inTime } from "#lib/in-time.ts";
import type { Session } from "./session.ts";

/** MSAL times out earlier; a host's sign-in may never respond. */
const SILENT_WITHIN_MS = 10_000;

/**
 * Signs in silently if the provider knows the user and the browser allows it in a frame. Failure is ignored: pressing
 * the button shows the cause.
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

/** Stores the portal's login hint for the next sign-in and tries a silent one. */
export async function takeHint(session: Session, hint: string): Promise<void> {
  const { msal } = session;
  if (session.hint.text === hint) return;
  session.hint.text = hint;
  if (msal.getActiveAccount()) return;
  const known = msal.getAllAccounts().find(({ username }) => username.toLowerCase() === hint.toLowerCase());
  if (known) msal.setActiveAccount(known);
  else await signInSilently(session);
}
