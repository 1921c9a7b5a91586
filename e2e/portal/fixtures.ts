import { test as base } from "../sign-in/fixtures.ts";
import { startWorld } from "../sign-in/world.ts";
import { type PortalSite, startPortal } from "./portal-site.ts";

/** A page of Teams on the web may not reach this machine; here both are on it. */
const REACH = "LocalNetworkAccessChecks";

/** Switched off by Playwright for its own reasons; without it a frame shares storage with its site's other pages. */
const PARTITIONING = "ThirdPartyStoragePartitioning";
const OTHERS_OFF =
  "Translate,OptimizationHints,MediaRouter,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding";

/** Where Teams has its pages; a test serves them itself. */
export const TEAMS = "https://teams.microsoft.com";

/** A browser as people have it: third-party storage partitioned, third-party cookies and unasked pop-ups blocked. */
export const test = base.extend<object, { portal: PortalSite }>({
  portal: [
    async ({ file: _ }, use) => {
      const portal = await startPortal();
      await use(portal);
      await portal.stop();
    },
    { scope: "worker" },
  ],
  world: [
    async ({ file, portal }, use) => {
      const world = await startWorld(file, `'self' ${portal.origin} ${TEAMS}`);
      portal.meet(world.url);
      await use(world);
      await world.stop();
    },
    { scope: "worker" },
  ],
  launchOptions: [
    async ({ launchOptions, world }, use) => {
      const args = [
        ...(launchOptions.args ?? []),
        `--host-resolver-rules=MAP login.microsoftonline.com:443 127.0.0.1:${world.entraPort}`,
        `--disable-features=${OTHERS_OFF},${REACH}`,
        `--enable-features=${PARTITIONING}`,
        "--test-third-party-cookie-phaseout",
      ];
      await use({ ...launchOptions, args, ignoreDefaultArgs: ["--disable-popup-blocking"] });
    },
    { scope: "worker" },
  ],
});
