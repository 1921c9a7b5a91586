import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { openClickHouseStore } from "#server/clickhouse/clickhouse-store.ts";
import { connectClickHouse } from "#server/clickhouse/connect.ts";
import { loadIntoClickHouse } from "#server/clickhouse/load-rows.ts";
import { openDuckDbStore } from "#server/store/duckdb-store.ts";
import { sourceFiles } from "#server/store/source-files.ts";
import { fetchRows, type QueryStore } from "#server/store/store.ts";
import { hasChdb, openClickHouseBridge } from "./clickhouse-bridge.ts";

const REPEATS = 7;
const TIMEOUT_MS = 600_000;

/** Median ms of a query on DuckDB and on ClickHouse, in turn on the same data. */
type Pair = { name: string; duckDb: number; clickHouse: number };

const byMonth: AnalyticsQuery = {
  kind: "grouped",
  query: { filter: null, groupBy: ["status", "customerMarket", "createdDate"], level: "month" },
  page: { top: 10_000, skip: 0 },
};
const firstRecords: AnalyticsQuery = {
  kind: "records",
  query: { filter: null },
  page: { top: 10_000, skip: 0 },
};

/** Runs the engine until its input ends; says its address. `data` is an empty folder. */
export async function runClickHouse(data: string): Promise<void> {
  const bridge = await openClickHouseBridge(data);
  console.log(bridge.url);
  await once(process.stdin.resume(), "data");
  await bridge.close();
  process.exit();
}

/** Loads a file into both, and compares them. `program` runs the engine when it is given "clickhouse-engine". */
export async function measureClickHouse(program: string, file: string, folder: string): Promise<Pair[]> {
  if (!hasChdb()) throw new Error("The package chdb could not be installed.");
  const child = spawn(process.execPath, [program, "clickhouse-engine", folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [url] = await once(createInterface({ input: child.stdout }), "line");
  const embedded = await openDuckDbStore();
  const options = { dateOrder: null, mapping: null, now: Date.now(), firstPlausible: 0, history: null };
  await embedded.load({
    kind: "files",
    files: await sourceFiles(file),
    options: { ...options, say: () => {} },
  });
  const nobody = { username: "default", password: null, passwordFile: null, ca: null };
  const to = { url, database: "default", table: "referrals", ...nobody };
  const say = (line: string) => console.error(line);
  await loadIntoClickHouse(embedded, { settings: to, cluster: null, isDryRun: false, say });
  const clickHouse = await openClickHouseStore(await connectClickHouse(to, TIMEOUT_MS), 100);
  const stores = [embedded, clickHouse] as const;
  const pairs = [
    await compare("status, market, month", byMonth, stores),
    await compare("first 10,000 records", firstRecords, stores),
  ];
  await Promise.all(stores.map((store) => store.close()));
  child.stdin.write("end\n");
  await once(child, "exit");
  return pairs;
}

async function compare(
  name: string,
  query: AnalyticsQuery,
  stores: readonly [QueryStore, QueryStore],
): Promise<Pair> {
  const times: [number[], number[]] = [[], []];
  // The first run of each does not count.
  for (let run = 0; run <= REPEATS; run += 1) {
    for (const [at, store] of stores.entries()) {
      const began = performance.now();
      await fetchRows(store, query);
      if (run > 0) times[at]?.push(performance.now() - began);
    }
  }
  const [duckDb = Number.NaN, clickHouse = Number.NaN] = times.map(
    (one) => one.toSorted((a, b) => a - b)[Math.floor(one.length / 2)],
  );
  return { name, duckDb, clickHouse };
}
