import type { ServerSettings } from "#config/server-settings.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Backend } from "./app.ts";
import { readSpellings } from "./authorize/market-spellings.ts";
import { createAnalyticsService } from "./embedded/service.ts";
import { openDuckDbStore } from "./store/duckdb-store.ts";
import type { LoadReport, Store } from "./store/store.ts";

export type OpenBackend = { backend: Backend; close: () => Promise<void> };

/**
 * Opens what answers the endpoint. The embedded service loads its referrals first and says how that went.
 * @throws LoadError when the file is missing or wholly unreadable.
 */
export async function openBackend(
  settings: ServerSettings,
  say: (line: string) => void,
): Promise<OpenBackend> {
  if (settings.partnerCenterUrl) {
    const backend: Backend = { kind: "partner-center", origin: settings.partnerCenterUrl };
    return { backend, close: async () => {} };
  }
  const store = await openDuckDbStore();
  try {
    const report = await load(store, settings, say);
    const spellings = await readSpellings(store);
    const service = createAnalyticsService(store, ENDPOINT);
    return { backend: { kind: "embedded", service, spellings, report }, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function load(
  store: Store,
  settings: ServerSettings,
  say: (line: string) => void,
): Promise<LoadReport> {
  const report = await store.load(
    settings.referralsFile
      ? { kind: "file", path: settings.referralsFile }
      : { kind: "sample", now: Date.now() },
  );
  for (const { line, reason } of report.refusedLines.slice(0, 10)) say(`Line ${line} rejected: ${reason}`);
  if (report.refused > 10)
    say(`… and ${report.refused - 10} more lines rejected; /healthz lists the first 100.`);
  say(
    `${report.source}: ${report.loaded} loaded, ${report.refused} rejected, ${report.unreadable} unreadable dates`,
  );
  return report;
}
