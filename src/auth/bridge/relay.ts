import { runPopupRelay } from "@azure/msal-browser/popup-relay";
import { CLOUD_FACTS } from "#config/sign-in.ts";
import { closeLater } from "./close-later.ts";
import { translatePage } from "./translate-page.ts";

/** Allowlist of targets, whatever the relay's address says. */
const allowedAuthorityOrigins = Object.values(CLOUD_FACTS).map((cloud) => `https://${cloud.authorityHost}`);

function show(name: "ask" | "wait" | "lost"): void {
  for (const part of document.querySelectorAll("main > section")) {
    if (part instanceof HTMLElement) part.hidden = part.id !== name;
  }
}

/** Browsers open a pop-up only on a user gesture. */
function goOn(): void {
  try {
    runPopupRelay({ allowedAuthorityOrigins });
    show("wait");
  } catch {
    show("lost");
  }
}

closeLater();
translatePage();
document.getElementById("continue")?.addEventListener("click", goOn);
show(window.opener === null ? "lost" : "ask");
