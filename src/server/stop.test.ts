import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { startServer } from "./start.ts";

const CALLERS = 20;

/** How a call ended: `answered` in full, or the code of the error. */
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

/** Calls over one kept connection, one after the other, until none is answered any more. */
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
  // Each caller has a kept connection by then.
  await call(`${server.url}/partner/v1/analytics/referrals?top=1`, new Agent());
  await server.close();
  const ends = await Promise.all(callers);
  expect(ends.map((all) => all.at(-1))).toEqual(ends.map(() => "ECONNREFUSED"));
  expect(ends.every((all) => all.length > 1)).toBe(true);
  await rm(folder, { recursive: true });
}, 60_000);
