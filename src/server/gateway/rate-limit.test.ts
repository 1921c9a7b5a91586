import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { authorizeByForwarding } from "#server/authorize/authorize.ts";
import { serve } from "../testing/serve.ts";
import { serveGateway } from "../testing/serve-gateway.ts";
import { createRateLimit } from "./rate-limit.ts";

describe("an allowance of ten calls before Partner Center", () => {
  let accepts = true;
  let upstream: Awaited<ReturnType<typeof serve>>;
  let slow: Awaited<ReturnType<typeof serveGateway>>;
  beforeAll(async () => {
    upstream = await serve((_request, response) => response.writeHead(accepts ? 200 : 401).end("{}"));
  });
  afterAll(() => upstream.close());
  beforeEach(async () => {
    const backend = { kind: "partner-center" as const, origin: upstream.origin };
    slow = await serveGateway({ backend, authorize: authorizeByForwarding(), rateLimit: createRateLimit(1) });
  });
  afterEach(() => slow.close());

  const tokenOf = (claims: object): string =>
    `a.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.a`;
  const as = (token: string) =>
    fetch(`${slow.origin}${ENDPOINT}`, { headers: { Authorization: `Bearer ${token}` } });

  /** How many calls succeed before the first 429; each has its own token. */
  async function answeredOf(count: number, token: (call: number) => string): Promise<number> {
    for (let call = 0; call < count; call += 1) if ((await as(token(call))).status === 429) return call;
    return count;
  }

  it("lets a user who asks too much wait, by name of the seconds, and nobody else", async () => {
    // The first call is not attributed to a person yet.
    expect(await answeredOf(30, () => tokenOf({ oid: "anna" }))).toBe(11);
    const stopped = await as(tokenOf({ oid: "anna" }));
    const seconds = Number(stopped.headers.get("Retry-After"));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(10);
    expect(await stopped.json()).toEqual({
      statusCode: 429,
      message: `Rate limit is exceeded. Try again in ${seconds} seconds.`,
    });
    expect((await as(tokenOf({ oid: "bert" }))).status).toBe(200);
  });

  it("counts all tokens of a person together once they are accepted", async () => {
    const token = (call: number) => tokenOf({ oid: "anna", iat: call % 2 });
    expect(await answeredOf(30, token)).toBe(12);
  });

  it("counts made-up tokens by address, whomever they name, and a proven person apart", async () => {
    const anna = tokenOf({ oid: "anna" });
    expect((await as(anna)).status).toBe(200);
    accepts = false;
    expect(await answeredOf(30, (call) => tokenOf({ oid: `made up ${call}` }))).toBe(9);
    expect((await as(tokenOf({ oid: "anna", iat: 1 }))).status).toBe(429);
    accepts = true;
    expect((await as(anna)).status).toBe(200);
  });

  it("counts calls without a token too", async () => {
    const bare = () => fetch(`${slow.origin}${ENDPOINT}`).then(({ status }) => status);
    for (let call = 0; call < 10; call += 1) expect(await bare()).toBe(401);
    expect(await bare()).toBe(429);
  });
});
