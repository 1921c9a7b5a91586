import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { startServer } from "./start-server.ts";

const server = serverForFile({ file: CRM_FILE });
const ENDPOINT = "/partner/v1/analytics/referrals?top=1";

function put(origin: string, body: string): Promise<Response> {
  return fetch(`${origin}/local/faults`, { method: "PUT", body });
}

test("faults are switched on and off in the running product", async () => {
  const { url } = server();
  expect((await put(url, '[{"kind":"unavailable","status":504}]')).status).toBe(200);
  expect((await fetch(url + ENDPOINT)).status).toBe(504);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/local/faults`, { method: "DELETE" })).status).toBe(204);
  expect((await fetch(url + ENDPOINT)).status).toBe(200);
});

test("a wrong list is refused in the shape of every refusal", async () => {
  const answer = await put(server().url, '[{"kind":"slow"},{"kind":"rain"}]');
  expect(answer.status).toBe(400);
  const body = (await answer.json()) as { description: string };
  expect(Object.keys(body).sort()).toEqual(["code", "data", "description", "source"]);
  expect(body.description).toMatch(/ms[\s\S]*rain/);
});

test("before the real service there is no switch", async () => {
  const gateway = await startServer({ partnerCenterUrl: server().url });
  try {
    for (const method of ["GET", "PUT", "DELETE"]) {
      const init = method === "PUT" ? { method, body: "[]" } : { method };
      expect((await fetch(`${gateway.url}/local/faults`, init)).status).toBe(404);
    }
  } finally {
    await gateway.stop();
  }
});
