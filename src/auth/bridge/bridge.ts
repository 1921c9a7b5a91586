import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { closeLater } from "./close-later.ts";
import { translatePage } from "./translate-page.ts";

closeLater();
translatePage();

// Opened by hand, or after a sign-out without an account, there is nothing to pass on.
broadcastResponseToMainFrame().catch(() => {
  // MSAL sets a title of its own.
  translatePage();
  const link = document.getElementById("lost");
  if (link) link.hidden = false;
});
