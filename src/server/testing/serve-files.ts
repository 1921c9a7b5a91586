import { fileURLToPath } from "node:url";
import pino from "pino";
import { readServerSettings } from "#config/server-settings.ts";
import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Referral } from "#partner-center/fields.ts";
import { type RunningServer, startServer } from "../start.ts";

export const FIXTURES = fileURLToPath(new URL("../../../e2e/fixtures/", import.meta.url));

/**
 * A running service on files given like `REFERRALS_FILE`, with all records, start-up lines, log lines, health and settings. Close
 * it.
 */
export async function serveFiles(files: string, more: Record<string, string> = {}) {
  const settings = readServerSettings({ SIGN_IN: "off", PORT: "0", REFERRALS_FILE: files, ...more });
  const lines: string[] = [];
  const logged: string[] = [];
  const say = (line: string) => void lines.push(line);
  const server: RunningServer = await startServer(settings, {
    pageRoot: FIXTURES,
    log: pino({ base: null }, { write: (line: string) => logged.push(line) }),
    say,
  });
  const get = async (path: string) => (await fetch(`${server.url}${path}`)).json();
  const records: Referral[] = (await get(`${ENDPOINT}?top=1000`)).Value;
  const extras = (query: string) => get(`${EXTRAS_ENDPOINT}?${query}`);
  return {
    server,
    records,
    extras,
    lines,
    logged,
    health: await get("/healthz"),
    config: await get("/config.json"),
  };
}
