import {
  type AccountInfo,
  type Configuration,
  createNestablePublicClientApplication,
  type IPublicClientApplication,
  PublicClientApplication,
} from "@azure/msal-browser";
import type { SignInConfig } from "#config/app-config.ts";
import { BASE_PATH } from "#lib/base-path.ts";
import { inTime } from "#lib/in-time.ts";
import { restoreTitle } from "#lib/title.ts";
import { isFramed, keepsSession } from "./framed.ts";
import { ownView, viewOf } from "./own-view.ts";
import { createReauthentication } from "./reauthentication.ts";
import type { HostUser, OpenedSession } from "./session.ts";
import { type SignInProblem, signInProblem } from "./sign-in-problem.ts";
import { listenForSignOut } from "./sign-out-elsewhere.ts";
import { signInSilently } from "./silent-sign-in.ts";

/** Multi-factor authentication takes longer than MSAL's default of a minute. */
const POP_UP_WITHIN_MS = 5 * 60_000;
/** A framed page shows its sign-in button only after the silent attempt. */
const SILENT_WITHIN_MS = 6_000;

/** Address of the page's folder without a slash at its end, whether it is framed, and whether session storage works. */
type SignInEnvironment = { home: string; isFramed: boolean; keepsSession: boolean };

/** MSAL's configuration: one bridge page for all responses, tokens only in this tab. */
export function msalConfiguration(config: SignInConfig, page: SignInEnvironment): Configuration {
  const bridge = page.home + config.bridgePath;
  // The relay opens only https addresses, which the local stand-in does not have.
  const isRelayed = page.isFramed && config.signIn === "entra";
  return {
    auth: {
      authority: config.authority,
      clientId: config.clientId,
      knownAuthorities: config.knownAuthorities,
      ...(config.signIn === "local" ? { authorityMetadata: config.authorityMetadata } : {}),
      redirectUri: bridge,
      postLogoutRedirectUri: bridge,
      // A pop-up of a framed page has other storage than the frame, so it responds through its opener.
      ...(isRelayed ? { popupRelayUri: page.home + config.relayPath } : {}),
    },
    // Session storage survives a reload, memory does not.
    cache: { cacheLocation: page.keepsSession ? "sessionStorage" : "memoryStorage" },
    system: {
      popupBridgeTimeout: POP_UP_WITHIN_MS,
      ...(page.isFramed ? { iframeBridgeTimeout: SILENT_WITHIN_MS } : {}),
    },
  };
}

/** MSAL itself would wait for a host forever. */
const LENT_WITHIN_MS = 3_000;

/**
 * Initialises MSAL: handles a redirect response, restores the view it started from and picks the account. In a frame,
 * where redirects are impossible, it tries a silent sign-in. Never rejects.
 */
export async function openSession(
  config: SignInConfig,
  forget: () => void,
  host: HostUser | null,
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

/** @throws MSAL's AuthError, even from its constructor, outside secure contexts */
async function openMsal(config: SignInConfig, hostSignsIn: boolean): Promise<IPublicClientApplication> {
  const page = { home: location.origin + BASE_PATH, isFramed: isFramed(), keepsSession: keepsSession() };
  const configuration = msalConfiguration(config, page);
  const lent = hostSignsIn ? await lentBy(configuration) : null;
  if (lent) return lent;
  const msal = new PublicClientApplication(configuration);
  await msal.initialize();
  return msal;
}

/** MSAL using the host's nested app authentication; null when the host offers it but does not respond. */
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
    if (result) showView(ownView(result.state, location.origin + BASE_PATH));
    chooseAccount(msal, result?.account ?? null);
    return null;
  } catch (error) {
    chooseAccount(msal, null);
    return signInProblem(error);
  } finally {
    restoreTitle();
  }
}

/**
 * Picks the account: the one that just signed in, else the active one, else the only one. With several the user
 * chooses.
 */
export function chooseAccount(msal: IPublicClientApplication, returned: AccountInfo | null): void {
  const accounts = msal.getAllAccounts();
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const account = returned ?? msal.getActiveAccount() ?? only;
  if (account) msal.setActiveAccount(account);
}

function showView(view: string | null): void {
  if (view !== null && view !== viewOf(location)) history.replaceState(null, "", view);
}
