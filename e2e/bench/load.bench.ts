import { type Browser, test } from "playwright/test";
import { type Network, slowDown } from "./conditions.ts";
import { figuresOfFile, RUNS } from "./figures.ts";
import { withReferrals } from "./served.ts";
import { watch } from "./watch.ts";

type Load = {
  first: number;
  largest: number;
  drawn: number;
  blocked: number;
  longTasks: number;
  kilobytes: number;
};

/** The most that the main thread may be blocked while the Overview loads on a slow machine (ms). */
const MOST_BLOCKED = 600;
/** A task is in nobody's way for its first 50 ms. */
const UNNOTICED_MS = 50;

const record = figuresOfFile();

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Loads the Overview once, with nothing in the cache. */
async function load(browser: Browser, url: string, cpu: number, network: Network): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page, cpu, network);
  const { settled } = await watch(page);
  await page.goto(url);
  const { largestPaint, drawn, longTasks } = await settled();
  const { first, bytes } = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    bytes: (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ encodedBodySize }) => encodedBodySize),
  }));
  await context.close();
  return {
    first,
    largest: largestPaint,
    drawn,
    blocked: sum(longTasks.map((ms) => ms - UNNOTICED_MS)),
    longTasks: sum(longTasks),
    kilobytes: sum(bytes) / 1000,
  };
}

async function loads(
  browser: Browser,
  url: string,
  condition: { referrals: number; cpu: number; network: Network },
) {
  const { cpu, network } = condition;
  const runs: Load[] = [];
  while (runs.length < RUNS) runs.push(await load(browser, url, cpu, network));
  const one = (name: string, part: keyof Load) =>
    ({ name, unit: "ms", ...condition, values: runs.map((run) => run[part]) }) as const;
  record(one("load → first paint", "first"));
  record(one("load → largest paint", "largest"));
  record(one("load → all panels drawn", "drawn"));
  const blocked = one("load: main thread blocked (beyond 50 ms)", "blocked");
  record(cpu === 4 ? { ...blocked, target: MOST_BLOCKED } : blocked);
  record(one("load: long tasks in all", "longTasks"));
  record({ ...one("load: JavaScript as sent", "kilobytes"), unit: "kB" });
}

for (const referrals of [100_000, 1_000_000]) {
  test(`the Overview loads with ${referrals.toLocaleString("en")} referrals`, async ({ browser }) => {
    await withReferrals(referrals, async ({ url }) => {
      await load(browser, url, 1, "local");
      for (const cpu of [1, 4])
        for (const network of ["fast 4G", "1.6 Mbit/s"] as const)
          await loads(browser, url, { referrals, cpu, network });
    });
  });
}
