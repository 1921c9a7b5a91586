import fc from "fast-check";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClickHouseSettings } from "../../src/config/clickhouse-settings.ts";
import { readServerSettings } from "../../src/config/server-settings.ts";
import { ENDPOINT } from "../../src/partner-center/endpoint.ts";
import { DATE_FIELDS, type Referral, TERM_FIELDS } from "../../src/partner-center/fields.ts";
import type { AnalyticsQuery } from "../../src/partner-center/query.ts";
import { openStore } from "../../src/server/backend.ts";
import { openClickHouseStore } from "../../src/server/clickhouse/clickhouse-store.ts";
import { connectClickHouse } from "../../src/server/clickhouse/connect.ts";
import { loadIntoClickHouse } from "../../src/server/clickhouse/load-rows.ts";
import { startServer } from "../../src/server/start.ts";
import { fetchRows, type QueryStore, textOf } from "../../src/server/store/store.ts";
import { anyQuery, referral } from "../../src/server/store/testing/arbitraries.ts";
import { queryNaively } from "../../src/server/store/testing/naive-store.ts";
import { type Cluster, HOSTILE_PROFILES, openCluster } from "./cluster.ts";
import { areRight, expectNaive, grouped, listed, many, page, readable, stored } from "./expected.ts";

/** So many questions; more by hand. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 250);
const PER_WORLD = 25;
/** Long: a busy machine is no fault of the answer. */
const TIMEOUT_MS = 60_000;

const cluster = await openCluster();
if (!cluster)
  console.warn("SKIPPED: clickhouse-server is not installed (Debian: apt-get install clickhouse-server).");

/** A name that ends quotes where it can. */
const LOADED = 'lo`ad\'ed\\ "x"';

const COLUMNS = [
  ...TERM_FIELDS.map((field) => `${field} Nullable(String)`),
  ...DATE_FIELDS.map((field) => `${field} Nullable(Int64)`),
].join(", ");

describe.runIf(cluster)("ClickHouse", () => {
  const { shards, line, close } = cluster as Cluster;
  const [one, other] = shards;

  beforeAll(async () => {
    for (const shard of shards) {
      await shard.run(`CREATE TABLE referrals_local (${COLUMNS}) ENGINE = MergeTree ORDER BY tuple()`);
      for (const [table, cluster] of [
        ["referrals", "two"],
        ["referrals_by_line", "by_line"],
      ])
        await shard.run(
          `CREATE TABLE ${table} AS referrals_local ENGINE = Distributed(${cluster}, default, referrals_local)`,
        );
    }
  });
  afterAll(close);

  function settings(more: Partial<ClickHouseSettings> = {}): ClickHouseSettings {
    const nobody = { password: null, passwordFile: null, ca: null };
    return { url: one.url, database: "default", table: "referrals", username: "default", ...nobody, ...more };
  }

  async function opened<T>(
    more: Partial<ClickHouseSettings>,
    use: (store: QueryStore) => Promise<T>,
  ): Promise<T> {
    const store = await openClickHouseStore(await connectClickHouse(settings(more), TIMEOUT_MS), 100);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }

  /** Puts referrals into the shards in turn, in place of those before. */
  async function fill(referrals: readonly Referral[]): Promise<void> {
    for (const [nth, shard] of shards.entries()) {
      await shard.run("DROP TABLE referrals_local");
      await shard.run(`CREATE TABLE referrals_local (${COLUMNS}) ENGINE = MergeTree ORDER BY tuple()`);
      const rows = referrals
        .filter((_, index) => index % 2 === nth)
        .map((record) => JSON.stringify(stored(record)));
      if (rows.length > 0)
        await shard.run(`INSERT INTO referrals_local FORMAT JSONEachRow\n${rows.join("\n")}`);
    }
  }

  it("answers as a naive count over the same referrals, on one server and on two shards", async () => {
    const world = fc.tuple(
      fc.array(referral.map(readable), { minLength: 1, maxLength: 40 }),
      fc.array(anyQuery, { minLength: PER_WORLD, maxLength: PER_WORLD }),
    );
    await fc.assert(
      fc.asyncProperty(world, async ([referrals, queries]) => {
        await fill(referrals);
        await opened({}, async (store) => {
          for (const query of queries) await expectNaive(store, referrals, query);
        });
        await opened({ table: "referrals_local" }, async (store) => {
          const ofOne = referrals.filter((_, index) => index % 2 === 0);
          for (const query of queries) await expectNaive(store, ofOne, query);
        });
      }),
      { numRuns: Math.ceil(QUESTIONS / PER_WORLD), endOnFailure: true },
    );
  });

  it.each(Object.keys(HOSTILE_PROFILES))("is right or says why under the profile %s", async (username) => {
    await fill(many);
    // Reading the settings alone is over this limit.
    if (username === "few_rows")
      return expect(opened({ username }, async () => {})).rejects.toMatchObject({ reason: "engine-limit" });
    const [both, broken] = await opened({ username }, async (store) => {
      const whole = await areRight(store, many);
      await other.stop();
      const without = await areRight(store, many);
      await other.start();
      return [whole, without];
    });
    expect(broken).toEqual([false, false]);
    const limits = ["few_groups", "breaks_groups", "few_results"];
    if (!limits.includes(username)) expect(both).toEqual([true, true]);
  });

  it("starts under no account that cannot be made safe, and says what to do", async () => {
    await expect(opened({ username: "locked" }, async () => {})).rejects.toThrow(
      "ALTER USER … SETTINGS readonly = 2",
    );
    await expect(opened({ username: "nobody" }, async () => {})).rejects.toMatchObject({
      reason: "sign-in-refused",
    });
    await expect(opened({ table: "mis`sing" }, async () => {})).rejects.toMatchObject({ reason: "no-table" });
    await expect(opened({ database: "missing" }, async () => {})).rejects.toMatchObject({
      reason: "no-table",
    });
    await one.run("CREATE TABLE odd (id UInt64, created_date String) ENGINE = Memory");
    await expect(opened({ table: "odd" }, async () => {})).rejects.toThrow(
      /created_date is String: dates must be/,
    );
  });

  it("reads other types, other spellings, names that need quoting and tables without some fields", async () => {
    await one.run(
      "CREATE TABLE `an\\`odd` (Id UInt64, Status Enum8('Won' = 2, 'New' = 1), created_date DateTime('Asia/Tokyo'), wonDate Date, extra String) ENGINE = Memory",
    );
    await one.run("INSERT INTO `an\\`odd` VALUES (7, 'Won', '2024-03-01 08:59:59', '2024-03-05', 'x')");
    const rows = await opened({ table: "an`odd" }, async (store) => {
      const filter = { kind: "term", field: "status", operator: "eq", value: "Won" } as const;
      const absent = { kind: "term", field: "customerMarket", operator: "ne", value: "DE" } as const;
      const both = { kind: "and", operands: [filter, absent] } as const;
      return JSON.parse(
        textOf("[", await store.list({ kind: "records", query: { filter: both }, page }), "]").toString(),
      );
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: "7",
      status: "Won",
      createdDate: "2024-02-29T23:59:59",
      wonDate: "2024-03-05T00:00:00",
      customerMarket: null,
    });
  });

  it("is loaded from files, again and again, and answers as the embedded store does", async () => {
    const files = readServerSettings({ SIGN_IN: "off", REFERRALS_FILE: "e2e/fixtures/partner-files" });
    const { store: embedded } = await openStore(files, () => {});
    const to = settings({ table: LOADED });
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const two = { name: "two", urls: shards.map(({ url }) => url) };
    const queries: AnalyticsQuery[] = [grouped, listed];
    const answers = (store: QueryStore) =>
      Promise.all(
        queries.map(async (query) => {
          const answer = await fetchRows(store, query);
          return [answer.totalCount, JSON.parse(textOf("[", answer, "]").toString())];
        }),
      );
    await loadIntoClickHouse(embedded, { settings: to, cluster: two, isDryRun: true, say });
    expect(said.join("\n")).toMatch(/CREATE TABLE .*INSERT INTO .*Distributed.*RENAME TABLE/s);
    await expect(opened({ table: LOADED }, async () => {})).rejects.toMatchObject({ reason: "no-table" });
    for (const cluster of [two, two, null]) {
      await loadIntoClickHouse(embedded, { settings: to, cluster, isDryRun: false, say: () => {} });
      const [expected, found] = [await answers(embedded), await opened({ table: LOADED }, answers)];
      expect(found[0]).toEqual(expected[0]);
      const byId = (rows: Referral[]) => rows.map((row) => JSON.stringify(row)).toSorted();
      expect(byId(found[1]?.[1])).toEqual(byId(expected[1]?.[1]));
      expect(found[1]?.[0]).toBe(expected[1]?.[0]);
    }
    await embedded.close();
  });

  type Trouble = () => unknown;

  /** Asks a server so often, each trouble before the question of its number; every answer is right or 503 in time. */
  async function askIn(trouble: ReadonlyMap<number, Trouble>, times: number, table: string) {
    const settings = {
      ...{ SIGN_IN: "off", PORT: "0", QUERY_TIMEOUT: "2", DATA_MAX_AGE: "0.001" },
      ...{ CLICKHOUSE_URL: one.url, CLICKHOUSE_TABLE: table },
    };
    const server = await startServer(readServerSettings(settings), {
      pageRoot: ".",
      log: pino({ level: "silent" }),
      say: () => {},
    });
    const areRight: boolean[] = [];
    for (let nth = 0; nth < times; nth += 1) {
      await trouble.get(nth)?.();
      const began = performance.now();
      const response = await fetch(
        `${server.url}${ENDPOINT}?groupby=status,createdDate&aggregationLevel=month&top=${9999 - nth}`,
      );
      const body = await response.json();
      expect(performance.now() - began).toBeLessThan(4000);
      if (response.status === 200) expect(body.Value).toEqual(queryNaively(many, grouped).rows);
      else expect([response.status, body.description]).toEqual([503, expect.stringContaining("Try again")]);
      areRight.push(response.status === 200);
    }
    const { data } = await (await fetch(`${server.url}/readyz`)).json();
    await server.close();
    return { areRight, data };
  }

  it("answers rightly or with 503 in time while a shard is stopped, frozen and started again", async () => {
    await fill(many);
    const troubles = new Map<number, Trouble>([
      [25, other.stop],
      [75, other.start],
      [125, other.pause],
      [130, other.resume],
      [150, one.stop],
      [160, one.start],
    ]);
    const { areRight, data } = await askIn(troubles, 200, "referrals");
    const newest = many
      .map(({ createdDate }) => createdDate)
      .toSorted()
      .at(-1);
    expect(data).toEqual({ at: newest, ageSeconds: expect.any(Number) });
    expect(areRight.filter(Boolean).length).toBeGreaterThan(100);
    expect(new Set(areRight.slice(25, 75))).toEqual(new Set([false]));
    expect(new Set(areRight.slice(125, 130))).toEqual(new Set([false]));
    // The server that is asked, too.
    expect(new Set(areRight.slice(150, 160))).toEqual(new Set([false]));
    expect(new Set(areRight.slice(170))).toEqual(new Set([true]));
  });

  it("answers rightly or with 503 in time while a shard is slow, and rightly again afterwards", async () => {
    await fill(many);
    const troubles = new Map<number, Trouble>([
      [10, () => line.setPace({ bytes: 100_000, waitMs: 30 })],
      [25, () => line.setPace({ bytes: 1, waitMs: 100 })],
      [30, () => line.setPace(null)],
    ]);
    const { areRight } = await askIn(troubles, 60, "referrals_by_line");
    // What only comes late comes; a byte at a time is over the limit.
    expect(areRight.slice(10, 25)).toContain(true);
    expect(new Set(areRight.slice(25, 30))).toEqual(new Set([false]));
    expect(new Set(areRight.slice(40))).toEqual(new Set([true]));
  });
});
