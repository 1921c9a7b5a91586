import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { readReadingStatus } from "#config/reading-status.ts";
import { createReadings } from "#server/referrals-api/persons/readings.ts";
import { API_PERSON, sampleOf, serveApi } from "#server/referrals-api/testing/serve-api.ts";

/** As many as a large partner has; how long the API takes for each page of 200 of them. */
const REFERRALS = 20_000;
const PAGE_MS = 100;
const POLL_MS = 20;

export type ReadingsMeasure = { firstMs: number; wholeMs: number; memory: number; mostAtOnce: number };

/** Runs the stand-in until its input ends: tells its origin and a token at first, and how many calls came at once at last. */
export async function runStandIn(): Promise<void> {
  const { api, token } = await serveApi({ referrals: sampleOf(REFERRALS), delayMs: PAGE_MS });
  console.log(JSON.stringify({ origin: api.origin, token: await token() }));
  await once(process.stdin.resume(), "data");
  console.log(JSON.stringify(api.calls));
  await api.close();
  process.exit();
}

/**
 * A whole reading for one person, with the stand-in in a process of its own (`program` run with "stand-in"): ms until the
 * first figures and until all, and the most memory beyond that before (bytes). `history`: folder that keeps readings.
 */
export async function measureReadings(program: string, history: string | null): Promise<ReadingsMeasure> {
  const child = spawn(process.execPath, [program, "stand-in"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const message = async () => JSON.parse((await lines.next()).value);
  const { origin, token } = await message();
  const log = pino({ level: "silent" });
  const readings = createReadings(API_PERSON.tenantId, { api: { origin }, log, historyDir: history });
  const idle = memoryNow();
  let most = idle;
  let firstMs: number | null = null;
  const began = performance.now();
  for (;;) {
    const response = await readings.respond("GET", API_PERSON.user, token, {});
    const status = readReadingStatus(await response.json());
    most = Math.max(most, memoryNow());
    if (status?.referrals) firstMs ??= performance.now() - began;
    if (status?.isWhole && status.referrals === REFERRALS) break;
    if (status?.problem) throw new Error(`The reading ended with ${status.problem.kind}.`);
    await wait(POLL_MS);
  }
  const wholeMs = performance.now() - began;
  child.stdin.write("end\n");
  const { mostAtOnce } = await message();
  readings.close();
  return { firstMs: firstMs ?? wholeMs, wholeMs, memory: most - idle, mostAtOnce };
}

/** In bytes; Linux tells what is really in memory. */
function memoryNow(): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
  } catch {
    return process.memoryUsage.rss();
  }
}

/** The same with a folder for the history, which is new. */
export async function measureKeptReadings(program: string, parent: string): Promise<ReadingsMeasure> {
  const folder = await mkdtemp(`${parent}/readings-`);
  try {
    return await measureReadings(program, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
