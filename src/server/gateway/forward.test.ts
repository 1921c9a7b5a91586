import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COLUMNS_TYPE } from "#partner-center/columns.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { authorizeByForwarding } from "#server/authorize/authorize.ts";
import { serve } from "../testing/serve.ts";
import { serveGateway } from "../testing/serve-gateway.ts";
import { createForward } from "./forward.ts";

const TOKEN = "Bearer aaaa.bbbb.cccc";
const GUID = "00c0ffee-0000-4000-8000-000000000001";

/** A scripted upstream that records its requests. */
async function hostileUpstream() {
  const seen: IncomingMessage[] = [];
  let behaviour = (_request: IncomingMessage, response: ServerResponse): void => {
    response.end("{}");
  };
  const served = await serve((request, response) => {
    seen.push(request);
    behaviour(request, response);
  });
  return {
    ...served,
    seen,
    last: () => seen.at(-1),
    behave: (next: typeof behaviour) => {
      behaviour = next;
    },
  };
}

describe("forwarding to Partner Center", () => {
  let upstream: Awaited<ReturnType<typeof hostileUpstream>>;
  let gateway: Awaited<ReturnType<typeof serveGateway>>;

  beforeAll(async () => {
    upstream = await hostileUpstream();
    const backend = { kind: "partner-center" as const, origin: upstream.origin };
    gateway = await serveGateway({ backend, authorize: authorizeByForwarding() });
  });
  afterAll(() => Promise.all([gateway.close(), upstream.close()]));

  function call(search = "", headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${gateway.origin}${ENDPOINT}${search}`, { headers: { Authorization: TOKEN, ...headers } });
  }

  it("takes the token, the ids and the two headers that Partner Center reads, and nothing else", async () => {
    upstream.behave((_request, response) => response.end("{}"));
    await call("", {
      Accept: `${COLUMNS_TYPE}, application/json;q=0.9`,
      "MS-RequestId": GUID,
      "MS-PartnerCenter-Application": "Referral analytics",
      "X-Locale": "de-DE",
      Cookie: "session=secret",
      "X-Forwarded-Host": "evil.example",
      "X-Secret": "secret",
      Origin: "https://evil.example",
      Referer: "https://portal.example/customer",
    });
    const { headers } = upstream.last() ?? {};
    expect(headers).toMatchObject({
      accept: "application/json",
      authorization: TOKEN,
      "ms-requestid": GUID,
      "ms-correlationid": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "ms-contract-version": "v1",
      "ms-partnercenter-application": "Referral analytics",
      "x-locale": "de-DE",
      host: new URL(upstream.origin).host,
    });
    expect(JSON.stringify(headers)).not.toMatch(/secret|evil|customer/);
  });

  it("prints the query anew: equal queries arrive equal, nothing else arrives", async () => {
    upstream.behave((_request, response) => response.end("{}"));
    const filter = encodeURIComponent("STATUS   eq 'Won'  AND (customermarket ne null)");
    await call(`?TOP=5&GroupBy=customermarket,CREATEDDATE&aggregationlevel=MONTH&filter=${filter}`);
    expect(decodeURIComponent(upstream.last()?.url ?? "")).toBe(
      `${ENDPOINT}?filter=status eq 'Won' and customerMarket ne null&groupby=customerMarket,createdDate&aggregationLevel=month&top=5`,
    );
  });

  it("refuses what is no query, without asking Partner Center", async () => {
    const before = upstream.seen.length;
    for (const search of [
      "?orderby=id",
      "?top=1&top=2",
      "?filter=status",
      "?top=-1",
      "?url=https://evil.example",
    ]) {
      const response = await call(search);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "400", description: expect.any(String) });
    }
    expect(upstream.seen.length).toBe(before);
  });

  it("asks nothing without something like a token", async () => {
    const before = upstream.seen.length;
    const response = await fetch(`${gateway.origin}${ENDPOINT}`);
    expect(response.status).toBe(401);
    expect(upstream.seen.length).toBe(before);
  });

  it("passes on an answer's body and the headers that a browser needs, and no cookie", async () => {
    upstream.behave((_request, response) => {
      response.writeHead(429, {
        "Content-Type": "application/json",
        "Retry-After": "7",
        "WWW-Authenticate": 'Bearer error="insufficient_claims"',
        "MS-RequestId": GUID,
        "Set-Cookie": "a=b",
        "Access-Control-Allow-Origin": "*",
        "Content-Security-Policy": "default-src *",
        "X-Powered-By": "something",
        Location: "https://evil.example",
      });
      response.end('{"statusCode":429,"message":"Try again in 7 seconds."}');
    });
    const response = await call();
    expect(response.status).toBe(429);
    expect(await response.text()).toBe('{"statusCode":429,"message":"Try again in 7 seconds."}');
    const { headers } = response;
    expect(headers.get("Retry-After")).toBe("7");
    expect(headers.get("WWW-Authenticate")).toBe('Bearer error="insufficient_claims"');
    expect(headers.get("MS-RequestId")).toBe(GUID);
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    for (const name of ["Set-Cookie", "Access-Control-Allow-Origin", "X-Powered-By", "Location"]) {
      expect(headers.has(name)).toBe(false);
    }
  });

  it("follows no redirect, not even to itself", async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      upstream.behave((_request, response) => response.writeHead(status, { Location: ENDPOINT }).end());
      const before = upstream.seen.length;
      const response = await call();
      expect(response.status).toBe(502);
      expect(await response.json()).toMatchObject({ description: expect.stringContaining("redirect") });
      expect(upstream.seen.length).toBe(before + 1);
    }
  });

  it("keeps a web page from being one on our origin", async () => {
    upstream.behave((_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html" }).end("<script>alert(1)</script>");
    });
    const response = await call();
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("shows an answer that was cut off as failed, never as whole", async () => {
    upstream.behave((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"Value":[');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(call().then((response) => response.text())).rejects.toThrow();
  });

  it("says so when Partner Center cannot be reached", async () => {
    upstream.behave((request) => request.socket.destroy());
    const response = await call();
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      code: "502",
      description: expect.stringContaining("can't reach Partner Center"),
    });
  });

  it("logs why no whole answer came, and nothing of the call but its ids", async () => {
    const logged = () => gateway.lines.map((line) => JSON.parse(line)).filter(({ causes }) => causes);
    const before = logged().length;
    upstream.behave((request) => request.socket.destroy());
    const filter = encodeURIComponent("customerName eq 'Fabrikam'");
    await call(`?filter=${filter}`, { "MS-RequestId": GUID });
    upstream.behave((_request, response) => {
      response.write('{"Value":[');
      setTimeout(() => response.destroy(), 20);
    });
    await call().then((answer) => answer.text().catch(() => {}));
    const [refused, cut, ...more] = logged().slice(before);
    expect(refused).toMatchObject({ level: 40, requestId: GUID, correlationId: expect.any(String) });
    expect(refused.causes.join()).toMatch(/fetch failed.*(UND_ERR_SOCKET|ECONNRESET)/);
    expect(cut.causes.join()).toMatch(/terminated.*UND_ERR_SOCKET/);
    expect(more).toEqual([]);
    expect(JSON.stringify([refused, cut])).not.toMatch(/Fabrikam|customerName|aaaa/);
  });

  it("leaves Partner Center alone once the caller has left", async () => {
    const arrived = new Promise<IncomingMessage>((resolve) => upstream.behave((request) => resolve(request)));
    const leaving = new AbortController();
    const left = fetch(`${gateway.origin}${ENDPOINT}`, {
      headers: { Authorization: TOKEN },
      signal: leaving.signal,
    }).catch(() => "left");
    const { socket } = await arrived;
    leaving.abort();
    expect(await left).toBe("left");
    await (socket.destroyed || once(socket, "close"));
    expect(socket.destroyed).toBe(true);
  });

  describe("within limits", () => {
    const request = new Request(`http://localhost${ENDPOINT}`, { headers: { Authorization: TOKEN } });
    const log = pino({ level: "silent" });
    const limitedTo = (more: object) =>
      createForward({ origin: upstream.origin, path: ENDPOINT, log, ...more });
    const limited = (more: object) => limitedTo(more)(request);

    it("gives up on an answer that does not begin in time", async () => {
      upstream.behave(() => {});
      expect((await limited({ timeoutMs: 50 })).status).toBe(504);
    });

    it("gives up on an answer that does not end in time", async () => {
      upstream.behave((_request, response) => void response.writeHead(200).write("{"));
      const response = await limited({ timeoutMs: 100 });
      await expect(response.text()).rejects.toThrow();
    });

    it("refuses an answer that says it is too large", async () => {
      upstream.behave((_request, response) => response.end("x".repeat(2000)));
      const response = await limited({ maxBytes: 1000 });
      expect(response.status).toBe(502);
      expect(await response.text()).toContain("too large");
    });

    it("breaks off an answer that turns out too large", async () => {
      upstream.behave((_request, response) => {
        for (let part = 0; part < 20; part += 1) response.write("x".repeat(1000));
        response.end();
      });
      const response = await limited({ maxBytes: 5000 });
      await expect(response.text()).rejects.toThrow("too large");
    });
  });
});
