import { once } from "node:events";
import type { ServerResponse } from "node:http";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { explainStart } from "./explain-start.ts";
import { type RunningServer, startServer } from "./start.ts";
import { serve } from "./testing/serve.ts";

/** What nobody is to read: parts of SQL, of the account and of the machines behind. */
const SECRETS = ["SELECT", "secret_table", "hunter2", "shard-7.internal", "DB::Exception"];
const MESSAGE =
  "DB::Exception: from shard-7.internal:9000 for dashboard:hunter2: While executing SELECT id FROM secret_table. (SOME_ERROR) (version 26.7)";

const COLUMNS = ["id", "status", "customerName"].map((name) => [name, "String", "", ""]);
const CREATED = ["createdDate", "Int64", "", ""];

type Answer = { rows: readonly unknown[][] } | { code: number } | "never";

const opened: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

/** ClickHouse's HTTP interface as far as a server asks before queries, which `answer` is for, and their responses. */
async function openFake(answer: { now: Answer }, isBroken = false) {
  const asked: ServerResponse[] = [];
  const { origin, close } = await serve(async (request, response) => {
    let sql = "";
    for await (const chunk of request) sql += chunk;
    const known = isBroken ? undefined : STARTING.find(([pattern]) => pattern.test(sql))?.[1];
    if (!known) asked.push(response);
    const given: Answer = known ? { rows: known } : answer.now;
    if (given === "never") return;
    if ("code" in given) response.writeHead(500).end(`Code: ${given.code}. ${MESSAGE}`);
    else response.end(JSON.stringify({ meta: [], data: given.rows, rows: given.rows.length }));
  });
  opened.push({ close });
  return { origin, asked };
}

const STARTING: [RegExp, unknown[][]][] = [
  [/version\(\)/, [[26, "2"]]],
  [/^DESCRIBE/, [...COLUMNS, CREATED]],
  [/uniqExact/, [[0]]],
  [/maxIf/, [[3, 3, 1_700_000_000_000]]],
  // The spellings of markets.
  [/^SELECT count\(\) AS bucket_count/, [[3, 1]]],
];

async function start(url: string, more: Record<string, string> = {}) {
  const account = { CLICKHOUSE_TABLE: "secret_table", CLICKHOUSE_USER: "dashboard" };
  const where = {
    SIGN_IN: "off",
    PORT: "0",
    DRAIN: "0",
    CLICKHOUSE_URL: url,
    CLICKHOUSE_PASSWORD: "hunter2",
  };
  const logged: string[] = [];
  const log = pino({ base: null, level: "trace" }, { write: (line: string) => logged.push(line) });
  const settings = readServerSettings({ ...account, ...where, ...more });
  const server: RunningServer = await startServer(settings, { pageRoot: ".", log, say: () => {} });
  opened.push(server);
  const ask = (nth = 0, signal: AbortSignal | null = null) =>
    fetch(`${server.url}${ENDPOINT}?groupby=status&filter=customerName eq '${nth}'`, { signal });
  const count = async () => (await (await ask()).json()).Value[0]?.referralCount;
  return { server, ask, count, logged };
}

/** Polls until the server's state is this. */
const isReady = (server: RunningServer, status: string) =>
  expect.poll(async () => (await (await fetch(`${server.url}/readyz`)).json()).status).toBe(status);

describe("a server in front of ClickHouse", () => {
  it.each([
    [60, "no-table"],
    [81, "no-table"],
    [158, "engine-limit"],
    [159, "timeout"],
    [164, "settings-refused"],
    [193, "sign-in-refused"],
    [201, "engine-limit"],
    [210, "unreachable"],
    [241, "engine-limit"],
    [279, "unreachable"],
    [369, "stale"],
    [396, "engine-limit"],
    [452, "settings-refused"],
    [497, "sign-in-refused"],
    [516, "sign-in-refused"],
    [9999, "engine-failed"],
  ])("says in one sentence what error %i is, without its words", async (code, cause) => {
    const { origin } = await openFake({ now: { code } });
    const { ask, logged } = await start(origin);
    const response = await ask();
    const text = await response.text();
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(JSON.parse(text).description).toMatch(/^[A-Z][^.]+\. Try again later\.$/);
    await expect.poll(() => logged.join("")).toContain(`"cause":"${cause}"`);
    const { origin: broken } = await openFake({ now: { code } }, true);
    const said = await start(broken).then(
      () => "",
      (error: unknown) => explainStart(error),
    );
    expect(said).not.toBe("");
    for (const secret of SECRETS) expect(text + logged.join("") + said).not.toContain(secret);
  });

  it("says what to grant to an account that may not send settings", async () => {
    for (const code of [164, 452]) {
      const { origin } = await openFake({ now: { code } }, true);
      await expect(start(origin)).rejects.toThrow("Give it readonly=2");
    }
  });

  it("shows that its queue is full, and ends the queries of callers that left", async () => {
    const { origin, asked } = await openFake({ now: "never" });
    const { server, ask } = await start(origin, { QUEUE_LENGTH: "1", QUERY_TIMEOUT: "600" });
    const leaving = new AbortController();
    const nine = Array.from({ length: 9 }, (_, nth) => ask(nth, leaving.signal));
    const ends = Promise.allSettled(nine);
    await isReady(server, "busy");
    const refused = await ask(10);
    expect([refused.status, (await refused.json()).description]).toEqual([
      503,
      "Too many queries are waiting. Try again later.",
    ]);
    const ended = asked.map((response) => once(response, "close"));
    expect(ended).toHaveLength(8);
    leaving.abort();
    await Promise.all([ends, ...ended]);
    await isReady(server, "ready");
  });

  it("uses an answer again for DATA_MAX_AGE, and no longer", async () => {
    const answer: { now: Answer } = { now: { rows: [["Won", 3, 1]] } };
    const { origin } = await openFake(answer);
    const [lasting, passing] = [await start(origin), await start(origin, { DATA_MAX_AGE: "0.01" })];
    expect([await lasting.count(), await passing.count()]).toEqual(["3", "3"]);
    answer.now = { rows: [["Won", 4, 1]] };
    await expect.poll(passing.count).toBe("4");
    expect(await lasting.count()).toBe("3");
  });
});
