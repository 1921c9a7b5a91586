#!/usr/bin/env bash
# @azure/msal-browser 5.29.0, handleRedirectPromise, back from sign-in: the document's title is "Microsoft Authentication" until the
# token is there, and then what it was at the beginning. A single-page app that names its view meanwhile, as routers do when they render,
# loses that name: the tab, the history and what is shared say the title of index.html until the next navigation. It happens only after
# sign-in, also when the reader came back without an answer, and no option turns it off. What helps: set the title once the promise is settled.
# Seen: "Microsoft Authentication" meanwhile, "Dashboard" instead of "Trends – Dashboard" afterwards; without a sign-in under way the
# title stays.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @azure/msal-browser@5.29.0 happy-dom@21.0.4
cat > try.mjs <<'CODE'
import { Window } from "happy-dom";
const window = new Window({ url: "https://dashboard.example/trends" });
window.document.write("<title>Dashboard</title><body></body>");
Object.defineProperty(window, "crypto", { value: globalThis.crypto, configurable: true });
const GLOBALS = ["document", "location", "history", "navigator", "sessionStorage", "localStorage", "HTMLElement"];
const globals = { ...Object.fromEntries(GLOBALS.map((name) => [name, window[name]])), window, self: window };
for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
const { PublicClientApplication } = await import("@azure/msal-browser");

const host = "login.microsoftonline.com";
const authority = `https://${host}/common`;
const known = {
  authorityMetadata: JSON.stringify({
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  }),
  cloudDiscoveryMetadata: JSON.stringify({
    tenant_discovery_endpoint: "",
    metadata: [{ preferred_network: host, preferred_cache: "login.windows.net", aliases: [host] }],
  }),
};
async function start() {
  const msal = new PublicClientApplication({
    auth: { clientId: "00000000-0000-4000-8000-000000000001", authority, ...known },
    // The browser goes nowhere here: what MSAL has stored by then is what the page finds when the reader is back.
    system: { navigationClient: { navigateExternal: async () => false, navigateInternal: async () => false } },
  });
  await msal.initialize();
  return msal;
}
async function back(name) {
  const promise = (await start()).handleRedirectPromise();
  for (let i = 0; i < 1000 && document.title === "Dashboard"; i++) await null;
  const meanwhile = document.title;
  document.title = "Trends – Dashboard";
  await promise;
  console.log(`${name}: ${meanwhile}, then ${document.title}`);
  document.title = "Dashboard";
}
await back("no sign-in");
void (await start()).loginRedirect({ scopes: ["User.Read"] }).catch(() => undefined);
while (!Object.keys({ ...sessionStorage }).some((key) => key.endsWith("request.params")))
  await new Promise((resolve) => setTimeout(resolve, 20));
await back("back from sign-in");
process.exit(0);
CODE
cat > expected.txt <<'TEXT'
no sign-in: Dashboard, then Trends – Dashboard
back from sign-in: Microsoft Authentication, then Dashboard
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
