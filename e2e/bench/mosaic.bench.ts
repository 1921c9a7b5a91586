import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "playwright/test";
import { readMarkets, readTrend } from "../overview-page.ts";
import { goTo, panel } from "../page.ts";
import { startServer } from "../start-server.ts";
import { slowDown } from "./conditions.ts";
import { figuresOfFile, median, RUNS } from "./figures.ts";
import { marketNames, press } from "./market-click.ts";
import { servePlots } from "./mosaic/serve-plots.ts";
import { writeBenchFile } from "./service/bench-data.ts";
import { type Watch, watch } from "./watch.ts";

const REFERRALS = 1_000_000;
/** A click takes at most so many times as long as with Mosaic. */
const MAX_RATIO = 1;
const MONTHS = 36;
/** All that was made up, month by month, as Mosaic's plots show it. */
const ALL_MONTHS = "/?from=2023-06-01&to=2026-05-31&grain=month";

const record = figuresOfFile();

declare global {
  /** Of the page of plots. */
  var countsByMonth: () => number[];
  var pressedAt: number;
}

type Market = { name: string; code: string };
type Opened = { page: Page; watching: Watch; slow: (cpu: number) => Promise<unknown> };

/** Mosaic answers the button that goes down, we the click: both count from the former. */
function notePress(): void {
  const note = ({ timeStamp }: Event) => {
    window.pressedAt = timeStamp;
  };
  addEventListener("pointerdown", note, true);
}

async function open(browser: Browser, url: string): Promise<Opened> {
  const page = await (await browser.newContext()).newPage();
  const session = await slowDown(page, 1, "local");
  const watching = await watch(page);
  await page.addInitScript(notePress);
  await page.goto(url);
  await watching.settled();
  return { page, watching, slow: (rate) => session.send("Emulation.setCPUThrottlingRate", { rate }) };
}

const markOf = {
  ours: (page: Page, { name }: Market) => panel(page, "Markets").getByRole("button", { name, exact: true }),
  mosaic: (page: Page, { code }: Market) => page.locator(`rect[aria-label="${code}"]`),
};
type Side = keyof typeof markOf;
const SIDES = ["ours", "mosaic"] as const satisfies readonly Side[];

type Both = Readonly<Record<Side, Opened>>;

/** Ms of presses on markets and of those that take them back, on both pages in turn, the first one changing. */
async function pressBoth(both: Both, markets: readonly Market[]): Promise<Record<Side, number[]>> {
  const painted: Record<Side, number[]> = { ours: [], mosaic: [] };
  for (const [turn, market] of markets.entries())
    for (const _ of ["chosen", "taken back"])
      for (const side of turn % 2 === 0 ? SIDES : SIDES.toReversed()) {
        const { page, watching } = both[side];
        await page.bringToFront();
        const mark = markOf[side](page, market);
        // Mosaic prepares for a click as soon as the pointer is over the plot, which is usually long before.
        await mark.hover();
        await watching.settled();
        await press(mark, watching);
        painted[side].push(await page.evaluate(() => window.benchNotes.lastPaint - window.pressedAt));
      }
  return painted;
}

/** Expects the same months on both pages behind a click on a market. */
async function expectSameMonths({ ours, mosaic }: Both, market: Market): Promise<void> {
  await press(markOf.ours(ours.page, market), ours.watching);
  await mosaic.page.bringToFront();
  await press(markOf.mosaic(mosaic.page, market), mosaic.watching);
  const theirs = await mosaic.page.evaluate(() => window.countsByMonth());
  await goTo(ours.page, `${ours.page.url()}&as=table`);
  const { rows } = await readTrend(ours.page);
  expect(theirs, market.name).toEqual(rows.map(({ counts }) => counts.at(-1)));
  expect(theirs).toHaveLength(MONTHS);
}

test(`a market is clicked here and in Mosaic, ${REFERRALS.toLocaleString("en")} referrals`, async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "mosaic-bench-"));
  const file = await writeBenchFile(folder, "csv", REFERRALS);
  const plots = await servePlots(join(folder, "plots"), file);
  const server = await startServer({ file, firstPicture: true });
  try {
    const both = {
      ours: await open(browser, server.url + ALL_MONTHS),
      mosaic: await open(browser, plots.url),
    };
    const names = await marketNames(both.ours.page, RUNS);
    const codes = Object.keys(await readMarkets(both.ours.page));
    const markets = names.map((name, at) => ({ name, code: codes[at] ?? "" }));
    for (const cpu of [1, 4]) {
      for (const side of SIDES) await both[side].slow(cpu);
      const { ours, mosaic } = await pressBoth(both, markets);
      const condition = { referrals: REFERRALS, cpu, network: "local" } as const;
      record({ name: "market click, ours", unit: "ms", ...condition, values: ours });
      record({ name: "market click, Mosaic", unit: "ms", ...condition, values: mosaic });
      const ratio = { name: "medians, ours ÷ Mosaic", unit: "times", ...condition } as const;
      const values = [median(ours) / median(mosaic)];
      record({ ...ratio, values, ...(cpu === 1 ? { target: MAX_RATIO } : {}) });
    }
    for (const side of SIDES) await both[side].slow(1);
    await expectSameMonths(both, markets[0] ?? { name: "", code: "" });
  } finally {
    await server.stop();
    await plots.stop();
    rmSync(folder, { recursive: true });
  }
});
