import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page, test } from "playwright/test";
import { FIELDS } from "../src/partner-center/fields.ts";
import { quiet, watchCalls } from "./calls.ts";
import { type Cluster, openCluster, type Shard } from "./clickhouse/cluster.ts";
import { CRM_FILE, CRM_REFERRALS, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedFunnel, expectedKeyFigures, expectedMarkets, ofMarkets } from "./expected.ts";
import { createdIn } from "./oracle/period.ts";
import { readFunnel, readKeyFigures, readMarkets } from "./overview-page.ts";
import { panel } from "./page.ts";
import { type RunningServer, startServer } from "./start-server.ts";
import { expectedFunnelTable, readFunnelTable } from "./views/funnel-page.ts";
import {
  expectedRanked,
  expectedRouting,
  type Ranked,
  readRanked,
  readRouting,
} from "./views/markets-page.ts";
import { expectedKey, readRows } from "./views/times-page.ts";
import { expectedCounts, readCounts, TITLES } from "./views/trends-page.ts";

/** By how much each step multiplies the referrals of the file, 8,800; 10,10,12 makes ten million. */
const STEPS = (process.env.STEPS ?? "2,5").split(",").map(Number);
const COPIES = STEPS.reduce((product, times) => product * times, 1);
/** An old engine on a small machine. */
const PATIENCE = { timeout: 600_000 };

/** Loads the file into both shards, and multiplies it there. */
async function fill(shards: Cluster["shards"]): Promise<void> {
  const urls = shards.map(({ url }) => url).join(",");
  const environment = { SIGN_IN: "off", REFERRALS_FILE: CRM_FILE, CLICKHOUSE_URL: shards[0].url };
  await promisify(execFile)(
    process.execPath,
    ["dist/server/load-clickhouse.js", "--cluster", "two", "--shards", urls],
    { env: { ...process.env, ...environment }, maxBuffer: 1e8 },
  );
  for (const shard of shards) await multiply(shard);
}

async function multiply({ run }: Shard): Promise<void> {
  const table = (await run("SHOW TABLES LIKE 'referrals_local%'")).trim();
  const others = FIELDS.filter((field) => field !== "id").join(", ");
  for (const [step, times] of STEPS.entries()) {
    const id = `concat(id, '-${step}-', toString(copy))`;
    const copies = `${table} ARRAY JOIN range(${times - 1}) AS copy`;
    await run(`INSERT INTO ${table} (id, ${others}) SELECT ${id}, ${others} FROM ${copies}`);
  }
}

/** Counts as often as each referral is there; rates as they are. */
function multiplied<T>(counted: T): T {
  const text = JSON.stringify(counted, (key, value) =>
    typeof value === "number" && !key.endsWith(" rate") ? value * COPIES : value,
  );
  return JSON.parse(text) as T;
}

async function shows(page: Page, read: (page: Page) => Promise<object>, expected: object): Promise<void> {
  await expect(async () => expect(await read(page)).toEqual(multiplied(expected))).toPass(PATIENCE);
}

/** The counts of the markets, without the rates. */
function countsOf(ranked: Ranked): object {
  return Object.fromEntries(
    Object.entries(ranked).map(([market, { Referrals, Open, Overdue }]) => [
      market,
      { Referrals, Open, Overdue },
    ]),
  );
}

/** The counts of all views but the Overview are those of an independent count. */
async function viewsAreCounted(page: Page, server: string): Promise<void> {
  const at = (path: string, more = "") => page.goto(server + path + addressOf(WHOLE_TIME, more).slice(1));
  const created = createdIn(CRM_REFERRALS, WHOLE_TIME);
  await at("/funnel");
  await shows(page, readFunnelTable, expectedFunnelTable(created));
  await at("/trends", "&grain=month&split=market");
  const counted = { basis: "created", period: WHOLE_TIME, grain: "month", split: "market" } as const;
  await shows(page, () => readCounts(page, TITLES.count), expectedCounts(CRM_REFERRALS, counted));
  await at("/markets");
  await shows(page, async () => countsOf(await readRanked(page)), countsOf(expectedRanked(created, null)));
  await shows(page, readRouting, expectedRouting(created, "count"));
  await at("/times");
  const answered = expectedKey(created).map(([time, count]) => [time, count]);
  await shows(page, () => readRows(page, "Response times", [1]), answered);
  await at("/referrals");
  // So many are listed only if somebody wants to wait for them; their count stands there either way.
  const count = (created.length * COPIES).toLocaleString("en-US");
  await expect(page.locator("main .panel").first()).toContainText(`${count} referrals`, PATIENCE);
  // A table of ClickHouse has no more than the sixteen fields.
  await at("/deals");
  await expect(page.getByRole("main")).toContainText(
    "This source has no deal values, reasons or registrations.",
    PATIENCE,
  );
}

/** Runs a server on both shards, filled; skips the test where there is no server for them. */
async function onTwoShards(
  environment: Record<string, string>,
  use: (server: RunningServer, shards: Cluster["shards"]) => Promise<void>,
): Promise<void> {
  test.setTimeout(3_600_000);
  const cluster = await openCluster();
  test.skip(
    cluster === null,
    "clickhouse-server is not installed (Debian: apt-get install clickhouse-server).",
  );
  if (cluster === null) return;
  const { shards, close } = cluster;
  await fill(shards);
  const from = { CLICKHOUSE_URL: shards[0].url, QUERY_TIMEOUT: "600", ...environment };
  const server = await startServer({ environment: from, startWithinMs: PATIENCE.timeout });
  try {
    await use(server, shards);
  } finally {
    await server.stop();
    await close();
  }
}

test("the referrals of two shards are counted right in all views, and a market asks nothing @long", ({
  page,
}) =>
  onTwoShards({}, async (server) => {
    expect(server.output()).toContain(`${CRM_REFERRALS.length * COPIES} referrals in ClickHouse`);
    const watched = watchCalls(page);
    await page.goto(server.url + addressOf(WHOLE_TIME));
    await shows(page, readFunnel, expectedFunnel(CRM_REFERRALS, WHOLE_TIME));
    await shows(page, readKeyFigures, expectedKeyFigures(CRM_REFERRALS, WHOLE_TIME));
    await shows(page, readMarkets, expectedMarkets(CRM_REFERRALS, WHOLE_TIME));
    await expect(page.locator(".is-old, .panel__loading")).toHaveCount(0, PATIENCE);
    // What is asked when somebody looks at it is asked before the click.
    for (const part of [page.getByRole("region", { name: "To do today" }), page.locator(".outlook")])
      await part.scrollIntoViewIfNeeded(PATIENCE);
    let seen = -1;
    // Between the pages of a long list there may be a second.
    await expect(async () => {
      const isQuiet = watched.underWay() === 0 && watched.calls.length === seen;
      seen = watched.calls.length;
      expect(isQuiet).toBe(true);
    }).toPass({ intervals: [5000], ...PATIENCE });
    const before = watched.calls.length;
    await panel(page, "Markets").getByRole("button", { name: "Germany" }).click();
    await shows(page, readFunnel, expectedFunnel(ofMarkets(CRM_REFERRALS, ["DE"]), WHOLE_TIME));
    await quiet(watched);
    expect(watched.calls.slice(before)).toEqual([]);
    await viewsAreCounted(page, server.url);
  }));

test("while a shard is down the figures stay, marked, and are read again when it is back @long", async ({
  page,
}) => {
  // The page waits between its tries: its clock is run forward here.
  await page.clock.install();
  await onTwoShards({ DATA_MAX_AGE: "0.001" }, async (server, [, other]) => {
    const expected = expectedFunnel(CRM_REFERRALS, WHOLE_TIME);
    await page.goto(server.url + addressOf(WHOLE_TIME));
    await shows(page, readFunnel, expected);
    await other.stop();
    await page.getByRole("button", { name: "Refresh" }).click();
    const alert = page.getByRole("alert");
    await expect(async () => {
      await page.clock.runFor(61_000);
      await expect(alert).toContainText("Showing data from the time above", { timeout: 500 });
    }).toPass(PATIENCE);
    await expect(alert).toContainText("ClickHouse or one of its shards can't be reached.");
    await shows(page, readFunnel, expected);
    await other.start();
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await shows(page, readFunnel, expected);
  });
});
