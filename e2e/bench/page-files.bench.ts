import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "playwright/test";
import { dropPaths } from "../open-files/opening.ts";
import { staticSite } from "../open-files/static-site.ts";
import { startServer } from "../start-server.ts";
import { slowDown } from "./conditions.ts";
import { writeCosellDownload } from "./cosell-download.ts";
import { figuresOfFile, RUNS } from "./figures.ts";
import { marketNames, pressMarket, pressRemove } from "./market-click.ts";
import { writeBenchFile } from "./service/bench-data.ts";
import { type Watch, watch } from "./watch.ts";

const site = staticSite();
const record = figuresOfFile();

/** The most from the drop until all panels are painted, for somebody who confirms the report at once (ms). */
const MAX_COSELL_MS = 1500;
const MAX_LARGE_MS = 4000;
/** The longest task of the main thread meanwhile (ms). */
const MAX_TASK_MS = 100;
/** A click takes so many times as long as with the same data from the server. */
const MAX_RATIO = 1.1;

const VIEWPORT = { width: 1280, height: 900 };

type Opening = { reported: number; drawn: number; longest: number };

/** Notes the drop, and presses "Open" in the moment in which the report has it. */
function confirmAtOnce(): void {
  const times = { dropped: 0, reported: 0 };
  Object.assign(window, { openingTimes: times });
  const noteDrop = ({ timeStamp }: Event) => {
    times.dropped = timeStamp;
    window.benchNotes.longTasks.length = 0;
  };
  addEventListener("drop", noteDrop, true);
  new MutationObserver(() => {
    const button = document.querySelector<HTMLElement>("dialog.files .button--primary");
    if (!button || times.reported > 0 || times.dropped === 0) return;
    times.reported = -1;
    window.benchAfterPaint(() => {
      times.reported = performance.now();
      button.click();
    });
  }).observe(document, { subtree: true, childList: true });
}

async function openInPage(
  page: Page,
  path: string,
  cpu: number,
): Promise<{ watching: Watch; opening: Opening }> {
  const session = await slowDown(page, 1, "local");
  const watching = await watch(page);
  await page.addInitScript(confirmAtOnce);
  await page.goto(`${site()}/?lang=en`);
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await dropPaths(page, [path]);
  const { drawn, longTasks } = await watching.settled();
  const times = await page.evaluate(
    () => (window as unknown as { openingTimes: { dropped: number; reported: number } }).openingTimes,
  );
  const opening = {
    reported: times.reported - times.dropped,
    drawn: drawn - times.dropped,
    longest: Math.max(0, ...longTasks),
  };
  return { watching, opening };
}

async function timeOpening(browser: Browser, path: string, cpu: number): Promise<Opening[]> {
  const openings: Opening[] = [];
  while (openings.length < RUNS) {
    const context = await browser.newContext({ viewport: VIEWPORT });
    openings.push((await openInPage(await context.newPage(), path, cpu)).opening);
    await context.close();
  }
  return openings;
}

for (const [kind, referrals, cpu, most] of [
  ["co-sell download", 5000, 4, MAX_COSELL_MS],
  ["CSV", 100_000, 1, MAX_LARGE_MS],
] as const) {
  test(`a ${kind} is dropped, ${referrals.toLocaleString("en")} referrals, ${cpu}×`, async ({ browser }) => {
    await inFolder(async (folder) => {
      const path =
        kind === "CSV" ? await writeBenchFile(folder, "csv", referrals) : join(folder, "deals.csv");
      if (kind !== "CSV") writeCosellDownload(path, referrals);
      const openings = await timeOpening(browser, path, cpu);
      const condition = { referrals, cpu, network: "local", unit: "ms" } as const;
      const of = (part: keyof Opening) => openings.map((opening) => opening[part]);
      record({ name: `${kind} dropped → report`, ...condition, values: of("reported") });
      record({
        name: `${kind} dropped → all panels painted`,
        ...condition,
        values: of("drawn"),
        target: most,
      });
      record({ name: `${kind}: longest task`, ...condition, values: of("longest"), target: MAX_TASK_MS });
    });
  });
}

type Watched = { page: Page; watching: Watch };

/** Ms of the same clicks on two pages in turn, the first one changing. */
async function clickBoth(both: readonly [Watched, Watched]): Promise<[number[], number[]]> {
  const painted: [number[], number[]] = [[], []];
  const names = await marketNames(both[0].page, RUNS);
  for (const [turn, name] of names.entries())
    for (const press of [pressMarket.bind(null, name), pressRemove])
      for (const place of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const { page, watching } = both[place];
        await page.bringToFront();
        painted[place].push((await press(page, watching)).painted);
      }
  return painted;
}

async function openServed(page: Page, url: string): Promise<Watched> {
  const watching = await watch(page);
  await page.goto(url);
  await watching.settled();
  return { page, watching };
}

test("a market is clicked, 200,000 referrals in the page and the same from the server", async ({
  browser,
}) => {
  const condition = { referrals: 200_000, cpu: 1, network: "local" } as const;
  await inFolder(async (folder) => {
    const path = await writeBenchFile(folder, "csv", condition.referrals);
    const server = await startServer({ file: path });
    try {
      const newPage = async () => (await browser.newContext({ viewport: VIEWPORT })).newPage();
      const page = await newPage();
      const { watching } = await openInPage(page, path, 1);
      const [own, served] = await clickBoth([
        { page, watching },
        await openServed(await newPage(), server.url),
      ]);
      record({ name: "market click, file in the page", unit: "ms", ...condition, values: own });
      record({ name: "market click, same file from the server", unit: "ms", ...condition, values: served });
      const ratios = own.map((ms, at) => ms / (served[at] ?? Number.NaN));
      record({
        name: "market click, page ÷ server",
        unit: "times",
        ...condition,
        values: ratios,
        target: MAX_RATIO,
      });
    } finally {
      await server.stop();
    }
  });
});

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "page-files-bench-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
