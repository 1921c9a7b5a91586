import type { Browser, BrowserContext } from "playwright/test";
import { type Network, slowDown } from "./conditions.ts";
import { watch } from "./watch.ts";

/** What one load of the Overview took: ms, and kB of JavaScript as sent. */
export type Load = {
  first: number;
  largest: number;
  headline: number;
  drawn: number;
  /** When that is the page itself, not the picture of the last visit. */
  live: number;
  blocked: number;
  longTasks: number;
  kilobytes: number;
  /** Files and calls that began before the Overview was drawn. */
  requests: number;
};

/** A task is in nobody's way for its first 50 ms. */
const UNNOTICED_MS = 50;

/** The picture of a visit is kept by then (ms). */
const KEPT_MS = 5000;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Loads the Overview once, with nothing in the cache. */
export async function loadOnce(browser: Browser, url: string, cpu: number, network: Network): Promise<Load> {
  const context = await browser.newContext();
  const load = await loadIn(context, url, cpu, network);
  await context.close();
  return load;
}

/** Loads the Overview again, on a device where it was open once until everything was there and kept. */
export async function loadAgain(browser: Browser, url: string, cpu: number, network: Network): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { settled } = await watch(page);
  await page.goto(url);
  await settled();
  // A page that is left keeps its picture at the latest.
  await page.waitForTimeout(KEPT_MS);
  await page.close();
  const load = await loadIn(context, url, cpu, network);
  await context.close();
  return load;
}

async function loadIn(context: BrowserContext, url: string, cpu: number, network: Network): Promise<Load> {
  const page = await context.newPage();
  await slowDown(page, cpu, network);
  const { settled } = await watch(page);
  await page.goto(url);
  const { largestPaint, headline, drawn, live, longTasks } = await settled();
  const { first, begun, bytes } = await page.evaluate(() => {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return {
      first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      begun: files.map(({ startTime }) => startTime),
      bytes: files
        .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
        .map(({ encodedBodySize }) => encodedBodySize),
    };
  });
  return {
    first,
    largest: largestPaint,
    headline,
    drawn,
    live,
    blocked: sum(longTasks.map((ms) => ms - UNNOTICED_MS)),
    longTasks: sum(longTasks),
    kilobytes: sum(bytes) / 1000,
    // The page itself is one.
    requests: 1 + begun.filter((at) => at < drawn).length,
  };
}
