import { parseArgs } from "node:util";
import { readServerSettings } from "#config/server-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { openStore } from "./backend.ts";
import { loadIntoClickHouse } from "./clickhouse/load-rows.ts";
import { explainStart } from "./explain-start.ts";

const USAGE =
  "Set REFERRALS_FILE and CLICKHOUSE_URL, then: npm run load:clickhouse -- [--dry-run] [--cluster NAME --shards URL,URL]";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { "dry-run": { type: "boolean" }, cluster: { type: "string" }, shards: { type: "string" } },
  });
  const { CLICKHOUSE_URL, REFERRALS_FILE, ...environment } = process.env;
  // Each is the source of a server; here one is copied into the other.
  const files = readServerSettings({ ...environment, REFERRALS_FILE });
  const { clickHouse } = readServerSettings({ ...environment, CLICKHOUSE_URL });
  if (!clickHouse || !REFERRALS_FILE || !values.cluster !== !values.shards) throw new SettingsError([USAGE]);
  const say = (line: string) => console.log(line);
  const { store } = await openStore(files, say);
  const { cluster: name, shards = "" } = values;
  const cluster = name ? { name, urls: shards.split(",") } : null;
  const isDryRun = values["dry-run"] === true;
  await loadIntoClickHouse(store, { settings: clickHouse, cluster, isDryRun, say }).finally(store.close);
}

main().catch((error: unknown) => {
  console.error(explainStart(error));
  process.exit(1);
});
