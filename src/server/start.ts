import { readFile, stat } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Logger } from "pino";
import { isLoopback } from "#config/loopback.ts";
import type { ReadingStatus } from "#config/reading-status.ts";
import type { ServerSettings } from "#config/server-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { CLOUD_FACTS } from "#config/sign-in.ts";
import { type AppParts, type Backend, createApp } from "./app.ts";
import { openBackend } from "./backend.ts";
import { faultsFor } from "./fault-injection/fault-switch.ts";
import { drawInThread } from "./first-picture/draw.ts";
import { firstPicture } from "./first-picture/first-picture.ts";
import { callerReader } from "./gateway/caller.ts";
import { createListener } from "./gateway/listener.ts";
import type { Finished } from "./gateway/log.ts";
import { createRateLimit } from "./gateway/rate-limit.ts";
import type { SharedStore } from "./gateway/shared-store.ts";
import { staticFiles } from "./gateway/static-files.ts";
import type { Sight } from "./metrics/metrics.ts";
import { browserConfig, openServerSignIn, type TrustedElsewhere } from "./sign-in.ts";
import { leave, prepareStop } from "./stop.ts";
import { readTargetsFile } from "./targets-file.ts";

type OpenMetrics = { finished: (request: Finished) => void; close: () => Promise<void> };

/** Serves metrics where the settings say so; their code is loaded only then. */
export async function openMetrics(
  { operation: { metrics: place } }: ServerSettings,
  backend: Backend,
  say: (line: string) => void,
): Promise<OpenMetrics | null> {
  if (place === null) return null;
  const { createMetrics } = await import("./metrics/metrics.ts");
  const { serveMetrics } = await import("./metrics/serve-metrics.ts");
  const metrics = createMetrics(() => sightOf(backend));
  const served = await serveMetrics(metrics, place);
  say(`Metrics at ${served.url}`);
  return { finished: metrics.finished, close: served.close };
}

const NOTHING: Sight = { queue: null, cache: null, rows: null, read: null, persons: null };

/** As old as the oldest of them. */
function sightOfPersons(persons: readonly ReadingStatus[]): Sight {
  const times = persons.flatMap(({ readAt }) => readAt ?? []);
  const failed = persons.filter(({ problem }) => problem !== null).length;
  return {
    ...NOTHING,
    rows: persons.reduce((sum, { referrals }) => sum + referrals, 0),
    read: times.length === 0 ? null : { at: Math.min(...times), failedAt: null },
    persons: { held: persons.length, reading: persons.filter(({ isReading }) => isReading).length, failed },
  };
}

function sightOf(backend: Backend): Sight {
  if (backend.kind === "referrals-api") return sightOfPersons(backend.readings.progress());
  if (backend.kind !== "embedded") return NOTHING;
  const { data } = backend;
  const { queue, rows, service, extras } = data.now();
  const [one, other] = [service.cacheUsage(), extras.cacheUsage()];
  return {
    persons: null,
    queue: queue(),
    rows,
    read: data.state(),
    cache: {
      hits: one.hits + other.hits,
      misses: one.misses + other.misses,
      entries: one.entries + other.entries,
      bytes: one.bytes + other.bytes,
    },
  };
}

export type RunningServer = {
  url: string;
  /** Stops accepting, waits for running responses, then frees resources. */
  close(): Promise<void>;
  /** Reloads the data of the embedded service. */
  readAgain(): Promise<void>;
};

export type StartOptions = {
  /** Folder of the built page. */
  pageRoot: string;
  say: (line: string) => void;
  log: Logger;
  elsewhere?: TrustedElsewhere;
};

/**
 * Opens the backend and listens.
 * @throws LoadError; SettingsError for an unusable certificate; the system's error when listening fails
 */
export async function startServer(settings: ServerSettings, options: StartOptions): Promise<RunningServer> {
  const targets = await readTargetsFile(settings.targetsFile);
  const opened = await openBackend(settings, options.say, options.log);
  const { backend, data, close: closeBackend } = opened;
  let ready = true;
  let accepting = true;
  let response: RequestListener = (_request, response) => response.writeHead(503).end();
  try {
    const server = await serverFor(settings, (...both) => response(...both));
    server.keepAliveTimeout = settings.operation.keepAliveMs;
    const shared = await openShared(settings, options.log);
    const metrics = await openMetrics(settings, backend, options.say);
    const stop = prepareStop(server, settings.tls !== null);
    await listen(server, settings);
    const { port } = server.address() as AddressInfo;
    const signIn = await openServerSignIn(settings, port, options.elsewhere);
    const faults = faultsFor(settings);
    await opened.connect?.(signIn.standInRules, faults);
    const parts: AppParts = {
      backend,
      config: browserConfig(settings, data, signIn.metadata, targets),
      authorize: signIn.authorize,
      rateLimit: createRateLimit(settings.rateLimit, shared),
      faults,
      log: options.log,
      isReady: () => ready,
    };
    const app = createApp(parts);
    app.route("/", openFirstPicture(settings, parts, options.pageRoot));
    app.route("/", staticFiles(options.pageRoot));
    response = createListener({
      app: getRequestListener(app.fetch),
      basePath: settings.operation.basePath,
      readCaller: callerReader(settings.operation.trustProxy),
      standIn: signIn.standIn,
      policy: { authority: authorityOrigin(settings), frameAncestors: settings.frameAncestors },
      log: options.log,
      localOnly: settings.signIn.kind !== "entra" && isLoopback(settings.host),
      tls: settings.tls !== null,
      isAccepting: () => accepting,
      ...metrics,
    });
    const close = async (): Promise<void> => {
      ready = false;
      await leave(settings.operation.drainMs);
      accepting = false;
      await stop();
      await metrics?.close();
      shared?.close();
      await closeBackend();
    };
    const readAgain = async () => {
      if (backend.kind === "embedded") await backend.data.readAgain();
    };
    return { url: addressOf(settings, port), close, readAgain };
  } catch (error) {
    await closeBackend();
    throw error;
  }
}

/** The client of Redis is loaded only where it is used. */
async function openShared({ operation }: ServerSettings, log: Logger): Promise<SharedStore | null> {
  if (operation.redisUrl === null) return null;
  const { openSharedStore } = await import("./gateway/shared-store.ts");
  return openSharedStore(operation.redisUrl, log);
}

function authorityOrigin({ signIn }: ServerSettings): string | null {
  return signIn.kind === "entra" ? `https://${CLOUD_FACTS[signIn.cloud].authorityHost}` : null;
}

function addressOf({ host, tls, operation }: ServerSettings, port: number): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return `${tls ? "https" : "http"}://${name}:${port}${operation.basePath}`;
}

async function serverFor({ tls }: ServerSettings, response: RequestListener): Promise<Server> {
  // Fits a filter of maximum length; a token that is too long gets our own error message.
  const limits = { maxHeaderSize: 256 * 1024 };
  if (tls === null) return createServer(limits, response);
  const [cert, key] = await Promise.all([readPem("TLS_CERT", tls.cert), readPem("TLS_KEY", tls.key)]);
  try {
    return createTlsServer({ ...limits, cert, key, minVersion: "TLSv1.2" }, response);
  } catch (cause) {
    const words = "TLS_CERT and TLS_KEY must be a certificate and its key in PEM format.";
    throw Object.assign(new SettingsError([words]), { cause });
  }
}

async function readPem(name: string, path: string): Promise<Buffer> {
  try {
    // Opening a named pipe would block.
    if (!(await stat(path)).isFile()) throw new Error("Not a file.");
    return await readFile(path);
  } catch (cause) {
    throw Object.assign(
      new SettingsError([
        `${name} is "${path}": the file can't be read. Check the path and its permissions.`,
      ]),
      { cause },
    );
  }
}

function listen(server: Server, { host, port }: ServerSettings): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

/**
 * The Overview with its first picture, without sign-in only: with it, figures depend on the user. Draws one at the start, in
 * this machine's language.
 */
function openFirstPicture(settings: ServerSettings, parts: AppParts, pageRoot: string): Hono {
  const { backend } = parts;
  const { firstPicture: isWanted, basePath } = settings.operation;
  if (!isWanted || settings.signIn.kind !== "off" || backend.kind !== "embedded") return new Hono();
  // Drawing is not rate-limited and uses up no injected fault.
  const service = createApp({ ...parts, faults: null, rateLimit: async () => null });
  const draw = drawInThread({
    script: pathToFileURL(join(pageRoot, "../server/draw-page.js")),
    basePath,
    service: async (path, accept) =>
      service.fetch(new Request(`http://localhost${path}`, { headers: { Accept: accept } })),
  });
  const { routes, prepare } = firstPicture({ pageRoot, draw, data: () => backend.data.now() });
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  prepare([...new Set([locale, locale.slice(0, 2)])]);
  return routes;
}
