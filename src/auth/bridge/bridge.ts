import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

// Opened by hand, or left by a sign-out that names nobody, there is nothing to pass on.
broadcastResponseToMainFrame().catch(() => {
  const link = document.getElementById("lost");
  if (link) link.hidden = false;
});
