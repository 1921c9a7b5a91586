import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { openMetrics, startServer } from "#server/start.ts";
import { sampleOf } from "../referrals-api/testing/serve-api.ts";
import { serveReadings } from "../referrals-api/testing/serve-readings.ts";
import { serve } from "../testing/serve.ts";
import { FIXTURES, serveFiles } from "../testing/serve-files.ts";

type Metrics = ReadonlyMap<string, number>;

/** What a scrape says: the value of each series. */
async function scrape(url: string): Promise<Metrics> {
  const response = await fetch(url);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ""), Number(line.split(" ").at(-1))]));
}

/** The metrics once they satisfy `isThere`: a request counts when its connection knows that it has ended. */
async function scrapeUntil(url: string, isThere: (metrics: Metrics) => boolean): Promise<Metrics> {
  for (;;) {
    const metrics = await scrape(url);
    if (isThere(metrics)) return metrics;
  }
}

const urlIn = (lines: readonly string[]) => /http\S+\/metrics/.exec(lines.join("\n"))?.[0] ?? "";
const requests = (kind: string, status: number) =>
  `referrals_http_requests_total{kind="${kind}",method="GET",status="${status}"}`;

/** A gateway in front of a service that accepts any token. */
async function serveUpstream(origin: string) {
  const lines: string[] = [];
  const settings = readServerSettings({
    ...{ PORT: "0", METRICS_PORT: "0", SIGN_IN: "entra", PARTNER_CENTER_URL: origin },
    ENTRA_TENANT_ID: "00c0ffee-0000-4000-8000-000000000001",
    ENTRA_CLIENT_ID: "00c0ffee-0000-4000-8000-000000000002",
  });
  const log = pino({ level: "silent" });
  const server = await startServer(settings, { pageRoot: FIXTURES, log, say: (line) => lines.push(line) });
  return { server, lines };
}

let folder = "";
let file = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "metrics-test-"));
  file = join(folder, "Contoso secret.csv");
  await writeFile(
    file,
    "id,status,customerName,createdDate\na,Won,Fabrikam,2026-10-05\nb,New,Tailspin,2026-10-06\n",
  );
});
afterAll(() => rm(folder, { recursive: true }));

it("counts what was sent, what the cache had, and the data, on a port of its own", async () => {
  const { server, lines } = await serveFiles(file, { METRICS_PORT: "0", RELOAD: "0" });
  const url = urlIn(lines);
  const before = await scrapeUntil(url, (metrics) => (metrics.get(requests("other", 200)) ?? 0) >= 2);
  const since = (after: Metrics, name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  const get = async (path: string) => (await fetch(server.url + path)).text();
  const filter = encodeURIComponent("customerName eq 'Fabrikam'");
  for (const path of [`?filter=${filter}`, `?filter=${filter}`, "?top=7", "?filter=nonsense"])
    await get(ENDPOINT + path);
  await get(`${EXTRAS_ENDPOINT}?top=1`);
  await get("/readyz");
  const after = await scrapeUntil(url, (metrics) => since(metrics, requests("other", 200)) >= 2);
  expect([since(after, requests("endpoint", 200)), since(after, requests("endpoint", 400))]).toEqual([3, 1]);
  expect(since(after, 'referrals_http_request_duration_seconds_count{kind="endpoint"}')).toBe(4);
  expect(since(after, 'referrals_http_request_duration_seconds_bucket{le="+Inf",kind="endpoint"}')).toBe(4);
  expect(since(after, 'referrals_cache_lookups_total{result="hit"}')).toBe(1);
  expect(since(after, 'referrals_cache_lookups_total{result="miss"}')).toBe(3);
  expect([after.get("referrals_rows"), after.get("referrals_data_reload_failed")]).toEqual([2, 0]);
  expect([after.get("referrals_queries_waiting"), after.get("referrals_queries_waiting_limit")]).toEqual([
    0, 500,
  ]);
  expect(after.get("referrals_data_age_seconds")).toBeLessThan(60);
  expect([...after.keys()].join("\n")).not.toMatch(/Contoso|Fabrikam|Tailspin|\.csv|127\.0\.0\.1/);
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  expect((await fetch(url.replace("/metrics", "/"))).status).toBe(404);

  await writeFile(file, "nothing");
  await server.readAgain();
  expect((await scrape(url)).get("referrals_data_reload_failed")).toBe(1);
  await server.close();
  await expect(fetch(url)).rejects.toThrow();
});

it("says by cause what got no data from Partner Center", async () => {
  const answers = [429, 503, 403, 200];
  const upstream = await serve(
    (_request, response) => void response.writeHead(answers.shift() ?? 500).end("{}"),
  );
  const { server, lines } = await serveUpstream(upstream.origin);
  const headers = { Authorization: "Bearer aaaa.bbbb.cccc" };
  for (let nth = 0; nth < 4; nth += 1) await (await fetch(server.url + ENDPOINT, { headers })).text();
  await upstream.close();
  await (await fetch(server.url + ENDPOINT, { headers })).text();
  const cause = (name: string) => `referrals_unanswered_total{cause="${name}"}`;
  const metrics = await scrapeUntil(urlIn(lines), (now) => now.has(cause("unreachable")));
  const names = ["throttled", "upstream-failed", "refused", "unreachable"];
  expect(names.map((name) => metrics.get(cause(name)))).toEqual([1, 1, 1, 1]);
  expect([...metrics.keys()].filter((name) => name.startsWith("referrals_unanswered"))).toHaveLength(4);
  expect(metrics.has("referrals_rows")).toBe(false);
  await server.close();
});

it("counts persons and their referrals where each has their own", async () => {
  const { settled, token, backend, close } = await serveReadings({ referrals: sampleOf(300) });
  const lines: string[] = [];
  const settings = readServerSettings({ METRICS_PORT: "0" });
  const served = await openMetrics(settings, backend, (line) => lines.push(line));
  const look = async () => {
    const metrics = await scrape(urlIn(lines));
    const names = [
      "referrals_persons",
      "referrals_persons_reading",
      "referrals_persons_failed",
      "referrals_rows",
    ];
    return { counts: names.map((name) => metrics.get(name)), age: metrics.get("referrals_data_age_seconds") };
  };
  expect(await look()).toEqual({ counts: [0, 0, 0, 0], age: undefined });
  await settled(await token());
  const { counts, age } = await look();
  expect(counts).toEqual([1, 0, 0, 300]);
  expect(age).toBeLessThan(60);
  await served?.close();
  await close();
});

it.each([
  [{ METRICS_PORT: "http" }, /METRICS_PORT is "http": use a whole number/],
  [{ METRICS_PORT: "4280" }, /a port of their own/],
  [{ REDIS_URL: "http://:secret@redis.example" }, /^(?!.*secret).*REDIS_URL is no address of Redis/s],
  [{ METRICS_HOST: "0.0.0.0" }, /METRICS_HOST is set and not used/],
])("refuses %j in a sentence", (environment, sentence) => {
  expect(() => readServerSettings(environment)).toThrow(sentence);
});
