import type { AccountInfo } from "@azure/msal-browser";
import { READING_PATH } from "#config/reading-status.ts";
import { inTime } from "#lib/in-time.ts";
import { endInteraction } from "./end-interaction.ts";
import { isFramed } from "./framed.ts";
import { viewOf } from "./own-view.ts";
import type { Session } from "./session.ts";
import { announceSignOut } from "./sign-out-elsewhere.ts";

/**
 * Leaves for the identity provider's page, to return to the very view that is being looked at; in a frame, opens that
 * page in a window instead. @throws MSAL's AuthError.
 */
export function signIn(session: Session): Promise<void> {
  return begin(session, {});
}

/** Signs in by the provider's list of accounts; the figures of this account go when another one returns. */
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
  // An attempt whose window was left open must not keep this one from beginning.
  const { account } = await msal.loginPopup({ ...request, overrideInteractionInProgress: true });
  goOnAs(session, account);
}

/** Goes on as another account that has signed in in this tab before. */
export function switchTo(session: Session, account: AccountInfo): void {
  session.reauthentication.settle(null);
  goOnAs(session, account);
}

function goOnAs({ msal, forget }: Session, account: AccountInfo): void {
  if (account.homeAccountId !== msal.getActiveAccount()?.homeAccountId) forget();
  msal.setActiveAccount(account);
}

const FORGET_WITHIN_MS = 2000;

/** Has the server drop what it has read in this account's name. */
async function forgetOnServer({ msal, scopes }: Session, account: AccountInfo): Promise<void> {
  const { accessToken } = await msal.acquireTokenSilent({ scopes, account });
  const headers = { Authorization: `Bearer ${accessToken}` };
  await fetch(READING_PATH, { method: "DELETE", headers, keepalive: true, redirect: "error" });
}

/** Signs out here, in the other tabs and at the provider; tokens and figures are gone before the page is left. */
export async function signOut(session: Session, account: AccountInfo): Promise<void> {
  const { msal, forget, reauthentication } = session;
  reauthentication.settle(null);
  forget();
  // The server forgets by itself after a while, so that nobody is kept from signing out.
  if (session.isKeptOnServer)
    await inTime(forgetOnServer(session, account), FORGET_WITHIN_MS).catch(() => undefined);
  endInteraction();
  announceSignOut(account.homeAccountId);
  if (isFramed()) await msal.logoutPopup({ account });
  else await msal.logoutRedirect({ account });
}
