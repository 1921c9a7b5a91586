import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type AnalyticsClient, createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { type FaultyServer, startFaultyServer } from "./testing/faulty-server.ts";

const BY_STATUS: GroupedQuery = { filter: null, groupBy: ["status"], level: "day" };
const BY_ID: GroupedQuery = { filter: null, groupBy: ["id"], level: "day" };
const SIZE = 400;

let server: FaultyServer;
let client: AnalyticsClient;

beforeAll(async () => {
  server = await startFaultyServer(SIZE);
  client = createClient({ endpoint: server.origin + ENDPOINT, application: "Test" });
});
afterAll(() => server.close());
afterEach(() => server.put([]));

async function failure(call: Promise<unknown>): Promise<AnalyticsError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AnalyticsError) return error;
  throw error ?? new Error("It was answered.");
}

async function failureUnder(fault: object): Promise<AnalyticsError> {
  await server.put([fault]);
  return failure(client.grouped(BY_STATUS));
}

type Body = { Value: unknown[]; "@nextLink": string | null; TotalCount: number };

async function pageOf(search: string): Promise<Body> {
  return (await fetch(`${server.origin}${ENDPOINT}?${search}`)).json() as Promise<Body>;
}

async function sumOf(query: GroupedQuery): Promise<number> {
  return (await client.grouped(query)).pages
    .flatMap(({ counts }) => [...counts])
    .reduce((sum, count) => sum + count, 0);
}

describe("a fault that answers instead of the service", () => {
  it.each([
    ["drop", "network", null],
    ["html", "html", null],
    ["malformed", "not-json", null],
    ["expired-token", "token-expired", "InvalidAuthenticationToken"],
    ["forbidden", "forbidden", "900150"],
    ["mfa", "mfa-required", "900421"],
    ["wrong-audience", "wrong-audience", "900420"],
    ["not-here", "not-offered", "404"],
  ] as const)("%s is the failure %s to the client", async (kind, problem, code) => {
    const error = await failureUnder({ kind });
    expect([error.kind, error.call.code]).toEqual([problem, code]);
    expect(error.call.requestId).toMatch(/^[\da-f-]{36}$/);
  });

  it.each(["seconds", "date", "text"] as const)("throttles, with the wait as %s", async (as) => {
    const { problem } = await failureUnder({ kind: "throttle", retryAfter: 30, as });
    const wait = "retryAfter" in problem && problem.retryAfter?.kind === "delay" ? problem.retryAfter.ms : 0;
    expect(problem.kind).toBe("throttled");
    // An HTTP date is rounded up to a second, and the service's clock may lag.
    expect(Math.abs(wait - 30_000)).toBeLessThanOrEqual(2000);
  });

  it.each([500, 502, 503, 504])("is unavailable with %d, in the way of that status", async (status) => {
    const { problem, call } = await failureUnder({ kind: "unavailable", status, retryAfter: 7 });
    expect(problem).toEqual({ kind: "unavailable", retryAfter: { kind: "delay", ms: 7000 } });
    expect(call.status).toBe(status);
  });

  it("breaks the connection behind the first half of the body", async () => {
    await server.put([{ kind: "drop" }]);
    const response = await fetch(`${server.origin}${ENDPOINT}?groupby=id`);
    const length = Number(response.headers.get("Content-Length"));
    let received = 0;
    const reading = async () => {
      for await (const chunk of response.body ?? []) received += chunk.byteLength;
    };
    await expect(reading()).rejects.toThrow();
    expect(received).toBe(Math.floor(length / 2));
  });
});

describe("a fault that changes the service's answer", () => {
  it("cuts buckets without a sign", async () => {
    await server.put([{ kind: "bucket-limit", n: 3 }]);
    expect(await client.grouped(BY_STATUS)).toMatchObject({ pages: [{ size: 3 }], totalCount: 3 });
    expect((await client.total(null)).totalCount).toBe(SIZE);
  });

  it("cuts buckets behind the pages that come before", async () => {
    await server.put([{ kind: "bucket-limit", n: 7 }]);
    const [first, second, third] = await Promise.all(
      [0, 5, 10].map((skip) => pageOf(`groupby=id&top=5&skip=${skip}`)),
    );
    expect([first, second, third].map((page) => page?.Value.length)).toEqual([5, 2, 0]);
    expect([first, second, third].map((page) => page?.["@nextLink"] === null)).toEqual([false, true, true]);
  });

  it("has no next link although more is to come", async () => {
    await server.put([{ kind: "no-next-link" }]);
    expect(await pageOf("top=5")).toMatchObject({
      "@nextLink": null,
      TotalCount: SIZE,
      Value: { length: 5 },
    });
  });

  it("has a next link that leads back, and the client stops", async () => {
    await server.put([{ kind: "looping-next-link" }]);
    expect(await client.grouped(BY_ID)).toMatchObject({ pages: { length: 1 }, endedEarly: true });
  });

  it("comes late", async () => {
    await server.put([{ kind: "slow", ms: 200 }]);
    const start = performance.now();
    expect(await sumOf(BY_STATUS)).toBe(SIZE);
    expect(performance.now() - start).toBeGreaterThan(190);
  });

  it("is left alone where the service refuses", async () => {
    await server.put([{ kind: "envelope", variant: "odata" }, { kind: "malformed" }]);
    const response = await fetch(`${server.origin}${ENDPOINT}?filter=nonsense`);
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([
      400,
      ["code", "description", "data", "source"],
    ]);
  });
});

describe("several faults", () => {
  it("are met in their order, each as often as it says, until none is left", async () => {
    const faults = [
      { kind: "envelope", variant: "odata", times: 4 },
      { kind: "throttle", times: 2 },
      { kind: "unavailable", times: 1 },
    ];
    await server.put(faults);
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await failure(client.total(null))).call.status);
    expect(statuses).toEqual([429, 429, 503]);
    const text = async () => (await fetch(`${server.origin}${ENDPOINT}?top=0`)).text();
    expect(await text()).toContain("@odata.count");
    expect(await text()).not.toContain("@odata.count");
  });

  it("count grouped queries only where they concern only these", async () => {
    await server.put([{ kind: "bucket-limit", n: 1, times: 1 }]);
    await client.total(null);
    expect((await client.grouped(BY_STATUS)).pages).toMatchObject([{ size: 1 }]);
    expect((await client.grouped(BY_STATUS)).pages).toMatchObject([{ size: 4 }]);
  });
});
