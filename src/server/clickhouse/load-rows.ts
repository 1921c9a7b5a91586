import { createHash } from "node:crypto";
import { createClient } from "@clickhouse/client";
import type { ClickHouseSettings } from "#config/clickhouse-settings.ts";
import {
  DATE_FIELDS,
  type DateField,
  type Field,
  type Referral,
  TERM_FIELDS,
} from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { parseJson } from "#partner-center/json.ts";
import { MAX_TOP } from "#partner-center/query-print.ts";
import { type QueryStore, textOf } from "#server/store/store.ts";
import { storedBuckets, storedDay, storedMonth } from "./columns.ts";
import { clientOptions, failureOf, quoteIdentifier } from "./connect.ts";

/** Where referrals go: one server, or the local tables of shards below one name for all of them. */
type LoadTarget = {
  database: string;
  table: string;
  /** The name of the cluster whose shards are loaded; null for one server. */
  cluster: string | null;
  /** Whether the servers have DateTime64 from 1900 to 2299; else dates are Int64 in ms since 1970 UTC. */
  hasDateTime64: boolean;
  /** Tells the tables of one load from those of another. */
  stamp: string;
};

/** The statements of a load, each for all servers in turn: before the rows and after them. */
type LoadPlan = {
  rowsInto: string;
  before: readonly string[];
  after: (hasTable: boolean) => readonly string[];
};

/** Fields with about as many values as referrals. */
const MANY_VALUES: ReadonlySet<Field> = new Set<Field>(["id", "customerName"]);
/** Faster to group by; servers as old as those without DateTime64 count it wrong now and then. */
const FEW = "LowCardinality(Nullable(String))";

/** Days and months that the table computes when rows come in, so that no query has to. */
function buckets(field: DateField): string[] {
  const { day, month } = storedBuckets(field);
  return [
    `${storedDay(field)} Nullable(Int64) MATERIALIZED ${day}`,
    `${storedMonth(field)} Nullable(Int64) MATERIALIZED ${month}`,
  ];
}

/** New tables are filled beside the old ones and take their name in one step, so that no reader sees half of a load. */
export function planLoad({ database, table, cluster, hasDateTime64, stamp }: LoadTarget): LoadPlan {
  const named = (name: string) => `${quoteIdentifier(database)}.${quoteIdentifier(name)}`;
  const rows = cluster === null ? `${table}_new_${stamp}` : `${table}_local_${stamp}`;
  const fresh = cluster === null ? rows : `${table}_new_${stamp}`;
  const old = `${table}_old_${stamp}`;
  const key = hasDateTime64
    ? "ORDER BY (createdDate, id) SETTINGS allow_nullable_key = 1"
    : "ORDER BY tuple()";
  const date = hasDateTime64 ? "Nullable(DateTime64(3, 'UTC'))" : "Nullable(Int64)";
  const columns = [
    ...TERM_FIELDS.map(
      (field) => `${field} ${hasDateTime64 && !MANY_VALUES.has(field) ? FEW : "Nullable(String)"}`,
    ),
    ...DATE_FIELDS.map((field) => `${field} ${date}`),
    ...(hasDateTime64 ? DATE_FIELDS.flatMap(buckets) : []),
  ];
  const distributed = `CREATE TABLE ${named(fresh)} AS ${named(rows)} ENGINE = Distributed(${quoteIdentifier(cluster ?? "")}, ${quoteIdentifier(database)}, ${quoteIdentifier(rows)})`;
  return {
    rowsInto: named(rows),
    before: [`CREATE TABLE ${named(rows)} (\n  ${columns.join(",\n  ")}\n) ENGINE = MergeTree ${key}`],
    after: (hasTable) => [
      // Without a key of its shards: whoever skips shards by one would skip referrals.
      ...(cluster === null ? [] : [distributed]),
      hasTable
        ? `RENAME TABLE ${named(table)} TO ${named(old)}, ${named(fresh)} TO ${named(table)}`
        : `RENAME TABLE ${named(fresh)} TO ${named(table)}`,
      ...(hasTable ? [`DROP TABLE ${named(old)}`] : []),
    ],
  };
}

/** What DateTime64 holds; it makes other dates into these without a word. */
const RANGE = [Date.UTC(1900, 0, 1), Date.UTC(2299, 11, 31)] as const;

/** Before 22.8 it held less. */
const DATETIME64_SINCE = 23;

/** Dates as the embedded store prints those that it can read. */
const PRINTED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?$/;

/** Rows that go into the tables at a time: each insert is a part, and many small ones cost merges. */
const BATCH = 100_000;

type LoadOptions = {
  settings: ClickHouseSettings;
  /** The servers of the shards, and the cluster's name; none for one server. */
  cluster: { name: string; urls: readonly string[] } | null;
  isDryRun: boolean;
  say: (line: string) => void;
};

/**
 * Copies all referrals of a store into ClickHouse, in place of those before; a load that ends early changes nothing.
 * @throws OverloadError where a server does not respond or refuses.
 */
export async function loadIntoClickHouse(
  store: QueryStore,
  { settings, cluster, isDryRun, say }: LoadOptions,
): Promise<void> {
  const urls = cluster?.urls ?? [settings.url];
  const options = await Promise.all(urls.map((url) => clientOptions({ ...settings, url }, 600_000)));
  const servers = options.map((option) => createClient(option));
  const run = (query: string) =>
    Promise.all(servers.map((server) => server.command({ query }).catch(failed)));
  const numbers = (query: string) =>
    Promise.all(
      servers.map(async (server) => {
        const response = await server.query({ query, format: "JSONCompact" }).catch(failed);
        return Number((await response.json<[string | number]>()).data[0]?.[0]);
      }),
    );
  try {
    const versions = await numbers("SELECT toUInt32(extract(version(), '^\\\\d+'))");
    const hasDateTime64 = versions.every((version) => version >= DATETIME64_SINCE);
    const { database, table } = settings;
    const stamp = String(Date.now());
    const plan = planLoad({ database, table, cluster: cluster?.name ?? null, hasDateTime64, stamp });
    const tables = await numbers(
      `SELECT count() FROM system.tables WHERE database = ${literal(database)} AND name = ${literal(table)}`,
    );
    const after = plan.after(tables.every((count) => count > 0));
    for (const line of [...plan.before, `INSERT INTO ${plan.rowsInto} …`, ...after]) say(line);
    if (isDryRun) return;
    for (const query of plan.before) await run(query);
    const loaded = await insertAll(store, { servers, into: plan.rowsInto, hasDateTime64, say });
    const stored = await numbers(`SELECT count() FROM ${plan.rowsInto}`);
    if (stored.reduce((sum, count) => sum + count, 0) !== loaded)
      throw new Error(`ClickHouse holds ${stored.join(" + ")} of ${loaded} referrals: the old table stays.`);
    for (const query of after) await run(query);
    say(`${loaded} referrals are in ${database}.${table}.`);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

function failed(error: unknown): never {
  throw failureOf(error);
}

function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

type Insert = {
  servers: readonly ReturnType<typeof createClient>[];
  into: string;
  hasDateTime64: boolean;
  say: (line: string) => void;
};

type Row = Record<string, unknown>;

async function insertAll(store: QueryStore, { servers, into, hasDateTime64, say }: Insert): Promise<number> {
  let [loaded, outside] = [0, 0];
  const shards = servers.map((): Row[] => []);
  let inserting: Promise<unknown> = Promise.resolve();
  /** Sends the rows so far; the next ones are read meanwhile. */
  const send = async () => {
    await inserting;
    const inserts = shards.map((rows, place) => insertInto(servers[place], into, rows.splice(0)));
    inserting = Promise.all(inserts);
    // Thrown where it is waited for.
    inserting.catch(() => {});
  };
  for (let total = 1; loaded < total; ) {
    const page = { top: MAX_TOP, skip: loaded };
    const response = await store.list({ kind: "records", query: { filter: null }, page });
    total = response.totalCount;
    const records = parseJson(textOf("[", response, "]").toString()) as Referral[];
    for (const record of records) {
      const dates = DATE_FIELDS.map((field) => [field, dateOf(record[field], hasDateTime64)] as const);
      outside += dates.filter(([, date]) => date === "outside").length;
      const kept = dates.map(([field, date]) => [field, date === "outside" ? null : date]);
      shards[shardOf(record.id, servers.length)]?.push({ ...record, ...Object.fromEntries(kept) });
    }
    loaded += records.length;
    if (records.length === 0) break;
    if (loaded % BATCH < MAX_TOP) {
      await send();
      say(`${loaded} of ${total}`);
    }
  }
  await send();
  await inserting;
  if (outside > 0)
    say(`${outside} dates before 1900 or after 2299 are left out: DateTime64 can't hold them.`);
  return loaded;
}

async function insertInto(server: ReturnType<typeof createClient> | undefined, table: string, values: Row[]) {
  if (values.length > 0) await server?.insert({ table, values, format: "JSONEachRow" }).catch(failed);
}

/** Null for no date; texts that nobody can read have no place in a column of dates. */
function dateOf(text: string | null, hasDateTime64: boolean): string | number | null {
  const reading = readInstant(text);
  if (reading.kind !== "instant") return null;
  if (!hasDateTime64) return reading.at;
  if (reading.at < RANGE[0] || reading.at > RANGE[1]) return "outside";
  const isPrinted = text !== null && text.length < 24 && PRINTED.test(text);
  return (isPrinted ? text : new Date(reading.at).toISOString().slice(0, 23)).replace("T", " ");
}

/** All records of one id are in one shard. */
function shardOf(id: string | null, shards: number): number {
  return (
    createHash("md5")
      .update(id ?? "")
      .digest()
      .readUInt32BE(0) % shards
  );
}
