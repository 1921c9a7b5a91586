import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { readServerSettings, type ServerSettings } from "#config/server-settings.ts";
import { createApp } from "./app.ts";
import { openBackend } from "./backend.ts";
import { faultsFor } from "./fault-injection/fault-switch.ts";
import { createLog } from "./gateway/log.ts";
import { createRateLimit } from "./gateway/rate-limit.ts";
import { browserConfig, openServerSignIn } from "./sign-in.ts";
import { readTargetsFile } from "./targets-file.ts";

export type DevelopmentService = {
  settings: ServerSettings;
  /** The handler of a path that is not the page's; null for all others. */
  listenerFor: (path: string) => RequestListener | null;
};

/** The server without the built page, for Vite's development server. */
export async function openDevelopmentService(environment: NodeJS.ProcessEnv): Promise<DevelopmentService> {
  // Vite serves the page at the root.
  const settings = readServerSettings({ ...environment, BASE_PATH: "" });
  const log = createLog(settings.logLevel);
  const { backend, data, connect } = await openBackend(settings, (line) => console.log(line), log);
  const { authorize, metadata, standIn, standInRules } = await openServerSignIn(settings, settings.port);
  const config = browserConfig(settings, data, metadata, await readTargetsFile(settings.targetsFile));
  const rateLimit = createRateLimit(settings.rateLimit);
  const faults = faultsFor(settings);
  await connect?.(standInRules, faults);
  const app = createApp({ backend, config, authorize, rateLimit, faults, log, isReady: () => true });
  const response = getRequestListener(app.fetch);
  const listenerFor = (path: string): RequestListener | null => {
    if (standIn && path.startsWith(`${standIn.path}/`)) return standIn.handler;
    return /^\/(partner\/|files\/|local\/faults|reading|config\.json|healthz|readyz)/.test(path)
      ? response
      : null;
  };
  return { settings, listenerFor };
}
