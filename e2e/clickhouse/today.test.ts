import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planLoad } from "#server/clickhouse/load-rows.ts";
import type { ClickHouseSettings } from "../../src/config/clickhouse-settings.ts";
import { readServerSettings } from "../../src/config/server-settings.ts";
import { DATE_FIELDS, type Referral, TERM_FIELDS } from "../../src/partner-center/fields.ts";
import type { AnalyticsQuery } from "../../src/partner-center/query.ts";
import { openClickHouseStore } from "../../src/server/clickhouse/clickhouse-store.ts";
import type { Columns } from "../../src/server/clickhouse/columns.ts";
import { connectClickHouse } from "../../src/server/clickhouse/connect.ts";
import { openClickHouse } from "../../src/server/open-clickhouse.ts";
import type { QueryStore } from "../../src/server/store/store.ts";
import { anyQuery, referral } from "../../src/server/store/testing/arbitraries.ts";
import { type ClickHouseBridge, hasChdb, openClickHouseBridge } from "../bench/service/clickhouse-bridge.ts";
import { type Certificate, certificateOf } from "./certificates.ts";
import { areRight, dated, expectNaive, many, readable, representable, stored } from "./expected.ts";
import { CONFIG, HOSTILE_PROFILES, LIMITS } from "./hostile-profiles.ts";

/** So many questions of each kind of table; more by hand. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 250);
const PER_WORLD = 25;

const isThere = hasChdb();
if (!isThere) console.warn("SKIPPED: the package chdb (ClickHouse 26.7) cannot be installed here.");

/** Types that a table of today has; each takes the same values as text. */
const DATE_TYPES = [
  "Nullable(DateTime64(3, 'UTC'))",
  "Nullable(Int64)",
  "Nullable(DateTime64(6, 'Asia/Tokyo'))",
];
const TEXT_TYPES = ["Nullable(String)", "LowCardinality(Nullable(String))"];

/** Days and months that are none, or that anybody may overwrite: of a date, by a kind of column, both formulas. */
const [OWN_DAY, OWN_MONTH] = [
  "toInt64(toDate32(createdDate, 'UTC'))",
  "toYear(createdDate, 'UTC') * 12 + toMonth(createdDate, 'UTC') - 1",
];
const ALIKE = [
  ["DateTime64(3, 'UTC')", "MATERIALIZED", "toYYYYMMDD(createdDate)", "toYYYYMM(createdDate)"],
  ["DateTime64(3, 'UTC')", "DEFAULT", OWN_DAY, OWN_MONTH],
  ["DateTime64(6, 'UTC')", "MATERIALIZED", OWN_DAY, OWN_MONTH],
  [
    "DateTime64(3, 'Asia/Tokyo')",
    "MATERIALIZED",
    "toInt64(toDate32(createdDate))",
    "toYear(createdDate) * 12 + toMonth(createdDate) - 1",
  ],
  [
    "DateTime64(3, 'UTC')",
    "MATERIALIZED",
    "toInt64(toDate32(createdDate, 'Asia/Tokyo'))",
    "toYear(createdDate, 'UTC') * (12 + toMonth(createdDate, 'UTC')) - 1",
  ],
] as const;

describe.runIf(isThere)("ClickHouse 26.7", () => {
  let bridge: ClickHouseBridge;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "chdb-test-"));
    const configFile = join(folder, "config.xml");
    await writeFile(configFile, CONFIG);
    bridge = await openClickHouseBridge(join(folder, "data"), { profiles: HOSTILE_PROFILES, configFile });
  });
  afterAll(async () => {
    await bridge.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(sql: string): Promise<void> {
    const response = await fetch(bridge.url, { method: "POST", body: sql });
    if (!response.ok) throw new Error(await response.text());
  }

  async function fill(referrals: readonly Referral[], dateType: string, textType: string): Promise<void> {
    const columns = [
      ...TERM_FIELDS.map((field) => `${field} ${textType}`),
      ...DATE_FIELDS.map((field) => `${field} ${dateType}`),
    ];
    await run("DROP TABLE IF EXISTS referrals_twice");
    await run("DROP TABLE IF EXISTS referrals");
    await run(`CREATE TABLE referrals (${columns.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
    const isNumber = dateType === "Nullable(Int64)";
    await insert("referrals", referrals.map(isNumber ? stored : dated));
    await run("CREATE TABLE referrals_twice AS remote('127.0.0.1,localhost', default, referrals)");
  }

  async function insert(table: string, rows: readonly object[]): Promise<void> {
    const lines = rows.map((row) => JSON.stringify(row)).join("\n");
    await run(
      `INSERT INTO ${table} SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow\n${lines}`,
    );
  }

  async function opened<T>(
    table: string,
    use: (store: QueryStore & { columns: Columns }) => Promise<T>,
    username = "default",
  ): Promise<T> {
    const clickHouse = await connectClickHouse(settingsOf(table, username), 20_000);
    const store = await openClickHouseStore(clickHouse, 100);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }

  function settingsOf(table: string, username: string): ClickHouseSettings {
    const nobody = { password: null, passwordFile: null, ca: null };
    return { url: bridge.url, database: "default", table, username, ...nobody };
  }

  const combinations = DATE_TYPES.flatMap((date) => TEXT_TYPES.map((text) => [date, text] as const));
  it.each(combinations)(
    "finds what a naive count finds in %s and %s, also merged from two shards",
    async (date, text) => {
      const world = fc.tuple(
        fc.array(referral.map(readable).map(representable), { minLength: 1, maxLength: 30 }),
        fc.array(anyQuery, { minLength: PER_WORLD, maxLength: PER_WORLD }),
      );
      await fc.assert(
        fc.asyncProperty(world, async ([referrals, queries]) => {
          await fill(referrals, date, text);
          await opened("referrals", (store) => expectAll(store, referrals, queries));
          const twice = referrals.flatMap((one) => [one, one]);
          await opened("referrals_twice", (store) => expectAll(store, twice, queries));
        }),
        { numRuns: Math.max(1, Math.ceil(QUESTIONS / PER_WORLD / combinations.length)), endOnFailure: true },
      );
    },
  );

  it("uses days and months that a load has stored, and no column that only looks like them", async () => {
    const plan = planLoad({
      database: "default",
      table: "loaded",
      cluster: null,
      hasDateTime64: true,
      stamp: "1",
    });
    for (const statement of [...plan.before, ...plan.after(false)]) await run(statement);
    const created = (columns: Columns) => columns.dates.get("createdDate");
    await opened("loaded", async ({ columns }) => {
      expect(created(columns)).toMatchObject({ day: "`createdDate_day`", month: "`createdDate_month`" });
    });
    for (const [date, kind, day, month] of ALIKE) {
      await run("DROP TABLE IF EXISTS alike");
      await run(
        `CREATE TABLE alike (id String, createdDate ${date}, createdDate_day Nullable(Int64) ${kind} ${day}, createdDate_month Nullable(Int64) ${kind} ${month}) ENGINE = Memory`,
      );
      await opened("alike", async ({ columns }) => {
        expect(created(columns)).toMatchObject({ day: null, month: null });
      });
    }
    const world = fc.tuple(
      fc.array(referral.map(readable).map(representable), { minLength: 1, maxLength: 30 }),
      fc.array(anyQuery, { minLength: PER_WORLD, maxLength: PER_WORLD }),
    );
    // One store, which has seen the values of the worlds before.
    await opened("loaded", (store) =>
      fc.assert(
        fc.asyncProperty(world, async ([referrals, queries]) => {
          await run("TRUNCATE TABLE loaded");
          await insert("loaded", referrals.map(dated));
          await expectAll(store, referrals, queries);
        }),
        { numRuns: Math.ceil(QUESTIONS / PER_WORLD / 2), endOnFailure: true },
      ),
    );
  });

  describe("under a hostile profile", () => {
    beforeAll(async () => {
      const columns = [
        ...TERM_FIELDS.map((field) => `${field} Nullable(String)`),
        ...DATE_FIELDS.map((field) => `${field} Nullable(DateTime64(3, 'UTC'))`),
      ].join(", ");
      await run(
        `CREATE TABLE hostile (${columns}) ENGINE = MergeTree ORDER BY tuple() SETTINGS index_granularity = 8`,
      );
      await insert("hostile", many.map(dated));
      await run("CREATE TABLE hostile_twice AS remote('127.0.0.1,localhost', default, hostile)");
      await run(
        "CREATE TABLE hostile_half AS hostile ENGINE = Distributed(half, default, hostile) SETTINGS skip_unavailable_shards = 1",
      );
    });

    it.each(Object.keys(HOSTILE_PROFILES))("%s: right figures or an error in words", async (username) => {
      const asked = (table: string, referrals: readonly Referral[]) =>
        opened(table, (store) => areRight(store, referrals), username);
      const whole = await asked("hostile", many);
      const merged = await asked(
        "hostile_twice",
        many.flatMap((one) => [one, one]),
      );
      if (!LIMITS.includes(username)) expect([whole, merged].flat()).not.toContain(false);
      expect(await asked("hostile_half", many)).toEqual([false, false]);
    });

    it("elsewhere: is overruled", async () => {
      const { rows, close } = await connectClickHouse(settingsOf("hostile", "elsewhere"), 20_000);
      const names = Object.keys(HOSTILE_PROFILES.elsewhere ?? {}).map((name) => `'${name}'`);
      const values = await rows(`SELECT value FROM system.settings WHERE name IN (${names.join(", ")})`);
      await close();
      expect(values).toEqual([["0"], ["0"], ["0"]]);
    });
  });

  it("refuses in words a table that is not there, dates as text and an account without the table", async () => {
    await expect(opened("missing", async () => {})).rejects.toMatchObject({ reason: "no-table" });
    await run("CREATE TABLE odd (id String, createdDate String) ENGINE = Memory");
    await expect(opened("odd", async () => {})).rejects.toThrow(/createdDate is String: dates must be/);
  });

  it("says how many referrals a table has more than once, and the way out", async () => {
    await run(
      "CREATE TABLE doubled (id String, createdDate DateTime64(3, 'UTC'), version UInt8) ENGINE = ReplacingMergeTree(version) ORDER BY id",
    );
    for (const version of [1, 2])
      await insert(
        "doubled",
        ["a", "b", `c${version}`].map((id) => ({ id, createdDate: "2024-03-01T00:00:00Z", version })),
      );
    const lines = async (table: string) => {
      const said: string[] = [];
      const settings = readServerSettings({
        SIGN_IN: "off",
        CLICKHOUSE_URL: bridge.url,
        CLICKHOUSE_TABLE: table,
      });
      const opened = await openClickHouse(
        settings,
        settings.clickHouse as ClickHouseSettings,
        (line) => void said.push(line),
      );
      await opened.close();
      return said.join("\n");
    };
    expect(await lines("doubled")).toMatch(/2 of 6 rows repeat the id of another.*view with FINAL/);
    await run("CREATE VIEW once AS SELECT * FROM doubled FINAL");
    expect(await lines("once")).not.toContain("repeat");
  });

  it("trusts the certificates that it is given, as long as they are valid", async () => {
    const valid = await certificateOf(folder, 2020, 2049);
    const expired = await certificateOf(folder, 2020, 2021);
    const rowsOver = async ({ key, cert }: Certificate, ca: string | null) => {
      const server = createServer({ key, cert }, (call, response) => {
        const passed = request(bridge.url + call.url, { method: call.method }, (from) => {
          response.writeHead(from.statusCode ?? 500);
          from.pipe(response);
        });
        call.pipe(passed);
      });
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const nobody = { username: "default", password: null, passwordFile: null };
      const settings = { url, database: "default", table: "referrals", ca, ...nobody };
      try {
        const clickHouse = await connectClickHouse(settings, 20_000);
        return await clickHouse.rows("SELECT 7").finally(clickHouse.close);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    };
    expect(await rowsOver(valid, valid.certFile)).toEqual([[7]]);
    await expect(rowsOver(valid, null)).rejects.toMatchObject({ reason: "certificate" });
    await expect(rowsOver(expired, expired.certFile)).rejects.toMatchObject({ reason: "certificate" });
  });
});

async function expectAll(
  store: QueryStore,
  referrals: readonly Referral[],
  queries: readonly AnalyticsQuery[],
) {
  for (const query of queries) await expectNaive(store, referrals, query);
}
