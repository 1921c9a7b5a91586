import type { IncomingHttpHeaders } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AnalyticsClient, createClient } from "./client.ts";
import { ENDPOINT } from "./endpoint.ts";
import { AnalyticsError } from "./errors.ts";
import type { GroupedQuery } from "./query.ts";
import { DIRECT_READER } from "./response.ts";
import { bucketsOf } from "./testing/buckets-of.ts";
import { type Handler, type LocalServer, startServer } from "./testing/local-server.ts";

const BY_ID: GroupedQuery = { filter: null, groupBy: ["id"], level: "day" };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type ReceivedRequest = { search: URLSearchParams; headers: IncomingHttpHeaders };

let server: LocalServer;
let asked: ReceivedRequest[];
let respond: Handler;
let client: AnalyticsClient;

beforeEach(async () => {
  asked = [];
  server = await startServer((request, response) => {
    const url = new URL(request.url ?? "", server.origin);
    asked.push({ search: url.searchParams, headers: request.headers });
    respond(request, response);
  });
  client = createClient({ endpoint: `${server.origin}${ENDPOINT}`, application: "Test" });
});

afterEach(() => server.close());

function rows(from: number, to: number): { id: string; referralCount: string }[] {
  return Array.from({ length: to - from }, (_, n) => ({ id: `r${from + n}`, referralCount: "1" }));
}

function answerWith(body: unknown, status = 200, headers: Record<string, string> = {}): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  respond = (_, response) => response.writeHead(status, headers).end(text);
}

/** Serves `total` buckets by `top` and `skip`; `link` builds the next link of all but the last page. */
function serve(total: number, link: (skip: number) => string | null, pageSize = 10_000): void {
  respond = (_, response) => {
    const search = asked.at(-1)?.search;
    const skip = Number(search?.get("skip") ?? 0);
    const end = Math.min(total, skip + Math.min(pageSize, Number(search?.get("top") ?? 10_000)));
    response.end(JSON.stringify({ Value: rows(skip, end), "@nextLink": end < total ? link(end) : null }));
  };
}

function sizeOf({ pages }: Awaited<ReturnType<AnalyticsClient["grouped"]>>): number {
  return pages.reduce((sum, { size }) => sum + size, 0);
}

async function failure(call: Promise<unknown>): Promise<AnalyticsError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AnalyticsError) return error;
  throw error ?? new Error("it was answered");
}

describe("a call", () => {
  test("carries the headers of the contract, with a fresh pair of identifiers", async () => {
    answerWith([]);
    await client.grouped(BY_ID);
    await client.grouped(BY_ID);
    const [first, second] = asked.map(({ headers }) => headers);
    expect(first).toMatchObject({
      accept: "application/json",
      "ms-contract-version": "v1",
      "ms-partnercenter-application": "Test",
      "ms-requestid": expect.stringMatching(GUID),
      "ms-correlationid": expect.stringMatching(GUID),
    });
    expect(first).not.toHaveProperty("authorization");
    expect(second?.["ms-requestid"]).not.toBe(first?.["ms-requestid"]);
  });

  test("carries the user's token when there is one, and the identifier of a call that is tried again", async () => {
    const signedIn = createClient({
      endpoint: `${server.origin}${ENDPOINT}`,
      application: "Test",
      token: async () => "secret",
    });
    answerWith([]);
    await signedIn.grouped(BY_ID, { requestId: "11111111-2222-3333-4444-555555555555" });
    expect(asked[0]?.headers).toMatchObject({
      authorization: "Bearer secret",
      "ms-requestid": "11111111-2222-3333-4444-555555555555",
    });
  });

  test("tells the service's time, the echoed identifier and the bytes", async () => {
    const headers = { Date: "Wed, 21 Oct 2026 07:28:00 GMT", "MS-RequestId": "echo" };
    answerWith('[{"id":"é","referralCount":"1"}]', 200, headers);
    expect(await client.grouped(BY_ID)).toEqual({
      pages: [expect.objectContaining({ size: 1 })],
      totalCount: null,
      endedEarly: false,
      serverTime: Date.UTC(2026, 9, 21, 7, 28),
      requestId: "echo",
      bytes: 33,
    });
  });
});

describe("grouped", () => {
  test("asks for at most 9,999 rows and follows relative links to the last page", async () => {
    serve(20_500, (skip) => `${ENDPOINT}?groupby=id&top=9999&skip=${skip}`);
    const { pages } = await client.grouped(BY_ID);
    expect(pages).toHaveLength(3);
    expect(pages.flatMap(bucketsOf)).toEqual(rows(0, 20_500).map(({ id }) => [[id], 1]));
    expect(asked.map(({ search }) => search.get("top"))).toEqual(["9999", "9999", "9999"]);
    expect(new Set(asked.map(({ headers }) => headers["ms-requestid"])).size).toBe(3);
  });

  test("goes on with skip behind a full page without a link, and past a link to another host", async () => {
    serve(10_100, () => null);
    expect(sizeOf(await client.grouped(BY_ID))).toBe(10_100);
    serve(250, () => "https://evil.example/?skip=1", 100);
    expect(sizeOf(await client.grouped(BY_ID))).toBe(250);
    expect(asked.at(-1)?.search.get("skip")).toBe("200");
  });

  test("stops at a link that comes again", async () => {
    respond = (_, response) => {
      const from = asked.length;
      response.end(JSON.stringify({ Value: rows(from, from + 1), "@nextLink": "?skip=1" }));
    };
    expect(await client.grouped(BY_ID)).toMatchObject({
      pages: [{ size: 1 }, { size: 1 }],
      endedEarly: true,
    });
  });

  test("does not count a page twice when the service ignores skip", async () => {
    answerWith(rows(0, 9999));
    const answered = await client.grouped(BY_ID);
    expect(sizeOf(answered)).toBe(9999);
    expect(answered.endedEarly).toBe(true);
  });
});

describe("total", () => {
  test("asks for one row and takes the service's count", async () => {
    answerWith({ Value: [{ id: "1" }], TotalCount: "8800" });
    const filter = { kind: "term", field: "status", operator: "eq", value: "Won" } as const;
    expect(await client.total(filter)).toMatchObject({ totalCount: 8800 });
    expect(Object.fromEntries(asked[0]?.search ?? [])).toEqual({ filter: "status eq 'Won'", top: "1" });
  });

  test("is unknown without a count, and 0 where not one row came", async () => {
    answerWith([{ id: "1" }]);
    expect(await client.total(null)).toMatchObject({ totalCount: null });
    answerWith("");
    expect(await client.total(null)).toMatchObject({ totalCount: 0 });
  });
});

describe("recordsPage", () => {
  test("gives one page and the place of the next one", async () => {
    answerWith({ Value: [{ id: "1" }, { id: "2" }], "@nextLink": `${ENDPOINT}?token=x`, TotalCount: 3 });
    const first = await client.recordsPage({ filter: null }, { top: 2, skip: 0 });
    expect(first.records.terms.id.values).toEqual(["1", "2"]);
    expect(first.next).toEqual({ top: 2, skip: 2, search: "token=x" });
    answerWith({ Value: [{ id: "3" }], "@nextLink": null, TotalCount: 3 });
    const second = await client.recordsPage({ filter: null }, first.next ?? { top: 2, skip: 0 });
    expect(asked[1]?.search.get("token")).toBe("x");
    expect(second).toMatchObject({
      records: { size: 1, terms: { id: { values: ["3"] } } },
      totalCount: 3,
      next: null,
    });
  });

  test("never asks for more than 9,999 rows", async () => {
    answerWith([]);
    await client.recordsPage({ filter: null }, { top: 10_000, skip: 5 });
    expect(Object.fromEntries(asked[0]?.search ?? [])).toEqual({ top: "9999", skip: "5" });
  });
});

describe("a failed call", () => {
  test("carries status, code, words, identifiers, path and query", async () => {
    answerWith({ code: "2032", description: "No role." }, 403, { "MS-RequestId": "echo" });
    const error = await failure(client.grouped(BY_ID));
    expect(error.kind).toBe("forbidden");
    expect(error.call).toEqual({
      status: 403,
      code: "2032",
      description: "No role.",
      requestId: "echo",
      correlationId: asked[0]?.headers["ms-correlationid"],
      url: `${ENDPOINT}?groupby=id&top=9999`,
    });
  });

  test("is told apart: a web page, another shape, no network, a redirect", async () => {
    answerWith("<!DOCTYPE html>");
    expect((await failure(client.grouped(BY_ID))).call).toMatchObject({ status: 200 });
    expect((await failure(client.grouped(BY_ID))).kind).toBe("html");
    answerWith([{ id: "1", status: "New" }]);
    expect((await failure(client.grouped(BY_ID))).kind).toBe("bad-shape");
    answerWith("", 302, { Location: "/sign-in" });
    expect((await failure(client.grouped(BY_ID))).kind).toBe("network");
    respond = (request) => request.socket.destroy();
    expect((await failure(client.grouped(BY_ID))).kind).toBe("network");
  });

  test("is a network failure when the answer breaks off", async () => {
    respond = (request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("[", () => request.socket.destroy());
    };
    expect((await failure(client.grouped(BY_ID))).kind).toBe("network");
  });

  test("stays what it is when it is a mistake of our own", async () => {
    answerWith([]);
    const mistake = new TypeError("x is not a function");
    const reader = { ...DIRECT_READER, grouped: () => Promise.reject(mistake) };
    const mistaken = createClient({ endpoint: `${server.origin}${ENDPOINT}`, application: "Test", reader });
    await expect(mistaken.grouped(BY_ID)).rejects.toBe(mistake);
  });

  test("stays an AbortError when the caller cancels, and is a timeout when a time limit does", async () => {
    const controller = new AbortController();
    respond = () => controller.abort();
    const cancelled = client.grouped(BY_ID, { signal: controller.signal });
    await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
    respond = () => undefined;
    const slow = client.grouped(BY_ID, { signal: AbortSignal.timeout(20) });
    expect((await failure(slow)).kind).toBe("timeout");
  });
});
