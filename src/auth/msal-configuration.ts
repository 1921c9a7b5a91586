import type { Configuration } from "@azure/msal-browser";
import type { SignInConfig } from "#config/app-config.ts";

/** Multi-factor authentication in a pop-up takes people longer than MSAL's own minute. */
const POP_UP_WITHIN_MS = 5 * 60_000;

/** MSAL's configuration for a page on `origin`: one bridge page for every answer, tokens in this tab only. */
export function msalConfiguration(config: SignInConfig, origin: string): Configuration {
  const bridge = origin + config.bridgePath;
  return {
    auth: {
      authority: config.authority,
      clientId: config.clientId,
      knownAuthorities: config.knownAuthorities,
      ...(config.signIn === "local" ? { authorityMetadata: config.authorityMetadata } : {}),
      redirectUri: bridge,
      postLogoutRedirectUri: bridge,
    },
    // In the local storage a framed reader would be signed out at each reload.
    cache: { cacheLocation: "sessionStorage" },
    system: { popupBridgeTimeout: POP_UP_WITHIN_MS },
  };
}
