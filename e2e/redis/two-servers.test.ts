import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, request as forward, type Server } from "node:http";
import { type AddressInfo, createServer as createPortTaker } from "node:net";
import { createClient } from "@redis/client";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerSettings } from "../../src/config/server-settings.ts";
import { ENDPOINT } from "../../src/partner-center/endpoint.ts";
import { type RunningServer, startServer } from "../../src/server/start.ts";

const SERVER = "redis-server";
const isInstalled = spawnSync(SERVER, ["--version"]).status === 0;
if (!isInstalled)
  console.warn("SKIPPED: redis-server is not installed (Debian: apt-get install redis-server).");

/** Calls that one caller may make in ten seconds. */
const ALLOWED = 20;
const SHARED = "rate limits are shared through Redis";
const ALONE = "Redis can't be reached, each server counts calls for itself";

let port = 0;
let redis: ChildProcess;
const logged: string[][] = [[], []];
let servers: RunningServer[] = [];
let proxy: Server;

function startRedis(): void {
  redis = spawn(SERVER, ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], { stdio: "ignore" });
}

async function stopRedis(): Promise<void> {
  redis.kill("SIGKILL");
  await once(redis, "exit");
}

async function openServer(lines: string[]): Promise<RunningServer> {
  const settings = readServerSettings({
    ...{ PORT: "0", SIGN_IN: "entra", PARTNER_CENTER_URL: "http://127.0.0.1:9" },
    ...{
      RATE_LIMIT: String(ALLOWED / 10),
      TRUST_PROXY: "1",
      DRAIN: "0",
      REDIS_URL: `redis://127.0.0.1:${port}`,
    },
    ENTRA_TENANT_ID: "00c0ffee-0000-4000-8000-000000000001",
    ENTRA_CLIENT_ID: "00c0ffee-0000-4000-8000-000000000002",
  });
  const log = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line).msg ?? "") });
  return startServer(settings, { pageRoot: ".", log, say: () => {} });
}

/** Sends each call to the other server, and names the caller, as proxies do. */
function startProxy(): Promise<Server> {
  let nth = 0;
  const server = createServer((incoming, response) => {
    nth += 1;
    const { address = "" } = Object.fromEntries(new URL(incoming.url ?? "", "http://proxy").searchParams);
    const target = servers[nth % 2]?.url ?? "";
    const headers = { ...incoming.headers, "X-Forwarded-For": address };
    const passed = forward(target + ENDPOINT, { headers });
    passed.on("response", (back) => back.pipe(response.writeHead(back.statusCode ?? 502, back.headers)));
    passed.end();
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** How many of sixty calls from an address pass the limit; without a token they are refused behind it. */
async function passedOf(address: string): Promise<number> {
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/?address=${address}`;
  const calls = Array.from({ length: 60 }, async () => (await fetch(url)).status);
  const statuses = await Promise.all(calls);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  return statuses.filter((status) => status === 401).length;
}

async function untilLogged(message: string, times: number): Promise<void> {
  const count = (lines: readonly string[]) => lines.filter((line) => line === message).length;
  await expect.poll(() => logged.map(count), { timeout: 20_000 }).toEqual([times, times]);
}

describe.runIf(isInstalled)("two servers behind a proxy, with Redis", () => {
  beforeAll(async () => {
    const taker = createPortTaker();
    await new Promise<void>((resolve) => taker.listen(0, "127.0.0.1", resolve));
    port = (taker.address() as AddressInfo).port;
    taker.close();
    servers = await Promise.all(logged.map(openServer));
    proxy = await startProxy();
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await Promise.all(servers.map((server) => server.close()));
    redis.kill("SIGCONT");
    await stopRedis();
  });

  it("start without Redis, count for themselves, and say so once", async () => {
    await untilLogged(ALONE, 1);
    expect(await passedOf("192.0.2.1")).toBe(2 * ALLOWED);
    startRedis();
    await untilLogged(SHARED, 1);
  });

  it("allow one caller together what the limit says, and each caller apart", async () => {
    expect(await passedOf("192.0.2.2")).toBe(ALLOWED);
    expect(await passedOf("192.0.2.3")).toBe(ALLOWED);
  });

  it("count for themselves while Redis hangs, and together again afterwards", async () => {
    redis.kill("SIGSTOP");
    expect(await passedOf("192.0.2.4")).toBe(2 * ALLOWED);
    await untilLogged(ALONE, 2);
    const start = performance.now();
    expect(await passedOf("192.0.2.5")).toBe(2 * ALLOWED);
    expect(performance.now() - start).toBeLessThan(5000);
    redis.kill("SIGCONT");
    await untilLogged(SHARED, 2);
    expect(await passedOf("192.0.2.6")).toBe(ALLOWED);
  });

  it("do so too when Redis ends and comes back empty", async () => {
    await stopRedis();
    await untilLogged(ALONE, 3);
    expect(await passedOf("192.0.2.7")).toBe(2 * ALLOWED);
    startRedis();
    await untilLogged(SHARED, 3);
    expect(await passedOf("192.0.2.8")).toBe(ALLOWED);
  });

  it("keep no address of a caller in Redis", async () => {
    const client = await createClient({ url: `redis://127.0.0.1:${port}` }).connect();
    const keys = await client.keys("*");
    client.destroy();
    expect(keys).toEqual([expect.stringMatching(/^referrals-dashboard:[\w-]{43}$/)]);
  });
});
