import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { serveFiles } from "./testing/serve-files.ts";

const ROWS = 50_000;
const LONG_NAME = "Company ".repeat(4);

let folder = "";
let file = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "limits-test-"));
  file = join(folder, "referrals.csv");
  const lines = Array.from({ length: ROWS }, (_, n) => `r${n},Won,${LONG_NAME}${n},2026-10-05T08:00:00`);
  await writeFile(file, ["id,status,customerName,createdDate", ...lines].join("\n"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A slow query over all texts, distinct for each `nth`. */
function longQuery(nth: number): string {
  const terms = Array.from({ length: 400 }, (_, n) => `contains(customerName,'no${nth}.${n}')`);
  return `${ENDPOINT}?filter=${encodeURIComponent(terms.join(" or "))}`;
}

/** Polls a path until it responds with the status. */
async function statusOf(url: string, wanted: number): Promise<{ status: string }> {
  for (;;) {
    const response = await fetch(url);
    const body = await response.json();
    if (response.status === wanted) return body;
  }
}

describe("the limits of queries", () => {
  it("end a query that takes too long, in words, and log why and for whom", async () => {
    const { server, logged } = await serveFiles(file, { QUERY_TIMEOUT: "0.1" });
    const response = await fetch(server.url + longQuery(0));
    const { description } = await response.json();
    await server.close();
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(description).toBe("The query took too long. Try again later.");
    const line = logged.map((text) => JSON.parse(text)).find(({ status }) => status === 503);
    expect(line).toMatchObject({ cause: "timeout", caller: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(logged.join("")).not.toContain("everyone");
  });

  it("refuse what would wait too long, and forget the queries of callers that left", async () => {
    const { server } = await serveFiles(file, { QUEUE_LENGTH: "2" });
    const light = `${server.url}${ENDPOINT}?groupby=status`;
    const leaving = new AbortController();
    const long = [0, 1, 2, 3, 4].map((nth) => fetch(server.url + longQuery(nth), { signal: leaving.signal }));
    const ends = Promise.allSettled(long);
    expect(await statusOf(`${server.url}/readyz`, 503)).toMatchObject({ status: "busy" });
    const refused = await fetch(light);
    expect([refused.status, (await refused.json()).description]).toEqual([
      503,
      "Too many queries are waiting. Try again later.",
    ]);
    leaving.abort();
    expect((await ends).every(({ status }) => status === "rejected")).toBe(true);
    expect(await statusOf(`${server.url}/readyz`, 200)).toMatchObject({ status: "ready" });
    const { Value } = await (await fetch(light)).json();
    await server.close();
    expect(Value).toEqual([{ status: "Won", referralCount: String(ROWS) }]);
  });
});
