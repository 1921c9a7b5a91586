import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { readServerSettings } from "#config/server-settings.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { startServer } from "#server/start.ts";
import { askOverview, type CountedOverview, countTries, type OverviewState } from "./overview.ts";
import { restorePlatform } from "./platform.ts";

/** A fault as `PUT /local/faults` takes it. */
export type Fault = { kind: string } & Record<string, unknown>;

/** The whole server on a free port, its page left out, with referrals of a CSV text. */
export type Service = {
  /** The address of the endpoint. */
  endpoint: string;
  /** Asks all that the Overview asks, with these faults on from the first call. */
  askUnder: (faults: readonly Fault[]) => Promise<CountedOverview>;
  /** How many calls the faults that are on have hit. */
  hits: () => Promise<number>;
  close: () => Promise<void>;
};

/** Starts it; its own faults answer over HTTP, as in the running product. */
export async function startService(csv: string): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), "data-client-"));
  const file = join(folder, "referrals.csv");
  await writeFile(file, csv);
  const settings = readServerSettings({
    SIGN_IN: "off",
    PORT: "0",
    REFERRALS_FILE: file,
    RATE_LIMIT: "99999",
  });
  const log = pino({ level: "silent" });
  const server = await startServer(settings, { pageRoot: folder, log, say: () => {} });
  restorePlatform();
  const faultsAt = `${server.url}/local/faults`;
  const endpoint = server.url + ENDPOINT;
  return {
    endpoint,
    askUnder: async (faults) => {
      const result = await fetch(faultsAt, { method: "PUT", body: JSON.stringify(faults) });
      if (!result.ok) throw new Error(await result.text());
      const tries = countTries();
      const asked: OverviewState = await askOverview(endpoint, tries.fetch);
      return { asked, mostTries: tries.most() };
    },
    hits: async () => {
      const faults = (await (await fetch(faultsAt)).json()) as { hits: number }[];
      return faults.reduce((sum, { hits }) => sum + hits, 0);
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

const STATUSES = ["Won", "Accepted", "", "Lost", "Expired", "Declined", "New"];
const MARKETS = ["US", "DE", "", "FR", "KR"];

/** So many unequal referrals of fourteen months; absent statuses, markets and dates recur. */
export function someReferrals(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const month = new Date(Date.UTC(2025, n % 14, 1 + ((n * 5) % 28))).toISOString().slice(0, 10);
    const created = n % 11 === 0 ? "" : `${month}T${n % 2 ? "23:59:59" : "00:00:00"}`;
    const accepted = n % 3 === 0 ? "2026-03-01T10:00:00" : "";
    const won = n % 7 === 0 ? "2026-04-01T12:00:00" : "";
    return `r${n},${STATUSES[n % 7]},${MARKETS[n % 5]},${MARKETS[n % 4]},${created},${accepted},${won}`;
  });
  const head = "id,status,customerMarket,partnerMarket,createdDate,acceptedDate,wonDate";
  return [head, ...lines].join("\n");
}
