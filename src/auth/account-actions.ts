import type { AccountInfo } from "@azure/msal-browser";
import { viewOf } from "./own-view.ts";
import type { Session } from "./session.ts";
import { announceSignOut } from "./sign-out-elsewhere.ts";

/** Leaves for the identity provider's page, to return to the very view that is being looked at. */
export function signIn({ msal, scopes }: Session): Promise<void> {
  return msal.loginRedirect({ scopes, state: viewOf(location) });
}

/** Leaves for the provider's list of accounts; the figures of this account go when another one returns. */
export function signInAsAnother({ msal, scopes }: Session): Promise<void> {
  return msal.loginRedirect({ scopes, state: viewOf(location), prompt: "select_account" });
}

/** Goes on as another account that has signed in in this tab before. */
export function switchTo({ msal, forget, reauthentication }: Session, account: AccountInfo): void {
  reauthentication.settle(null);
  forget();
  msal.setActiveAccount(account);
}

/** Signs out here, in the other tabs and at the provider; tokens and figures are gone before the page is left. */
export async function signOut(
  { msal, forget, reauthentication }: Session,
  account: AccountInfo,
): Promise<void> {
  reauthentication.settle(null);
  forget();
  announceSignOut(account.homeAccountId);
  await msal.logoutRedirect({ account });
}
