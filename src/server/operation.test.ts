import { expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { FIXTURES, serveFiles } from "./testing/serve-files.ts";

const FILE = `${FIXTURES}crm-opportunities.csv`;

/** A call over a connection of its own. */
async function callOnce(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { headers: { Connection: "close" } });
  return { status: response.status, text: await response.text() };
}

it("keeps idle connections as long as KEEP_ALIVE says", async () => {
  const { server } = await serveFiles(FILE, { KEEP_ALIVE: "75", DRAIN: "0" });
  const { headers } = await fetch(`${server.url}/readyz`);
  expect(headers.get("Keep-Alive")).toBe("timeout=75");
  await server.close();
});

it("takes new connections for as long as DRAIN says while /readyz is red, and none afterwards", async () => {
  const { server } = await serveFiles(FILE, { DRAIN: "1" });
  const start = performance.now();
  const closed = server.close().then(() => performance.now() - start);
  // At once: one after the other they take longer than that on a slow machine.
  const [ready, answer, health] = await Promise.all(
    ["/readyz", `${ENDPOINT}?top=1`, "/healthz"].map((path) => callOnce(server.url + path)),
  );
  expect([ready?.status, JSON.parse(ready?.text ?? "").status]).toEqual([503, "stopping"]);
  expect([answer?.status, health?.status]).toEqual([200, 200]);
  expect(await closed).toBeGreaterThanOrEqual(1000);
  await expect(callOnce(`${server.url}/readyz`)).rejects.toThrow();
});
