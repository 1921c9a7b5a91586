import {
  type AccountInfo,
  type IPublicClientApplication,
  PublicClientApplication,
} from "@azure/msal-browser";
import type { SignInConfig } from "#config/app-config.ts";
import { msalConfiguration } from "./msal-configuration.ts";
import { ownView, viewOf } from "./own-view.ts";
import { createReauthentication, type Reauthentication } from "./reauthentication.ts";
import { type SignInProblem, signInProblem } from "./sign-in-problem.ts";
import { listenForSignOut } from "./sign-out-elsewhere.ts";

/** MSAL, ready to use, with what belongs to it. */
export type Session = {
  msal: IPublicClientApplication;
  scopes: string[];
  reauthentication: Reauthentication;
  /** Drops what was loaded for the account before. */
  forget: () => void;
};

/** `problem` is the one of the sign-in that has just come back. Unusable: MSAL cannot work on this page at all. */
export type OpenedSession =
  | { kind: "ready"; session: Session; problem: SignInProblem | null }
  | { kind: "unusable"; problem: SignInProblem };

/**
 * Makes MSAL ready: takes up the answer of a sign-in that comes back, restores the view it was asked from, and
 * chooses the account. Never rejects.
 */
export async function openSession(config: SignInConfig, forget: () => void): Promise<OpenedSession> {
  try {
    // The constructor itself throws where the page is not secure.
    const msal = new PublicClientApplication(msalConfiguration(config, location.origin));
    await msal.initialize();
    const session = { msal, scopes: [config.scope], reauthentication: createReauthentication(), forget };
    listenForSignOut(session);
    return { kind: "ready", session, problem: await takeUpReturn(msal) };
  } catch (error) {
    return { kind: "unusable", problem: signInProblem(error) };
  }
}

async function takeUpReturn(msal: IPublicClientApplication): Promise<SignInProblem | null> {
  try {
    const result = await msal.handleRedirectPromise();
    if (result) showView(ownView(result.state, location.origin));
    chooseAccount(msal, result?.account ?? null);
    return null;
  } catch (error) {
    chooseAccount(msal, null);
    return signInProblem(error);
  }
}

/** The one who has just signed in, else the one before, else the only one there is. Several are the reader's choice. */
export function chooseAccount(msal: IPublicClientApplication, returned: AccountInfo | null): void {
  const accounts = msal.getAllAccounts();
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const account = returned ?? msal.getActiveAccount() ?? only;
  if (account) msal.setActiveAccount(account);
}

function showView(view: string | null): void {
  if (view !== null && view !== viewOf(location)) history.replaceState(null, "", view);
}
