import type { Configuration } from "@azure/msal-browser";
import type { SignInConfig } from "#config/app-config.ts";

/** Multi-factor authentication in a pop-up takes people longer than MSAL's own minute. */
const POP_UP_WITHIN_MS = 5 * 60_000;
/** The silent try stands between a framed page and its sign-in button. */
const SILENT_WITHIN_MS = 6_000;

/** Where the page stands: its origin, whether it is framed, whether this tab may keep something. */
export type SignInEnvironment = { origin: string; isFramed: boolean; keepsSession: boolean };

/** MSAL's configuration for a page: one bridge page for every answer, tokens in this tab only. */
export function msalConfiguration(config: SignInConfig, page: SignInEnvironment): Configuration {
  const bridge = page.origin + config.bridgePath;
  // The relay opens https addresses only, which the stand-in on this machine does not have.
  const isRelayed = page.isFramed && config.signIn === "entra";
  return {
    auth: {
      authority: config.authority,
      clientId: config.clientId,
      knownAuthorities: config.knownAuthorities,
      ...(config.signIn === "local" ? { authorityMetadata: config.authorityMetadata } : {}),
      redirectUri: bridge,
      postLogoutRedirectUri: bridge,
      // A window that a framed page opens has another storage than the frame: it answers through its opener.
      ...(isRelayed ? { popupRelayUri: page.origin + config.relayPath } : {}),
    },
    // In the local storage a framed reader would be signed out at each reload.
    cache: { cacheLocation: page.keepsSession ? "sessionStorage" : "memoryStorage" },
    system: {
      popupBridgeTimeout: POP_UP_WITHIN_MS,
      ...(page.isFramed ? { iframeBridgeTimeout: SILENT_WITHIN_MS } : {}),
    },
  };
}
