import type { AccountInfo } from "@azure/msal-browser";
import { READING_PATH } from "#config/reading-status.ts";
import { inSite } from "#lib/base-path.ts";
import { inTime } from "#lib/in-time.ts";
import { isFramed } from "./framed.ts";
import { viewOf } from "./own-view.ts";
import type { Session } from "./session.ts";
import { announceSignOut } from "./sign-out-elsewhere.ts";

/**
 * Redirects to the identity provider and returns to the current view; in a frame, uses a pop-up instead.
 * @throws MSAL's AuthError
 */
export function signIn(session: Session): Promise<void> {
  return begin(session, {});
}

/** Signs in with the provider's account picker; cached figures are dropped when another account returns. */
export function signInAsAnother(session: Session): Promise<void> {
  return begin(session, { prompt: "select_account" });
}

async function begin(session: Session, options: { prompt?: string }): Promise<void> {
  const { msal, scopes, hint } = session;
  const loginHint = options.prompt === undefined && hint.text ? { loginHint: hint.text } : {};
  const request = { scopes, ...loginHint, ...options };
  if (!isFramed()) {
    endInteraction();
    return msal.loginRedirect({ ...request, state: viewOf(location) });
  }
  // A pop-up that was left open must not block this attempt.
  const { account } = await msal.loginPopup({ ...request, overrideInteractionInProgress: true });
  goOnAs(session, account);
}

/** Switches to another account that has signed in in this tab. */
export function switchTo(session: Session, account: AccountInfo): void {
  session.reauthentication.settle(null);
  goOnAs(session, account);
}

function goOnAs({ msal, forget }: Session, account: AccountInfo): void {
  if (account.homeAccountId !== msal.getActiveAccount()?.homeAccountId) forget();
  msal.setActiveAccount(account);
}

const FORGET_WITHIN_MS = 2000;

/** Deletes what the server has read for this account. */
async function forgetOnServer({ msal, scopes }: Session, account: AccountInfo): Promise<void> {
  const { accessToken } = await msal.acquireTokenSilent({ scopes, account });
  const headers = { Authorization: `Bearer ${accessToken}` };
  await fetch(inSite(READING_PATH), { method: "DELETE", headers, keepalive: true, redirect: "error" });
}

/** Signs out here, in other tabs and at the provider; deletes tokens and figures before leaving the page. */
export async function signOut(session: Session, account: AccountInfo): Promise<void> {
  const { msal, forget, reauthentication } = session;
  reauthentication.settle(null);
  forget();
  // Failure is ignored: the server forgets by itself after a while, and sign-out must not be blocked.
  if (session.isKeptOnServer)
    await inTime(forgetOnServer(session, account), FORGET_WITHIN_MS).catch(() => undefined);
  endInteraction();
  announceSignOut(account.homeAccountId);
  if (isFramed()) await msal.logoutPopup({ account });
  else await msal.logoutRedirect({ account });
}

/** The display name of an account, else its sign-in name. */
export function accountName({ name, username }: Pick<AccountInfo, "name" | "username">): string {
  return name?.trim() || username;
}

/** The domain of the sign-in name, which people know, else the tenant id. */
export function tenantName({ username, tenantId }: Pick<AccountInfo, "username" | "tenantId">): string {
  return /@([^@\s]+)$/.exec(username)?.[1] ?? tenantId;
}

/**
 * Resets MSAL's state of a pop-up that was closed or left open: for minutes MSAL would allow only another pop-up, but
 * no redirect or sign-out. The key is MSAL's (`INTERACTION_STATUS_KEY`).
 */
export function endInteraction(): void {
  try {
    sessionStorage.removeItem("msal.interaction.status");
  } catch {
    // Where storage is blocked for framed pages, MSAL keeps the state in memory.
  }
}
