import { basename } from "node:path";
import { type Browser, type Page, test } from "playwright/test";
import { panel } from "../page.ts";
import { type Network, slowDown } from "./conditions.ts";
import { median, RUNS } from "./figures.ts";
import { loadAgain, loadOnce } from "./load-once.ts";
import { withReferrals } from "./served.ts";
import { watch } from "./watch.ts";

/** Folder of the other build; without one nothing is compared. */
const other = process.env.BENCH_AGAINST;
const lines: string[] = [];

/** Notes the medians of both builds and their ratio: this build divided by the other. */
function compare(name: string, ours: readonly number[], theirs: readonly number[]): void {
  const number = (value: number) => value.toFixed(0).padStart(7);
  const [here, there] = [median(ours), median(theirs)];
  const spread = (values: readonly number[]) =>
    `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
  lines.push(
    `${name.padEnd(62)} ${number(here)} ${number(there)} ${(here / there).toFixed(2).padStart(6)}  (${spread(ours)} | ${spread(theirs)})`,
  );
}

test.afterAll(() => {
  if (lines.length > 0) console.log(`\n${"".padEnd(62)}    this   other  ratio\n${lines.join("\n")}\n`);
});

/** Runs something on both builds in turn, the first one changing, and gives what each gave. */
async function inTurn<T>(run: (build: 0 | 1) => Promise<T>, times = RUNS): Promise<[T[], T[]]> {
  const results: [T[], T[]] = [[], []];
  for (let i = 0; i < times; i++) {
    for (const build of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      results[build].push(await run(build));
  }
  return results;
}

async function compareLoads(
  browser: Browser,
  urls: readonly [string, string],
  label: string,
  view: string,
): Promise<void> {
  for (const build of [0, 1] as const) await loadOnce(browser, `${urls[build]}${view}`, 1, "local");
  for (const network of ["fast 4G", "1.6 Mbit/s"] satisfies Network[]) {
    const [ours, theirs] = await inTurn((build) => loadOnce(browser, `${urls[build]}${view}`, 4, network));
    for (const part of [
      "first",
      "largest",
      "headline",
      "drawn",
      "live",
      "blocked",
      "requests",
      "kilobytes",
    ] as const) {
      compare(
        `${label}, 4×, ${network}, ${view}: ${part}`,
        ours.map((one) => one[part]),
        theirs.map((one) => one[part]),
      );
    }
  }
}

/** Ms from a press on a market to the last change that it makes, and to the first frame behind it. */
type Clicked = { painted: number; latency: number };

async function openForClicks(
  browser: Browser,
  url: string,
  view: string,
): Promise<{ page: Page; click: () => Promise<Clicked>; slow: (rate: number) => Promise<unknown> }> {
  const page = await (await browser.newContext()).newPage();
  const session = await slowDown(page, 1, "local");
  const watching = await watch(page);
  await page.goto(`${url}/`);
  await watching.settled();
  const names = await panel(page, "Markets").locator("tbody th button").allInnerTexts();
  if (view !== "/") {
    await page.goto(`${url}${view}`);
    await page.waitForLoadState("networkidle");
  }
  let turn = 0;
  const click = async () => {
    const name = names[Math.floor(turn / 2) % names.length] ?? "";
    const scope = view === "/" ? panel(page, "Markets") : page.locator("main");
    const button =
      turn++ % 2 === 0
        ? scope.getByRole("button", { name, exact: true })
        : page.getByRole("button", { name: /^Remove / });
    await button.first().click();
    const { clickedAt, lastPaint, latency } = await watching.settledAfterClick();
    return { painted: lastPaint - clickedAt, latency };
  };
  return { page, click, slow: (rate) => session.send("Emulation.setCPUThrottlingRate", { rate }) };
}

async function compareClicks(
  browser: Browser,
  urls: readonly [string, string],
  label: string,
): Promise<void> {
  for (const [view, rate] of [
    ["/", 1],
    ["/", 4],
    ["/trends", 1],
    ["/trends", 4],
  ] as const) {
    const open = [
      await openForClicks(browser, urls[0], view),
      await openForClicks(browser, urls[1], view),
    ] as const;
    for (const one of open) await one.slow(rate);
    const [ours, theirs] = await inTurn((build) => open[build].click(), 2 * RUNS);
    for (const part of ["painted", "latency"] as const)
      compare(
        `${label}, ${rate}×: market click on ${view} → ${part}`,
        ours.map((one) => one[part]),
        theirs.map((one) => one[part]),
      );
    for (const one of open) await one.page.context().close();
  }
}

async function compareRepeats(
  browser: Browser,
  urls: readonly [string, string],
  label: string,
): Promise<void> {
  const [ours, theirs] = await inTurn((build) => loadAgain(browser, `${urls[build]}/`, 4, "fast 4G"));
  for (const part of ["first", "headline", "drawn", "live", "largest"] as const)
    compare(
      `${label}, 4×, fast 4G, repeat visit: ${part}`,
      ours.map((one) => one[part]),
      theirs.map((one) => one[part]),
    );
}

type Compare = (browser: Browser, urls: readonly [string, string], label: string) => Promise<void>;

const PARTS: Record<string, Compare> = {
  loads: async (browser, urls, label) => {
    for (const view of ["/", "/trends"]) await compareLoads(browser, urls, label, view);
  },
  repeats: compareRepeats,
  clicks: compareClicks,
};

/** Registers the comparisons: every part at two sizes. */
function compareWith(folder: string): void {
  for (const referrals of [100_000, 1_000_000])
    for (const [part, compareBoth] of Object.entries(PARTS)) {
      const label = referrals.toLocaleString("en");
      test(`${part} against another build, ${label} referrals`, async ({ browser }) => {
        console.log(`against ${basename(folder)}`);
        await withReferrals(referrals, (ours) =>
          withReferrals(referrals, (theirs) => compareBoth(browser, [ours.url, theirs.url], label), folder),
        );
      });
    }
}

if (other) compareWith(other);
