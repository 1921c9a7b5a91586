import type { AppConfig } from "#config/app-config.ts";
import type { HostUser, OpenedSession } from "./session.ts";
import type { SessionParts } from "./session-parts.ts";
import type { Challenge } from "./tokens.ts";

/** What an API client needs to call our own origin as the user; empty without sign-in. */
export type Credentials = {
  token?: () => Promise<string | null>;
  onChallenge?: (challenge: Challenge) => Promise<string | null>;
  /** A key of the account for data stored on this device; null without one. */
  account?: () => string | null;
};

/** The sign-in mode of this visit. With `off` MSAL is not loaded. */
export type SignIn =
  | { kind: "off"; credentials: Credentials }
  | { kind: "on"; credentials: Credentials; opened: OpenedSession; parts: SessionParts };

const loadParts = async (): Promise<SessionParts> => (await import("./session-parts.ts")).SESSION_PARTS;

/**
 * Call once per visit: loads MSAL if the settings need it, in parallel with the page. `forget` drops data of an
 * account.
 * @throws Error when settings or code cannot be loaded
 */
export async function openSignIn(
  config: Promise<AppConfig>,
  forget: () => void,
  host: Promise<HostUser | null> | null = null,
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
 * Guesses from MSAL's storage keys whether someone is signed in in this tab or returning from sign-in, so that the
 * dashboard's code can be preloaded along with the settings. Only MSAL knows for sure.
 */
export function seemsSignedIn(): boolean {
  try {
    return Object.entries(sessionStorage).some(
      ([key, value]) =>
        /^msal\..*active-account/.test(key) || (/^msal\..*urlHash/.test(key) && /\bcode=/.test(value)),
    );
  } catch {
    // Storage may be blocked in a framed page.
    return false;
  }
}
