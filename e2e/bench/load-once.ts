import type { Browser } from "playwright/test";
import { type Network, slowDown } from "./conditions.ts";
import { watch } from "./watch.ts";

/** What one load of the Overview took: ms, and kB of JavaScript as sent. */
export type Load = {
  first: number;
  largest: number;
  headline: number;
  drawn: number;
  blocked: number;
  longTasks: number;
  kilobytes: number;
  /** All files and calls until the Overview is complete. */
  requests: number;
};

/** A task is in nobody's way for its first 50 ms. */
const UNNOTICED_MS = 50;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Loads the Overview once, with nothing in the cache. */
export async function loadOnce(browser: Browser, url: string, cpu: number, network: Network): Promise<Load> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page, cpu, network);
  let requests = 0;
  page.on("request", () => requests++);
  const { settled } = await watch(page);
  await page.goto(url);
  const { largestPaint, headline, drawn, longTasks } = await settled();
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
    headline,
    drawn,
    blocked: sum(longTasks.map((ms) => ms - UNNOTICED_MS)),
    longTasks: sum(longTasks),
    kilobytes: sum(bytes) / 1000,
    requests,
  };
}
