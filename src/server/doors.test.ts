import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { LOCAL_TENANT_ID } from "#config/sign-in.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { startServer } from "./start.ts";
import { serve } from "./testing/serve.ts";

const FAULTS = "/local/faults";
const STAND_IN = `/${LOCAL_TENANT_ID}`;
const AUTHORIZE = `${STAND_IN}/oauth2/v2.0/authorize`;

/** Calls that any local program can make, including a proxy that adds no headers: no token. */
const CALLS = [
  `GET ${FAULTS}`,
  `PUT ${FAULTS}`,
  `DELETE ${FAULTS}`,
  `POST ${FAULTS}`,
  `GET ${STAND_IN}/v2.0/.well-known/openid-configuration`,
  `GET ${STAND_IN}/discovery/v2.0/keys`,
  `GET ${AUTHORIZE}`,
  `POST ${STAND_IN}/oauth2/v2.0/token`,
  `GET ${ENDPOINT}`,
  `POST ${ENDPOINT}`,
  "GET /partner/v1/other",
  "GET /config.json",
  "GET /healthz",
  "GET /readyz",
  "GET /",
  "GET /referrals",
  "GET /unknown",
];

const PAGE = ["GET /config.json", "GET /healthz", "GET /readyz", "GET /", "GET /referrals"];
const SWITCH = CALLS.filter((call) => call.endsWith(FAULTS));
const SAMPLE_ACCOUNTS = CALLS.filter((call) => call.includes(STAND_IN));
const ANSWERED = `GET ${ENDPOINT}`;

const ENTRA = {
  SIGN_IN: "entra",
  ENTRA_TENANT_ID: "00c0ffee-0000-4000-8000-00000000c0de",
  ENTRA_CLIENT_ID: "00c0ffee-0000-4000-8000-00000000c0df",
};
const FILE = { REFERRALS_FILE: "file" };
const UPSTREAM = { PARTNER_CENTER_URL: "upstream" };

describe("what answers without a token", () => {
  let folder = "";
  let upstream: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "doors-test-"));
    await writeFile(join(folder, "referrals.csv"), "id,status,createdDate\n1,New,2026-10-05T08:00:00\n");
    await writeFile(join(folder, "index.html"), "<!doctype html>");
    upstream = await serve((_request, response) => response.end("{}"));
  });
  afterAll(async () => {
    await upstream.close();
    await rm(folder, { recursive: true });
  });

  /** The routes that respond without a token. */
  async function doorsOf(environment: Record<string, string>): Promise<string[]> {
    const places = { file: join(folder, "referrals.csv"), upstream: upstream.origin };
    const settings = Object.entries(environment).map(([name, value]) => [
      name,
      value in places ? places[value as keyof typeof places] : value,
    ]);
    const server = await startServer(readServerSettings({ PORT: "0", ...Object.fromEntries(settings) }), {
      pageRoot: folder,
      log: pino({ level: "silent" }),
      say: () => {},
    });
    try {
      const open = await Promise.all(CALLS.map((call) => answers(server.url, call)));
      return CALLS.filter((_call, index) => open[index]);
    } finally {
      await server.close();
    }
  }

  async function answers(origin: string, call: string): Promise<boolean> {
    const [method = "", path = ""] = call.split(" ");
    const body = method === "PUT" ? JSON.stringify([{ kind: "slow", ms: 1 }]) : null;
    const { status } = await fetch(origin + path, { method, body, redirect: "manual" });
    const isRefused = status === 404 || status === 401 || (path === ENDPOINT && status === 405);
    return !isRefused;
  }

  it.each([
    ["SIGN_IN=off with a file", { SIGN_IN: "off", ...FILE }, [...SWITCH, ANSWERED, ...PAGE]],
    ["SIGN_IN=local with a file", { SIGN_IN: "local", ...FILE }, [...SWITCH, ...SAMPLE_ACCOUNTS, ...PAGE]],
    ["SIGN_IN=entra with a file", { ...ENTRA, ...FILE }, PAGE],
    ["SIGN_IN=entra with Partner Center", { ...ENTRA, ...UPSTREAM }, PAGE],
    ["SIGN_IN=off with Partner Center", { SIGN_IN: "off", ...UPSTREAM }, [ANSWERED, ...PAGE]],
  ])("%s", async (_mode, environment, doors) => {
    expect(await doorsOf(environment)).toEqual(doors);
  });
});
