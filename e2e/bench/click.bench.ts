import { test } from "playwright/test";
import { slowDown } from "./conditions.ts";
import { figuresOfFile, RUNS } from "./figures.ts";
import { type Clicked, marketNames, pressMarket, pressRemove } from "./market-click.ts";
import { SIZES, withReferrals } from "./served.ts";
import { watch } from "./watch.ts";

/** The most from a click on a filter until all panels are painted (ms), by how slow the processor is. */
const MAX_MS: Record<number, number> = { 1: 100, 4: 400 };

const record = figuresOfFile();

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
        for (const name of await marketNames(page, RUNS)) {
          clicks.push(await pressMarket(name, page, watching));
          clicks.push(await pressRemove(page, watching));
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
