import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { readServerSettings } from "#config/server-settings.ts";
import { BRIDGE_PATH, LOCAL_CLIENT_ID, LOCAL_TENANT_ID } from "#config/sign-in.ts";
import type { Faults } from "#server/dev-identity/faults.ts";
import { openDevIdentity } from "#server/dev-identity/open-dev-identity.ts";
import { startServer } from "#server/start.ts";
import { CRM_FILE } from "../crm.ts";
import { freePort } from "../start-server.ts";
import { type Acceptance, acceptingUntilTold } from "./acceptance.ts";
import { listenAsEntra } from "./listen-as-entra.ts";

/** The dashboard as in production (`SIGN_IN=entra`), and the stand-in in the place of login.microsoftonline.com. */
export type World = {
  /** Origin of the dashboard. */
  url: string;
  /** Where the browser has to look for `login.microsoftonline.com:443`. */
  entraPort: number;
  faults: Faults;
  acceptance: Acceptance;
  stop: () => Promise<void>;
};

const PAGE = fileURLToPath(new URL("../../dist/app", import.meta.url));

/** Starts both on free ports, in this process, so that a test can reach their switches. */
export async function startWorld(file = CRM_FILE, frameAncestors = "'self'"): Promise<World> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const entra = await openDevIdentity({
    tenantId: LOCAL_TENANT_ID,
    clientId: LOCAL_CLIENT_ID,
    redirectUris: [url + BRIDGE_PATH],
    host: "127.0.0.1",
    partnerCenterUrl: null,
    secure: true,
  });
  const acceptance = acceptingUntilTold(entra.keys);
  const settings = readServerSettings({
    PORT: String(port),
    REFERRALS_FILE: file,
    FRAME_ANCESTORS: frameAncestors,
    SIGN_IN: "entra",
    ENTRA_TENANT_ID: LOCAL_TENANT_ID,
    ENTRA_CLIENT_ID: LOCAL_CLIENT_ID,
  });
  const elsewhere = { keys: acceptance.keys, directory: entra.directory };
  const log = pino({ level: "silent" });
  const server = await startServer(settings, { pageRoot: PAGE, log, say: () => {}, elsewhere });
  const front = await listenAsEntra(entra);
  const stop = async () => {
    await Promise.all([server.close(), front.close()]);
  };
  return { url, entraPort: front.port, faults: entra.faults, acceptance, stop };
}

/** A file of as many referrals as given, each of its own market: that many buckets, and so several pages. */
export function writeManyMarkets(path: string, count: number): string {
  const lines = Array.from({ length: count }, (_, n) => `r${n},Won,M${n},2026-10-05T08:00:00`);
  writeFileSync(path, ["id,status,customerMarket,createdDate", ...lines].join("\n"));
  return path;
}
