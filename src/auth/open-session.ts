import {
  type AccountInfo,
  type Configuration,
  createNestablePublicClientApplication,
  type IPublicClientApplication,
  PublicClientApplication,
} from "@azure/msal-browser";
import type { SignInConfig } from "#config/app-config.ts";
import { inTime } from "#lib/in-time.ts";
import { isFramed, keepsSession } from "./framed.ts";
import { msalConfiguration } from "./msal-configuration.ts";
import { ownView, viewOf } from "./own-view.ts";
import { createReauthentication } from "./reauthentication.ts";
import type { HostWord, OpenedSession } from "./session.ts";
import { type SignInProblem, signInProblem } from "./sign-in-problem.ts";
import { listenForSignOut } from "./sign-out-elsewhere.ts";
import { signInSilently } from "./silent-sign-in.ts";

/** MSAL itself waits for a host without end. */
const LENT_WITHIN_MS = 3_000;

/**
 * Makes MSAL ready: takes up the answer of a sign-in that comes back, restores the view it was asked from, and
 * chooses the account. In a frame, where nobody can be sent to the provider's page, it tries once without a word.
 * Never rejects.
 */
export async function openSession(
  config: SignInConfig,
  forget: () => void,
  host: HostWord | null,
): Promise<OpenedSession> {
  try {
    const msal = await openMsal(config, host?.signsIn ?? false);
    const hint = { text: host?.hint ?? null };
    const session = {
      msal,
      scopes: [config.scope],
      reauthentication: createReauthentication(),
      forget,
      isKeptOnServer: config.data.kind === "referrals-api",
      hint,
    };
    listenForSignOut(session);
    const problem = await takeUpReturn(msal);
    if (isFramed()) await signInSilently(session);
    return { kind: "ready", session, problem };
  } catch (error) {
    return { kind: "unusable", problem: signInProblem(error) };
  }
}

/** @throws MSAL's AuthError: its constructor itself does, where the page is not secure. */
async function openMsal(config: SignInConfig, hostSignsIn: boolean): Promise<IPublicClientApplication> {
  const page = { origin: location.origin, isFramed: isFramed(), keepsSession: keepsSession() };
  const configuration = msalConfiguration(config, page);
  const lent = hostSignsIn ? await lentBy(configuration) : null;
  if (lent) return lent;
  const msal = new PublicClientApplication(configuration);
  await msal.initialize();
  return msal;
}

/** MSAL by the host's own sign-in; null where the host, which has said that it lends it, does not answer. */
async function lentBy(configuration: Configuration): Promise<IPublicClientApplication | null> {
  try {
    return await inTime(createNestablePublicClientApplication(configuration), LENT_WITHIN_MS);
  } catch {
    return null;
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
