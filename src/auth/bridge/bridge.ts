import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { closeLater } from "./close-later.ts";
import { translatePage } from "./translate-page.ts";

closeLater();
translatePage();

/** After a sign-out MSAL goes to the root of the site, but the dashboard is where this page is. */
async function go(url: string): Promise<boolean> {
  location.replace(url === `${location.origin}/` ? "./" : url);
  return true;
}

// Opened by hand, or after a sign-out without an account, there is nothing to pass on.
broadcastResponseToMainFrame({ navigateInternal: go, navigateExternal: go }).catch(() => {
  // MSAL sets a title of its own.
  translatePage();
  const link = document.getElementById("lost");
  if (link) link.hidden = false;
});
