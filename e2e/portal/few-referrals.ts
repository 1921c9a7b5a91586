import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Few = {
  id: string;
  status: string;
  customerMarket: string;
  customerName: string;
  createdDate: string;
};

/** Markets with how many referrals; three of them have few. */
const MARKETS = { DE: 60, FR: 31, US: 22, IS: 3, MT: 1, LI: 4 } as const;
const STATUSES = ["Won", "Lost", "Declined", "Accepted", "New"] as const;

/** Referrals of many customers and few of some markets, outcomes and months. */
export const SMALL_SAMPLE_FILE: readonly Few[] = Object.entries(MARKETS).flatMap(([customerMarket, count]) =>
  Array.from({ length: count }, (_, at) => ({
    id: `id-${customerMarket}-${at}`,
    // Two are missed, in all of the data.
    status: customerMarket === "DE" && at < 2 ? "Missed" : (STATUSES[at % STATUSES.length] ?? "New"),
    customerMarket,
    customerName: `Confidential ${at % 9 === 0 ? "Works" : `${customerMarket} ${at} Ltd`}`,
    createdDate: `2025-0${at % 20 === 0 ? 3 : (at % 2) + 1}-1${at % 10}T08:00:00`,
  })),
);

/** Writes them where a server can read them. */
export function writeSmallSample(): string {
  const file = join(mkdtempSync(join(tmpdir(), "few-referrals-")), "referrals.json");
  writeFileSync(file, JSON.stringify(SMALL_SAMPLE_FILE));
  return file;
}
