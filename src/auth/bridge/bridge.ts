import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { closeLater } from "./close-later.ts";
import { speak } from "./speak.ts";

closeLater();
speak();

// Opened by hand, or left by a sign-out that names nobody, there is nothing to pass on.
broadcastResponseToMainFrame().catch(() => {
  // MSAL has written a title of its own.
  speak();
  const link = document.getElementById("lost");
  if (link) link.hidden = false;
});
