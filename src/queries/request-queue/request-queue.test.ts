import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type LocalServer, startServer } from "#partner-center/testing/local-server.ts";
import { type FakeEnvironment, fakeEnvironment } from "#queries/testing/fake-environment.ts";
import { createCallLog, type NetworkEntry } from "./call-log.ts";
import { createRequestQueue, type RequestQueue } from "./request-queue.ts";

type Call = { path: string; requestId: string | undefined };

let server: LocalServer;
let calls: Call[];
let respond: (response: ServerResponse, path: string) => void;
let environment: FakeEnvironment;
let log: ReturnType<typeof createCallLog>;
let requestQueue: RequestQueue;

beforeEach(async () => {
  calls = [];
  respond = (response) => void response.end("[]");
  server = await startServer((request, response) => {
    const path = request.url ?? "";
    calls.push({ path, requestId: String(request.headers["ms-requestid"]) });
    respond(response, path);
  });
  openQueue(fakeEnvironment());
});

afterEach(() => server.close());

function openQueue(fake: FakeEnvironment): void {
  environment = fake;
  log = createCallLog();
  requestQueue = createRequestQueue(fetch, environment, log);
}

const ask = (path: string, init: RequestInit = {}) => requestQueue.fetch(`${server.origin}${path}`, init);
const lastEntry = () => log.get().at(-1) as NetworkEntry;

/** Fails the first `times` calls with this status; later ones return no rows. */
function refuse(times: number, status: number, headers: Record<string, string> = {}): void {
  let left = times;
  respond = (response) => {
    if (left-- > 0) response.writeHead(status, headers);
    response.end("[]");
  };
}

describe("the request queue", () => {
  test("lets two calls through at a time, in the order in which they came", async () => {
    const cached: ServerResponse[] = [];
    respond = (response) => void cached.push(response);
    const asked = ["/1", "/2", "/3", "/4", "/5"].map((path) => ask(path));
    for (let done = 0; done < 5; done++) {
      await vi.waitFor(() => expect(cached.length).toBe(Math.min(5, done + 2)));
      cached[done]?.end("[]");
      await asked[done];
    }
    expect(calls.map(({ path }) => path).sort()).toEqual(["/1", "/2", "/3", "/4", "/5"]);
  });

  test("holds all calls while one is throttled, says until when, and tries with the same identifier", async () => {
    refuse(1, 429, { "Retry-After": "30" });
    const start = environment.now();
    const throttled = ask("/a", { headers: { "MS-RequestId": "first" } });
    await vi.waitFor(() =>
      expect(requestQueue.state.get()).toEqual({ kind: "waiting", until: start + 30_000 }),
    );
    const other = ask("/b");
    environment.moveTo(start + 29_999);
    expect(calls).toHaveLength(1);
    environment.moveTo(start + 30_000);
    await Promise.all([throttled, other]);
    expect(calls.filter(({ path }) => path === "/a").map(({ requestId }) => requestId)).toEqual([
      "first",
      "first",
    ]);
    expect(requestQueue.state.get()).toEqual({ kind: "open" });
  });

  test("lets others through while one call waits for a service that is down", async () => {
    refuse(1, 503);
    const waiting = ask("/a");
    await vi.waitFor(() => expect(environment.sleeping()).toHaveLength(1));
    expect((await ask("/b")).status).toBe(200);
    environment.moveTo(environment.sleeping()[0] ?? 0);
    expect((await waiting).status).toBe(200);
  });

  test("tries eight times at most, and gives the last answer", async () => {
    openQueue(fakeEnvironment(true));
    refuse(100, 503);
    expect((await ask("/a")).status).toBe(503);
    expect(calls).toHaveLength(8);
    expect(lastEntry()).toMatchObject({ tries: 8, ending: "failed", status: 503 });
  });

  test.each([400, 401, 403, 404])("asks once where the answer is %i", async (status) => {
    refuse(100, status);
    expect((await ask("/a")).status).toBe(status);
    expect(calls).toHaveLength(1);
  });

  test("asks again for a body that breaks off", async () => {
    openQueue(fakeEnvironment(true));
    respond = (response) => {
      if (calls.length > 1) return void response.end("[1]");
      response.writeHead(200, { "Content-Length": "1000" }).write("[");
      setTimeout(() => response.destroy(), 20);
    };
    expect(await (await ask("/a")).text()).toBe("[1]");
  });

  test("throws what the network threw when nobody answers eight times", async () => {
    openQueue(fakeEnvironment(true));
    await server.close();
    await expect(ask("/a")).rejects.toMatchObject({ kind: "network", cause: expect.any(TypeError) });
    expect(lastEntry()).toMatchObject({ tries: 8, ending: "failed", status: null });
  });

  test("takes a mistake of our own for none of the network: it is not tried again", async () => {
    const unreadable = Object.assign(new Response("[]"), { arrayBuffer: async () => null });
    requestQueue = createRequestQueue(async () => unreadable, environment, log);
    await expect(ask("/a")).rejects.toThrow(TypeError);
    expect(lastEntry()).toMatchObject({ tries: 1, ending: "failed" });
  });

  test("lets an aborted call go at once, out of a wait and out of the queue", async () => {
    refuse(1, 429, { "Retry-After": "30" });
    const [first, second] = [new AbortController(), new AbortController()];
    const throttled = ask("/a", { signal: first.signal });
    await vi.waitFor(() => expect(environment.sleeping()).toHaveLength(1));
    const queued = ask("/b", { signal: second.signal });
    second.abort();
    first.abort();
    await expect(throttled).rejects.toThrow(/abort/i);
    await expect(queued).rejects.toThrow(/abort/i);
    expect(requestQueue.state.get()).toEqual({ kind: "open" });
    expect(log.get()).toMatchObject([{ ending: "cancelled" }, { ending: "cancelled", tries: 0 }]);
    environment.moveTo(environment.now() + 30_000);
    expect((await ask("/c")).status).toBe(200);
  });

  test("waits without a network until it is back, and counts no try of that time", async () => {
    let isDown = true;
    requestQueue = createRequestQueue(
      async (...request) => {
        if (isDown) throw new TypeError("Failed to fetch");
        return fetch(...request);
      },
      environment,
      log,
    );
    environment.goOffline();
    const asked = ask("/a");
    await vi.waitFor(() => expect(requestQueue.state.get()).toEqual({ kind: "offline" }));
    isDown = false;
    environment.comeBack();
    expect((await asked).status).toBe(200);
    expect(requestQueue.state.get()).toEqual({ kind: "open" });
  });

  test("writes down what each call was, how long it took and how many bytes came", async () => {
    respond = (response) => {
      environment.moveTo(environment.now() + 250);
      response.end("[1,2]");
    };
    const start = environment.now();
    await ask("/a?top=1");
    const address = `${server.origin}/a?top=1`;
    expect(log.get()).toEqual([
      {
        kind: "network",
        id: 1,
        address,
        start,
        tries: 1,
        ms: 250,
        bytes: 5,
        status: 200,
        ending: "answered",
      },
    ]);
  });
});
