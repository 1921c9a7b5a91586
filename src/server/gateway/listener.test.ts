import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { authorizeByForwarding } from "#server/authorize/authorize.ts";
import { sendRaw, serve } from "../testing/serve.ts";
import { serveGateway } from "../testing/serve-gateway.ts";

const AUTHORIZATION = "Authorization: Bearer aaaa.bbbb.cccc";

describe("the gateway", () => {
  const seen: string[] = [];
  let upstream: Awaited<ReturnType<typeof serve>>;
  let gateway: Awaited<ReturnType<typeof serveGateway>>;

  beforeAll(async () => {
    upstream = await serve((incoming, response) => {
      seen.push(`${incoming.method} ${incoming.headers.host} ${incoming.url?.split("?")[0]}`);
      response.end('{"Value":[]}');
    });
    const backend = { kind: "partner-center" as const, origin: upstream.origin };
    gateway = await serveGateway({ backend, authorize: authorizeByForwarding() });
  });
  afterAll(() => Promise.all([gateway.close(), upstream.close()]));

  function send(line: string, ...headers: string[]) {
    const host = headers.some((header) => /^host:/i.test(header)) ? [] : ["Host: localhost"];
    return sendRaw(gateway.port, [line, ...host, AUTHORIZATION, ...headers]);
  }

  it.each([
    ["two slashes in front", `GET /${ENDPOINT} HTTP/1.1`],
    ["two slashes inside", "GET /partner/v1//analytics/referrals HTTP/1.1"],
    ["another host after two slashes", `GET //evil.example${ENDPOINT} HTTP/1.1`],
    ["an absolute address", `GET http://evil.example${ENDPOINT} HTTP/1.1`],
    ["an absolute address of https", `GET https://evil.example${ENDPOINT} HTTP/1.1`],
    ["dots", "GET /partner/v1/analytics/../customers HTTP/1.1"],
    ["dots back to the endpoint", "GET /partner/v1/x/../analytics/referrals HTTP/1.1"],
    ["encoded slashes", "GET /partner/v1/analytics/..%2fcustomers HTTP/1.1"],
    ["encoded dots", "GET /partner/v1/analytics/%2e%2e/customers HTTP/1.1"],
    ["dots encoded twice", "GET /partner/v1/analytics/%252e%252e/customers HTTP/1.1"],
    ["a backslash", "GET /partner\\v1\\analytics\\referrals HTTP/1.1"],
    ["an encoded backslash", "GET /partner/v1/analytics/..%5ccustomers HTTP/1.1"],
    ["an encoded zero", `GET ${ENDPOINT}%00 HTTP/1.1`],
    ["a fragment", `GET ${ENDPOINT}#x HTTP/1.1`],
    ["another path", "GET /partner/v1/customers HTTP/1.1"],
    ["the path with an end", `GET ${ENDPOINT}/1 HTTP/1.1`],
    ["the path in capitals", `GET ${ENDPOINT.toUpperCase()} HTTP/1.1`],
    ["the path with parameters of its own", `GET ${ENDPOINT};host=evil.example HTTP/1.1`],
    ["an encoded line break in the path", `GET ${ENDPOINT}%0d%0aHost:%20evil.example HTTP/1.1`],
    ["an encoded line break in the query", `GET ${ENDPOINT}?top=1%0d%0aX-Evil:%201 HTTP/1.1`],
    ["HEAD", `HEAD ${ENDPOINT} HTTP/1.1`],
    ["POST", `POST ${ENDPOINT} HTTP/1.1`],
    ["PUT", `PUT ${ENDPOINT} HTTP/1.1`],
    ["DELETE", `DELETE ${ENDPOINT} HTTP/1.1`],
    ["PATCH", `PATCH ${ENDPOINT} HTTP/1.1`],
    ["OPTIONS", `OPTIONS ${ENDPOINT} HTTP/1.1`],
    ["OPTIONS of the whole server", "OPTIONS * HTTP/1.1"],
    ["TRACE", `TRACE ${ENDPOINT} HTTP/1.1`],
    ["a method of nobody", `GOT ${ENDPOINT} HTTP/1.1`],
  ])("does not forward %s", async (_name, line) => {
    const before = seen.length;
    const response = await send(line);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(seen.length).toBe(before);
  });

  it.each([
    ["another host", ["Host: evil.example"]],
    ["another host with our port", ["Host: localhost.evil.example:4280"]],
    ["a host with a user", ["Host: localhost@evil.example"]],
    ["two hosts", ["Host: localhost", "Host: evil.example"]],
    ["an empty host", ["Host:"]],
    ["a line break in a header", ["X-Locale: de\rX-Evil: 1"]],
    ["a zero in a header", ["X-Locale: de\0"]],
    ["a length and chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"]],
  ])("does not forward a call with %s", async (_name, headers) => {
    const before = seen.length;
    const response = await send(`GET ${ENDPOINT} HTTP/1.1`, ...headers);
    expect([400, 421]).toContain(response.status);
    expect(seen.length).toBe(before);
  });

  it("asks the one host for the one path, whatever a proxy's headers say", async () => {
    seen.length = 0;
    const forged = [
      "X-Forwarded-Host: evil.example",
      "X-Forwarded-Proto: https",
      "Forwarded: host=evil.example",
    ];
    const rewritten = ["X-Original-URL: /partner/v1/customers", "X-HTTP-Method-Override: DELETE"];
    const response = await send(`GET ${ENDPOINT} HTTP/1.1`, ...forged, ...rewritten);
    expect(response.status).toBe(200);
    expect(seen).toEqual([`GET 127.0.0.1:${upstream.port} ${ENDPOINT}`]);
  });

  it("answers under every name of this machine", async () => {
    for (const host of ["localhost:1", "127.0.0.1", "[::1]:4280", "app.localhost:8080"]) {
      expect(await send(`GET ${ENDPOINT} HTTP/1.1`, `Host: ${host}`)).toMatchObject({ status: 200 });
    }
  });

  it("sends its policies with the page's files, and stricter ones with data", async () => {
    const { headers } = await send("GET /config.json HTTP/1.1");
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'; require-trusted-types-for 'script'");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("trusted-types reading-worker export-worker files-worker default");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    for (const breaking of ["X-Frame-Options", "Cross-Origin-Opener-Policy", "Strict-Transport-Security"]) {
      expect(headers.has(breaking)).toBe(false);
    }
    const data = await send(`GET ${ENDPOINT} HTTP/1.1`);
    expect(data.headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
  });

  it("asks for https from then on behind TLS", async () => {
    const { headers } = await send("GET /healthz HTTP/1.1", "X-Forwarded-Proto: https");
    expect(headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  });

  it("logs ids, status, time and bytes of a call, and nothing that it asked or carried", async () => {
    gateway.lines.length = 0;
    const id = "00c0ffee-0000-4000-8000-000000000009";
    const filter = encodeURIComponent("customerName eq 'Fabrikam'");
    await send(`GET ${ENDPOINT}?filter=${filter} HTTP/1.1`, `MS-RequestId: ${id}`);
    await send("GET /overview?market=Fabrikam HTTP/1.1");
    await expect.poll(() => gateway.lines.length).toBe(2);
    expect(JSON.parse(gateway.lines[0] ?? "")).toMatchObject({
      requestId: id,
      correlationId: expect.any(String),
      method: "GET",
      kind: "endpoint",
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
    });
    expect(gateway.lines.join("")).not.toMatch(/Fabrikam|aaaa|customerName|overview/);
  });

  it("says that it stops, and closes each connection behind its answer once it takes no new one", async () => {
    const backend = { kind: "partner-center" as const, origin: upstream.origin };
    const stopping = await serveGateway({ backend, isReady: () => false, isAccepting: () => false });
    const connection = await new Promise((resolve) => {
      request(`${stopping.origin}/readyz`, (response) => {
        resolve([response.statusCode, response.headers.connection]);
        response.resume();
      }).end();
    });
    expect(connection).toEqual([503, "close"]);
    await stopping.close();
  });
});
