import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, createServer, get } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { logResponse } from "./gateway/log.ts";
import { startServer } from "./start.ts";
import { prepareStop } from "./stop.ts";

const CALLERS = 20;

/** The outcome of a call: `answered`, or the error code. */
function call(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(String(error.code));
    const request = get(url, { agent }, (response) => {
      response.on("end", () => resolve("answered")).on("error", failed);
      response.resume();
    });
    request.on("error", failed);
  });
}

/** Calls over one kept-alive connection until one fails. */
async function callUntilRefused(url: string): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ends: string[] = [];
  do ends.push(await call(url, agent));
  while (ends.at(-1) === "answered");
  agent.destroy();
  return ends;
}

it("answers every call in full until it takes no more, and breaks off none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "referrals-"));
  const file = join(folder, "referrals.csv");
  await writeFile(file, "id,status,createdDate\n1,New,2026-10-05\n");
  const settings = readServerSettings({ SIGN_IN: "off", PORT: "0", REFERRALS_FILE: file });
  const log = pino({ level: "silent" });
  const server = await startServer(settings, { pageRoot: folder, log, say: () => {} });
  const callers = Array.from({ length: CALLERS }, () => callUntilRefused(`${server.url}/healthz`));
  // Every caller has a kept-alive connection now.
  await call(`${server.url}/partner/v1/analytics/referrals?top=1`, new Agent());
  await server.close();
  const ends = await Promise.all(callers);
  expect(ends.map((all) => all.at(-1))).toEqual(ends.map(() => "ECONNREFUSED"));
  expect(ends.every((all) => all.length > 1)).toBe(true);
  await rm(folder, { recursive: true });
}, 60_000);

describe("an answer on its way when the server stops", () => {
  const BYTES = 24 * 1024 * 1024;
  const STALLED_MS = 1000;
  const PAUSE_MS = 100;

  /** A server with a large response in one piece, and a log. */
  async function bigServer() {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
    const server = createServer((request, response) => {
      logResponse(log, "other", request, response);
      response.end(Buffer.alloc(BYTES));
    });
    const stop = prepareStop(server, false, STALLED_MS);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { lines, stop, port: (server.address() as AddressInfo).port };
  }

  /** Sends a call without reading the response. */
  async function callAt(port: number) {
    const socket = connect(port, "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    await new Promise((resolve) => socket.once("readable", resolve));
    return socket;
  }

  it("is finished as long as its reader goes on, however slowly, and is logged as whole", async () => {
    const { lines, stop, port } = await bigServer();
    const socket = await callAt(port);
    const start = performance.now();
    const stopped = stop();
    let bytes = 0;
    socket.on("data", (chunk: Buffer) => {
      const step = Math.floor(bytes / (1024 * 1024));
      bytes += chunk.byteLength;
      if (Math.floor(bytes / (1024 * 1024)) === step) return;
      socket.pause();
      setTimeout(() => socket.resume(), PAUSE_MS);
    });
    await new Promise((resolve) => socket.once("close", resolve));
    await stopped;
    expect(performance.now() - start).toBeGreaterThan(STALLED_MS);
    expect(bytes).toBeGreaterThan(BYTES);
    expect(lines.map((line) => JSON.parse(line).cut)).toEqual([undefined]);
  });

  it("is cut when its reader takes no more of it, and logged as cut", async () => {
    const { lines, stop, port } = await bigServer();
    const socket = await callAt(port);
    socket.on("error", () => {});
    await stop();
    await expect.poll(() => lines.map((line) => JSON.parse(line).cut)).toEqual([true]);
    socket.destroy();
  });

  it("keeps no server that somebody only connected to", async () => {
    const { lines, stop, port } = await bigServer();
    const socket = connect(port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const start = performance.now();
    await stop();
    expect(performance.now() - start).toBeLessThan(STALLED_MS);
    expect(lines).toEqual([]);
  });
});
