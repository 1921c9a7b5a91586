import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { ServerSettings } from "#config/server-settings.ts";
import { createApp } from "./app.ts";
import { appConfig, openBackend } from "./backend.ts";
import { staticFiles } from "./gateway/static-files.ts";

export type RunningServer = {
  url: string;
  /** Stops accepting, lets running answers finish, then frees what was open. */
  close(): Promise<void>;
};

/** How long running answers may take once the server is told to stop. */
const STOP_WITHIN_MS = 10_000;

/**
 * Opens the backend and listens. `pageRoot` is the folder of the built page.
 * @throws LoadError, or the system's error when the port cannot be had.
 */
export async function startServer(
  settings: ServerSettings,
  pageRoot: string,
  say: (line: string) => void,
): Promise<RunningServer> {
  const { backend, close: closeBackend } = await openBackend(settings, say);
  const app = createApp(backend, appConfig(settings));
  app.route("/", staticFiles(pageRoot));
  try {
    const server = await listen(app.fetch, settings);
    const { port } = server.address() as AddressInfo;
    const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
    return { url: `http://${host}:${port}`, close: () => stop(server, closeBackend) };
  } catch (error) {
    await closeBackend();
    throw error;
  }
}

function listen(fetch: Parameters<typeof serve>[0]["fetch"], settings: ServerSettings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch,
      port: settings.port,
      hostname: settings.host,
      // A filter of its full length fits into a request's head.
      serverOptions: { maxHeaderSize: 64 * 1024 },
    }) as Server;
    server.once("listening", () => resolve(server));
    server.once("error", reject);
  });
}

async function stop(server: Server, closeBackend: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const giveUp = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await closed;
  clearTimeout(giveUp);
  await closeBackend();
}
