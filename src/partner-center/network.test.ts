import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnalyticsError } from "./errors.ts";
import { overNetwork } from "./network.ts";

describe("a call over the network", () => {
  // Never responds to `/head`, and never ends the body of `/body`.
  const server = createServer((request, response) => {
    if (request.url === "/body") response.write("{");
  });
  let origin = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const read = async (path: string, signal: AbortSignal | null, maxMs: number): Promise<unknown> => {
    const answer = await overNetwork(fetch, maxMs)(origin + path, { signal });
    return answer.arrayBuffer();
  };

  it.each(["/head", "/body"])("ends as a time-out when %s takes longer than it may", async (path) => {
    const failure = await read(path, new AbortController().signal, 50).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AnalyticsError);
    expect(failure).toMatchObject({ kind: "timeout" });
  });

  it.each(["/head", "/body"])("stays the platform's own when it is cancelled during %s", async (path) => {
    const caller = new AbortController();
    const failure = read(path, caller.signal, 60_000).catch((error: unknown) => error);
    setTimeout(() => caller.abort(), 50);
    expect(await failure).toMatchObject({ name: "AbortError" });
  });
});
