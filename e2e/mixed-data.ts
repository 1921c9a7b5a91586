import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "playwright/test";
import type { Referral } from "./oracle/csv.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const STATUSES = [
  ..."Won Lost Declined Skipped Expired Missed Archived closed New Pending Accepted Acknowledged".split(" "),
  "lost",
  "Limbo",
  null,
];
const MARKETS = [..."US US US DE DE GB FR IT ES PT NL SE DK".split(" "), " us ", null];
const SIZES = ["1to9employees", "10to50employees", "51to250employees", null];
const STEPS = "acknowledged accepted won lost declined skipped expired missed archived".split(" ");
const DAY_MS = 86_400_000;

/** Numbers from 0 to 1, the same in every run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function mixedReferrals(count: number): Referral[] {
  const next = chance(7);
  const one = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] ?? null;
  return Array.from({ length: count }, (_, at) => {
    const created = Date.UTC(2023, 0, 1) + Math.floor(next() * 730) * DAY_MS;
    const dateOf = () => {
      const text = new Date(created + Math.floor(next() * 60) * DAY_MS).toISOString().slice(0, 19);
      return next() < 0.05 ? "soon" : text;
    };
    const dates = STEPS.map((step) => [`${step}Date`, next() < 0.35 ? dateOf() : null]);
    return {
      id: `m${at}`,
      status: one(STATUSES),
      customerName: `Customer ${at}`,
      customerMarket: one(MARKETS),
      partnerMarket: one(MARKETS),
      customerOrgSize: one(SIZES),
      createdDate: next() < 0.03 ? null : new Date(created).toISOString().slice(0, 19),
      ...Object.fromEntries(dates),
    };
  });
}

/** Referrals of 2023 and 2024 of every status, with missing and unreadable dates in every place. */
export const MIXED_REFERRALS = mixedReferrals(1500);
export const MIXED_TIME = { from: "2023-01-01", to: "2024-12-31" };

/** One server on the mixed referrals for all tests of a file; ask for it within a test. */
export function mixedServerForFile(): () => RunningServer {
  const file = join(tmpdir(), `mixed-referrals-${process.pid}.json`);
  let server: RunningServer | null = null;
  test.beforeAll(async () => {
    await writeFile(file, JSON.stringify(MIXED_REFERRALS));
    server = await startServer({ file });
  });
  test.afterAll(async () => {
    await server?.stop();
    await rm(file, { force: true });
  });
  return () => {
    if (!server) throw new Error("The server runs only within tests.");
    return server;
  };
}
