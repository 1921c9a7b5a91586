import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { authorizeByForwarding } from "./authorize/authorize.ts";
import { callerReader } from "./gateway/caller.ts";
import { createRateLimit } from "./gateway/rate-limit.ts";
import { serveFiles } from "./testing/serve-files.ts";
import { serveGateway } from "./testing/serve-gateway.ts";

const BACKEND = { kind: "partner-center", origin: "http://127.0.0.1:9" } as const;

/** A gateway behind proxies that lets each caller without a token through once in ten seconds, and their statuses. */
async function behind(TRUST_PROXY: string) {
  const { trustProxy } = readServerSettings({ TRUST_PROXY }).operation;
  const gateway = await serveGateway({
    backend: BACKEND,
    authorize: authorizeByForwarding(),
    rateLimit: createRateLimit(0.1),
    readCaller: callerReader(trustProxy),
  });
  const statuses = async (headers: readonly Record<string, string>[]) => {
    const all: number[] = [];
    for (const one of headers) all.push((await fetch(gateway.origin + ENDPOINT, { headers: one })).status);
    return all;
  };
  return { ...gateway, statuses };
}

const from = (forwarded: string) => ({ "X-Forwarded-For": forwarded });
const told = (forwarded: string) => ({ Forwarded: forwarded });

describe("callers behind a proxy", () => {
  it("are one caller for a server that trusts none, whatever they say", async () => {
    const { statuses, close } = await behind("");
    expect(await statuses([from("192.0.2.1"), from("192.0.2.2"), from("nonsense")])).toEqual([401, 429, 429]);
    await close();
  });

  it.each(["1", "loopback", "127.0.0.0/8, 10.0.0.0/8"])("are counted by address with %s", async (trust) => {
    const { statuses, close } = await behind(trust);
    const calls = ["192.0.2.1", "192.0.2.2", "192.0.2.1", "2001:db8::1", "2001:db8::2", "192.0.2.2:5123"];
    expect(await statuses(calls.map(from))).toEqual([401, 401, 429, 401, 429, 429]);
    await close();
  });

  it.each(["1", "loopback"])(
    "are counted by the address in the header of RFC 7239, too, with %s",
    async (trust) => {
      const { statuses, close } = await behind(trust);
      const calls = [
        "for=192.0.2.1",
        "For=192.0.2.2;proto=http",
        'for="192.0.2.1:5123"',
        "for=192.0.2.3, for=192.0.2.2",
      ];
      const six = ['for="[2001:db8::1]";by=10.0.0.1', 'for="[2001:db8::2]:443"'];
      expect(await statuses([...calls, ...six].map(told))).toEqual([401, 401, 429, 429, 401, 429]);
      await close();
    },
  );

  it("cannot be two: a proxy that writes one header may pass on the other as the caller sent it", async () => {
    const { statuses, close } = await behind("1");
    const both = (one: string, other: string) => ({ ...from(one), ...told(`for=${other}`) });
    expect(await statuses([both("192.0.2.1", "192.0.2.1"), both("192.0.2.1", "192.0.2.2")])).toEqual([
      401, 400,
    ]);
    await close();
  });

  it("cannot invent an address: only what trusted proxies have added counts", async () => {
    const { statuses, close } = await behind("1");
    expect(await statuses([from("192.0.2.1, 192.0.2.9"), from("192.0.2.2, 192.0.2.9")])).toEqual([401, 429]);
    await close();
    const two = await behind("2");
    const chain = (caller: string) => from(`6.6.6.6, ${caller}, 10.0.0.1`);
    expect(await two.statuses(["192.0.2.1", "192.0.2.2", "192.0.2.1"].map(chain))).toEqual([401, 401, 429]);
    await two.close();
  });

  it("are not believed where they come without the proxy", async () => {
    const { statuses, close } = await behind("10.0.0.0/8");
    expect(await statuses([from("192.0.2.1"), from("192.0.2.2")])).toEqual([401, 429]);
    await close();
  });

  it.each([
    [{ "X-Forwarded-For": "unknown" }, "X-Forwarded-For"],
    [{ "X-Forwarded-For": "192.0.2.1, <script>" }, "X-Forwarded-For"],
    [{ "X-Forwarded-Proto": "ftp" }, "X-Forwarded-Proto"],
    [told("for=unknown"), "Forwarded: For"],
    [told("for=_hidden;proto=https"), "Forwarded: For"],
    [told("for=192.0.2.1;proto=ftp"), "Forwarded: Proto"],
    [told('for="192.0.2.1'), "Forwarded: For"],
  ])("are refused in words where the proxy says %j", async (headers, name) => {
    const gateway = await behind("loopback");
    const response = await fetch(gateway.origin + ENDPOINT, { headers: headers as Record<string, string> });
    expect([response.status, (await response.json()).description]).toEqual([
      400,
      expect.stringContaining(name),
    ]);
    await gateway.close();
  });

  it("are addressed by the name that the proxy passes on", async () => {
    const gateway = await behind("loopback");
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${gateway.origin}/readyz`, { headers })).status;
    const names = ["localhost:8443", "evil.example", "local host"];
    for (const headers of [
      (host: string) => ({ "X-Forwarded-Host": host }),
      // The nearest proxy's word on its caller counts, not what that caller says of another.
      (host: string) => told(`for=192.0.2.9;host=else.example, for=192.0.2.1;host="${host}"`),
    ])
      expect(await Promise.all(names.map((name) => status(headers(name))))).toEqual([200, 421, 421]);
    await gateway.close();
  });
});

it.each(["yes", "0", "10", "10.0.0.0/33", "300.1.1.1", "loopback,", "::1/129", "1, 2"])(
  "TRUST_PROXY=%s is refused in a sentence",
  (TRUST_PROXY) => {
    expect(() => readServerSettings({ TRUST_PROXY })).toThrow(/TRUST_PROXY is .*number of proxies/);
  },
);

it.each(["referrals", "/a//b", "/../", "/a/./b", "/a b/", "/a?b", "https://a.example/"])(
  "BASE_PATH=%s is refused in a sentence",
  (BASE_PATH) => {
    expect(() => readServerSettings({ BASE_PATH })).toThrow(/BASE_PATH is .*starts with a slash/);
  },
);

describe("a server below the root of its site", () => {
  let served: Awaited<ReturnType<typeof serveFiles>>;
  let origin = "";
  beforeAll(async () => {
    served = await serveFiles(new URL("../../e2e/fixtures/crm-opportunities.csv", import.meta.url).pathname, {
      BASE_PATH: "/referrals",
    });
    origin = new URL(served.server.url).origin;
  });
  afterAll(() => served.server.close());

  const get = (path: string) => fetch(origin + path, { redirect: "manual" });

  it("answers there, and for its health anywhere", async () => {
    expect(served.server.url).toBe(`${origin}/referrals`);
    expect(served.config.signIn).toBe("off");
    const paths = ["/referrals/healthz", "/referrals/readyz", "/healthz", "/readyz"];
    expect(await Promise.all(paths.map(async (path) => (await get(path)).status))).toEqual([
      200, 200, 200, 200,
    ]);
  });

  it("links to next pages there", async () => {
    const { "@nextLink": link } = await (await get(`/referrals${ENDPOINT}?top=1`)).json();
    expect(link).toBe(`/referrals${ENDPOINT}?top=1&skip=1`);
    expect((await get(link)).status).toBe(200);
  });

  it("leads to its folder, with the query", async () => {
    const { status, headers } = await get("/referrals?market=DE");
    expect([status, headers.get("Location")]).toEqual([308, "/referrals/?market=DE"]);
  });

  it.each(["/", "/config.json", ENDPOINT, "/referrals-2/", "/Referrals/"])(
    "is not at %s, and says where",
    async (path) => {
      const response = await get(path);
      expect([response.status, (await response.json()).description]).toEqual([
        404,
        expect.stringContaining("The dashboard is at /referrals/ (BASE_PATH)"),
      ]);
    },
  );
});
