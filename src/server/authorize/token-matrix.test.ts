import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { createApp } from "../app.ts";
import { openLiveData } from "../embedded/live-data.ts";
import { callerReader } from "../gateway/caller.ts";
import { createListener } from "../gateway/listener.ts";
import { createRateLimit } from "../gateway/rate-limit.ts";
import { sendRaw, serve } from "../testing/serve.ts";
import { authorizeByToken } from "./authorize.ts";
import { badCalls } from "./testing/bad-tokens.ts";
import { createTestIssuer, GOOD_CLAIMS, NOW, type TestIssuer } from "./testing/test-issuer.ts";

const issuer: TestIssuer = await createTestIssuer();
const calls = await badCalls(issuer);

describe("a token", () => {
  let served: Awaited<ReturnType<typeof serve>>;
  let answered = 0;

  beforeAll(async () => {
    const service = {
      respond: async () => {
        answered += 1;
        return {
          status: 200,
          body: Buffer.from("{}"),
          encoding: "identity" as const,
          type: "application/json",
        };
      },
      cacheUsage: () => ({ hits: 0, misses: 0, entries: 0, bytes: 0 }),
    };
    const loaded = {
      ...{ service, extras: service, source: null, spellings: () => [], health: {} },
      ...{ rows: 0, savedAt: 0, queue: () => ({ waiting: 0, most: 1 }), close: async () => {} },
    };
    const log = pino({ level: "silent" });
    const parts = { open: async () => loaded, fingerprint: null, everyMs: 0, log };
    const data = await openLiveData(loaded, parts);
    const app = createApp({
      backend: { kind: "embedded", data },
      config: () => ({ signIn: "off", data: { kind: "sample" }, frameAncestors: [] }),
      authorize: authorizeByToken(issuer.rules),
      rateLimit: createRateLimit(1000),
      faults: null,
      log,
      isReady: () => true,
    });
    served = await serve(
      createListener({
        app: getRequestListener(app.fetch),
        basePath: "",
        readCaller: callerReader(null),
        standIn: null,
        policy: { authority: null, frameAncestors: ["'self'"] },
        log: pino({ level: "silent" }),
        localOnly: true,
        tls: false,
        isAccepting: () => true,
      }),
    );
  });
  afterAll(() => served.close());

  function call(headers: readonly string[]) {
    const lines = headers.map((header) => `Authorization: ${header}`);
    return sendRaw(served.port, [`GET ${ENDPOINT} HTTP/1.1`, "Host: localhost", ...lines]);
  }

  it("that is good is answered, of either version and audience, within the skew of clocks", async () => {
    const second = NOW / 1000;
    const v2 = { ver: "2.0", iss: issuer.rules.tenant.v2Issuer, aud: "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd" };
    for (const claims of [
      {},
      v2,
      { exp: second - 30 },
      { nbf: second + 30 },
      { scp: "a user_impersonation" },
    ]) {
      expect(await call([`Bearer ${await issuer.sign(claims)}`])).toMatchObject({ status: 200 });
    }
    expect(await call([`Bearer ${issuer.craft({ alg: "RS256" })}`])).toMatchObject({ status: 200 });
    expect(answered).toBe(6);
  });

  it.each(Object.entries(calls))("is refused: %s", async (_name, { headers, status, code }) => {
    const before = answered;
    const response = await call(headers);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    const body: unknown = JSON.parse(response.body);
    expect(body).toEqual({
      code,
      description: expect.stringMatching(/^.{20,200}$/),
      data: [],
      source: "referrals-dashboard",
    });
    expect(response.headers.get("MS-RequestId")).toMatch(/^[0-9a-f-]{36}$/);
    if (status === 401) expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer/);
    expect(answered).toBe(before);
  });

  it("without a second factor is answered with the claims to ask for", async () => {
    const response = await call([`Bearer ${await issuer.sign({ amr: ["pwd"] })}`]);
    const challenge = response.headers.get("WWW-Authenticate") ?? "";
    expect(challenge).toMatch(/^Bearer error="insufficient_claims", claims="/);
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? "";
    expect(JSON.parse(atob(claims))).toEqual({
      access_token: { amr: { essential: true, values: ["mfa"] } },
    });
  });

  it("stays out of every answer", async () => {
    const token = await issuer.sign({ exp: 1 });
    const response = await call([`Bearer ${token}`]);
    expect(response.body + [...response.headers].join()).not.toContain(token.slice(0, 20));
    expect(response.body).not.toContain(GOOD_CLAIMS.oid);
  });
});

it("the matrix has at least eighty bad calls", () => {
  expect(Object.keys(calls).length).toBeGreaterThanOrEqual(80);
});
