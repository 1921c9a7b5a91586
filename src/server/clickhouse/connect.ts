import { readFile } from "node:fs/promises";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { ClickHouseSettings } from "#config/clickhouse-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { OverloadError } from "../store/overload.ts";
import { failureOf } from "./failure.ts";

/** A value of a query: `{name:String}` or `{name:Int64}` stands for it. */
export type Values = Readonly<Record<string, string | number>>;
export type ResultRow = readonly (string | number | null)[];

export type ClickHouse = {
  /** The rows of a statement. @throws OverloadError, or the reason of `signal`. */
  rows: (text: string, values?: Values, signal?: AbortSignal) => Promise<ResultRow[]>;
  /** The table's name, quoted, with its database. */
  table: string;
  /** Whether the server can count the rows of a result beside its first ones. */
  hasWindows: boolean;
  close: () => Promise<void>;
};

/** Every server knows these; with them the list of its settings is whole or an error. */
const ALWAYS: Readonly<Record<string, string>> = Object.fromEntries(
  "group_by read timeout result sort set distinct join transfer"
    .split(" ")
    .map((what) => [`${what}_overflow_mode`, "throw"]),
);

/**
 * Settings under which a result is whole or an error, whatever the account's profile says. Those that a server does
 * not know are left out.
 */
const WHOLE: Readonly<Record<string, string>> = {
  ...ALWAYS,
  read_overflow_mode_leaf: "throw",
  timeout_overflow_mode_leaf: "throw",
  skip_unavailable_shards: "0",
  distributed_group_by_no_merge: "0",
  limit: "0",
  offset: "0",
  additional_result_filter: "",
  additional_table_filters: "{}",
  partial_result_on_first_cancel: "0",
  use_query_cache: "0",
  fallback_to_stale_replicas_for_distributed_queries: "0",
  load_balancing: "in_order",
  cancel_http_readonly_queries_on_client_close: "1",
};

/** Window functions are on by default since 21.9. */
const WINDOWS_SINCE = 22;

/**
 * Connects, read only. `timeoutMs` ends every statement, even one that waits for a shard that no longer responds.
 * @throws SettingsError for what cannot be made safe, OverloadError where the server cannot be reached.
 */
export async function connectClickHouse(
  settings: ClickHouseSettings,
  timeoutMs: number,
): Promise<ClickHouse> {
  const { database, table, username } = settings;
  const client = createClient(await clientOptions(settings, timeoutMs));
  let whole: Record<string, string> = { wait_end_of_query: "1", ...ALWAYS };

  async function rows(query: string, values: Values = {}, signal?: AbortSignal): Promise<ResultRow[]> {
    try {
      const result = await client.query({
        query,
        format: "JSONCompact",
        query_params: { ...values },
        clickhouse_settings: whole,
        ...(signal && { abort_signal: signal }),
      });
      return (await result.json<ResultRow>()).data;
    } catch (error) {
      signal?.throwIfAborted();
      throw failureOf(error);
    }
  }

  try {
    // One row, which no limit of rows can shorten.
    const [row] = await rows(
      "SELECT groupArray(name), groupArray(value), toUInt32(extract(version(), '^\\\\d+')) FROM system.settings",
    );
    const [names, values, version] = (row ?? []) as unknown as [string[]?, string[]?, number?];
    const known = new Map(names?.map((name, place) => [name, values?.[place]]));
    if (!Object.keys(ALWAYS).every((name) => known.has(name))) throw new OverloadError("settings-refused");
    const wanted = { ...WHOLE, max_execution_time: String(Math.ceil(timeoutMs / 1000)) };
    const sent = Object.entries(wanted).filter(([name]) => known.has(name));
    const isWriter = known.get("readonly") === "0";
    whole = { ...whole, ...Object.fromEntries(sent), ...(isWriter && { readonly: "2" }) };
    await rows("SELECT 1");
    return {
      rows,
      hasWindows: Number(version) >= WINDOWS_SINCE,
      table: `${quoteIdentifier(database)}.${quoteIdentifier(table)}`,
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error instanceof OverloadError && error.reason === "settings-refused"
      ? readonlyError(username)
      : error;
  }
}

/** @throws SettingsError for a file that cannot be read. */
export async function clientOptions(
  { url, username, password, passwordFile, ca }: ClickHouseSettings,
  timeoutMs: number,
) {
  const secret = passwordFile && (await readText("CLICKHOUSE_PASSWORD_FILE", passwordFile)).trim();
  return {
    url,
    username,
    password: secret ?? password ?? "",
    request_timeout: timeoutMs,
    log: { level: ClickHouseLogLevel.OFF },
    ...(ca && { tls: { ca_cert: Buffer.from(await readText("CLICKHOUSE_CA", ca)) } }),
  };
}

function readonlyError(username: string): SettingsError {
  return new SettingsError([
    `CLICKHOUSE_USER is "${username}": with readonly=1 the settings that keep results whole can't be sent. Give the account readonly=2: ALTER USER … SETTINGS readonly = 2.`,
  ]);
}

async function readText(name: string, path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: unknown) => {
    const words = `${name} is "${path}": the file can't be read. Check the path and its permissions.`;
    throw Object.assign(new SettingsError([words]), { cause });
  });
}

/** A name of a table or column, whatever it holds. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}
