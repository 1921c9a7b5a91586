import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "playwright/test";
import { readCsv } from "./oracle/csv.ts";
import { type RunningServer, type ServerOptions, sharedServer } from "./start-server.ts";

/** The opportunities of a CRM as referrals; 500 of its 8,800 have no created date. */
export const CRM_FILE = fileURLToPath(new URL("fixtures/crm-opportunities.csv", import.meta.url));

export const CRM_REFERRALS = readCsv(readFileSync(CRM_FILE, "utf8"));

/** A period that holds all of its created dates. */
export const WHOLE_TIME = { from: "2016-01-01", to: "2017-12-31" };

/**
 * One server for all tests of a file; ask for it within a test. Files that run in the same worker one after the other
 * and ask for the same share it, so that a test which changes it changes it back.
 */
export function serverForFile(options: ServerOptions): () => RunningServer {
  let server: RunningServer | null = null;
  test.beforeAll(async () => {
    server = await sharedServer(options);
  });
  return () => {
    if (!server) throw new Error("The server runs only within tests.");
    return server;
  };
}
