import { readFile } from "node:fs/promises";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { ClickHouseSettings } from "#config/clickhouse-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { OverloadError, type OverloadReason } from "#server/store/overload.ts";

/** What the codes of ClickHouse's errors mean for somebody who waits for a result. */
const REASONS: Readonly<Record<string, OverloadReason>> = {
  60: "no-table",
  81: "no-table",
  158: "engine-limit",
  159: "timeout",
  160: "timeout",
  164: "settings-refused",
  192: "sign-in-refused",
  193: "sign-in-refused",
  194: "sign-in-refused",
  201: "engine-limit",
  202: "engine-limit",
  209: "unreachable",
  210: "unreachable",
  241: "engine-limit",
  279: "unreachable",
  369: "stale",
  394: "timeout",
  396: "engine-limit",
  452: "settings-refused",
  497: "sign-in-refused",
  516: "sign-in-refused",
};

/** Errors of the network, by Node's codes. */
const NETWORK = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/;
const CERTIFICATE = /CERT|SELF_SIGNED|TLS|SSL/;

/** Why ClickHouse did not respond, without its own words: these repeat the query and names of its machines. */
export function failureOf(error: unknown): OverloadError {
  const reason = reasonOf(error);
  return Object.assign(new OverloadError(reason), { cause: error });
}

function reasonOf(error: unknown): OverloadReason {
  if (!(error instanceof Error)) return "engine-failed";
  const code = "code" in error ? String(error.code) : "";
  if (CERTIFICATE.test(code)) return "certificate";
  if (NETWORK.test(code) || /socket hang up/i.test(error.message)) return "unreachable";
  if (/timeout/i.test(error.message) && code === "") return "timeout";
  // Old servers tell the code in the text alone.
  const found = /^\d+$/.test(code) ? code : /Code: (\d+)/.exec(error.message)?.[1];
  return REASONS[found ?? ""] ?? "engine-failed";
}

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

const OVERFLOWS = "group_by read timeout result sort set distinct join transfer".split(" ");

/**
 * Settings under which a result is whole or an error, whatever the account's profile says. Those that a server does
 * not know are left out.
 */
const WHOLE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(OVERFLOWS.map((what) => [`${what}_overflow_mode`, "throw"])),
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

/** What a server says of a setting that it does not know: old ones name it without quotes. */
const UNKNOWN_SETTING = /Unknown setting '?(\w+)/;

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
  const wanted = { ...WHOLE, max_execution_time: String(Math.ceil(timeoutMs / 1000)) };
  const sent = new Map<string, string>(Object.entries(wanted));

  async function rows(query: string, values: Values = {}, signal?: AbortSignal): Promise<ResultRow[]> {
    try {
      const result = await client.query({
        query,
        format: "JSONCompact",
        query_params: { ...values },
        clickhouse_settings: Object.fromEntries([["wait_end_of_query", "1"], ...sent]),
        ...(signal && { abort_signal: signal }),
      });
      return (await result.json<ResultRow>()).data;
    } catch (error) {
      signal?.throwIfAborted();
      throw failureOf(error);
    }
  }

  /** The first row of a statement, with all settings that the server knows. */
  async function firstRow(query: string): Promise<ResultRow> {
    for (;;) {
      try {
        const [row = []] = await rows(query);
        return row;
      } catch (error) {
        const unknown = UNKNOWN_SETTING.exec(String((error as Error).cause))?.[1] ?? "";
        if (!sent.delete(unknown)) throw error;
      }
    }
  }

  try {
    const [version, readonly] = await firstRow(
      "SELECT toUInt32(extract(version(), '^\\\\d+')), value FROM system.settings WHERE name = 'readonly'",
    );
    if (readonly === "0") sent.set("readonly", "2");
    return {
      rows,
      hasWindows: Number(version) >= WINDOWS_SINCE,
      table: `${quoteIdentifier(database)}.${quoteIdentifier(table)}`,
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error instanceof OverloadError && error.reason === "settings-refused"
      ? settingsRefused(username)
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

function settingsRefused(username: string): SettingsError {
  return new SettingsError([
    `CLICKHOUSE_USER is "${username}": the account may not send the settings that keep results whole. Give it readonly=2 (ALTER USER … SETTINGS readonly = 2) and no constraints on settings.`,
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
