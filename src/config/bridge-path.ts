/**
 * Where the identity provider sends people back to after sign-in, renewal and sign-out: the page that hands the
 * answer on. Its whole address is the redirect URI of the app's registration.
 */
export const BRIDGE_PATH = "/auth.html";
