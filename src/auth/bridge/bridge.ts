import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { closeLater } from "./close-later.ts";
import { translatePage } from "./translate-page.ts";

closeLater();
translatePage();

// Opened by hand, or left by a sign-out that names nobody, there is nothing to pass on.
broadcastResponseToMainFrame().catch(() => {
  // MSAL has written a title of its own.
  translatePage();
  const link = document.getElementById("lost");
  if (link) link.hidden = false;
});
