import { test as base } from "../sign-in/fixtures.ts";
import { startWorld } from "../sign-in/world.ts";
import { type PortalSite, startPortal } from "./portal-site.ts";

/** Switched off by Playwright for its own reasons; without it a frame shares storage with its site's other pages. */
const PARTITIONING = "ThirdPartyStoragePartitioning";
const OTHERS_OFF =
  "Translate,OptimizationHints,MediaRouter,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding";

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
      const world = await startWorld(file, `'self' ${portal.origin}`);
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
        `--disable-features=${OTHERS_OFF}`,
        `--enable-features=${PARTITIONING}`,
        "--test-third-party-cookie-phaseout",
      ];
      await use({ ...launchOptions, args, ignoreDefaultArgs: ["--disable-popup-blocking"] });
    },
    { scope: "worker" },
  ],
});
