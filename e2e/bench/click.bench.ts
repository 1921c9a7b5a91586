import { expect, type Page, test } from "playwright/test";
import { panel } from "../page.ts";
import { slowDown } from "./conditions.ts";
import { figuresOfFile, RUNS } from "./figures.ts";
import { SIZES, withReferrals } from "./served.ts";
import { type Watch, watch } from "./watch.ts";

/** The most from a click on a filter until all panels are painted (ms), by how slow the processor is. */
const MAX_MS: Record<number, number> = { 1: 100, 4: 400 };

const record = figuresOfFile();

type Clicked = { painted: number; requests: number };

/** One click, from the event's own time to the frame with its last change. */
async function click(
  name: RegExp | string,
  page: Page,
  { settledAfterClick, requests }: Watch,
): Promise<Clicked> {
  const before = requests();
  const scope = typeof name === "string" ? panel(page, "Markets") : page;
  await scope.getByRole("button", { name, exact: true }).click();
  const { clickedAt, lastPaint } = await settledAfterClick();
  return { painted: lastPaint - clickedAt, requests: requests() - before };
}

async function marketNames(page: Page): Promise<string[]> {
  return (await panel(page, "Markets").locator("tbody th button").allInnerTexts()).slice(0, RUNS);
}

for (const referrals of SIZES) {
  for (const cpu of [1, 4]) {
    test(`a market is clicked, ${referrals.toLocaleString("en")} referrals, ${cpu}×`, async ({ page }) => {
      await withReferrals(referrals, async ({ url }) => {
        const session = await slowDown(page, 1, "local");
        const watching = await watch(page);
        await page.goto(url);
        await watching.settled();
        await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
        const clicks: Clicked[] = [];
        for (const name of await marketNames(page)) {
          clicks.push(await click(name, page, watching));
          await expect(page).toHaveURL(/market=/);
          clicks.push(await click(/^Remove /, page, watching));
        }
        const common = { referrals, cpu, network: "local" };
        const painted = clicks.map((one) => one.painted);
        record({
          name: "market click → all panels painted",
          unit: "ms",
          ...common,
          values: painted,
          target: MAX_MS[cpu] ?? 0,
        });
        const requests = clicks.map((one) => one.requests);
        record({ name: "market click: requests", unit: "requests", ...common, values: requests, target: 0 });
      });
    });
  }
}
