import type { Configuration } from "@azure/msal-browser";
import type { SignInConfig } from "#config/app-config.ts";

/** Multi-factor authentication takes longer than MSAL's default of a minute. */
const POP_UP_WITHIN_MS = 5 * 60_000;
/** A framed page shows its sign-in button only after the silent attempt. */
const SILENT_WITHIN_MS = 6_000;

/** Address of the page's folder without a slash at its end, whether it is framed, and whether session storage works. */
export type SignInEnvironment = { home: string; isFramed: boolean; keepsSession: boolean };

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
