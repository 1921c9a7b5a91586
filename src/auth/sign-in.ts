import type { AppConfig } from "#config/app-config.ts";
import type { HostWord, OpenedSession } from "./session.ts";
import type { SessionParts } from "./session-parts.ts";
import type { Challenge } from "./tokens.ts";

/** What a client of our own origin needs to call in the reader's name; empty where nobody signs in. */
export type Credentials = {
  token?: () => Promise<string | null>;
  onChallenge?: (challenge: Challenge) => Promise<string | null>;
  /** Who it is, for what this device keeps for each account; null for nobody. */
  account?: () => string | null;
};

/** How this visit signs in. With `off` nothing of MSAL is loaded. */
export type SignIn =
  | { kind: "off"; credentials: Credentials }
  | { kind: "on"; credentials: Credentials; opened: OpenedSession; parts: SessionParts };

const loadParts = async (): Promise<SessionParts> => (await import("./session-parts.ts")).SESSION_PARTS;

/**
 * Once per visit: loads MSAL where the settings want it, apart from the page's frame. `forget` drops what was
 * loaded in the name of an account.
 * @throws Error when the settings or the code cannot be had.
 */
export async function openSignIn(
  config: Promise<AppConfig>,
  forget: () => void,
  host: Promise<HostWord | null> | null = null,
): Promise<SignIn> {
  if (seemsSignedIn()) void loadParts();
  const settings = await config;
  if (settings.signIn === "off") return { kind: "off", credentials: {} };
  const parts = await loadParts();
  const opened = await parts.openSession(settings, forget, await host);
  if (opened.kind === "unusable") return { kind: "on", credentials: {}, opened, parts };
  const { session } = opened;
  const credentials = {
    token: () => parts.currentToken(session),
    onChallenge: (challenge: Challenge) => parts.tokenAfter(session, challenge),
    account: () => session.msal.getActiveAccount()?.homeAccountId ?? null,
  };
  return { kind: "on", credentials, opened, parts };
}

/**
 * Whether somebody seems to be signed in in this tab, or on the way back from signing in: then what stands behind
 * the sign-in is worth loading beside the settings. Only MSAL itself knows; this is a guess by the names of its keys.
 */
export function seemsSignedIn(): boolean {
  try {
    return Object.entries(sessionStorage).some(
      ([key, value]) =>
        /^msal\..*active-account/.test(key) || (/^msal\..*urlHash/.test(key) && /\bcode=/.test(value)),
    );
  } catch {
    // A browser may refuse storage to a framed page.
    return false;
  }
}
