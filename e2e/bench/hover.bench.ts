import { expect, test } from "playwright/test";
import { panel } from "../page.ts";
import { slowDown } from "./conditions.ts";
import { figuresOfFile } from "./figures.ts";
import { withReferrals } from "./served.ts";
import { watch } from "./watch.ts";

const STEPS = 40;

const record = figuresOfFile();

for (const cpu of [1, 4]) {
  test(`the pointer moves over the trend, ${cpu}×`, async ({ page }) => {
    await withReferrals(100_000, async ({ url }) => {
      const session = await slowDown(page, 1, "local");
      const { settled } = await watch(page);
      await page.goto(url);
      await settled();
      await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
      const box = await panel(page, "Referrals over time").locator("figure").first().boundingBox();
      if (!box) throw new Error("The trend is not drawn.");
      for (let step = 0; step < STEPS; step++) {
        const way = 0.1 + (0.8 * step) / STEPS;
        await page.mouse.move(box.x + box.width * way, box.y + box.height / 2);
        await page.waitForFunction((moves) => window.benchNotes.moves.length >= moves, step + 1);
      }
      // The first movement mounts the tooltip.
      const moves = (await page.evaluate(() => window.benchNotes.moves)).slice(1);
      expect(moves.length).toBeGreaterThan(STEPS / 2);
      record({
        name: "trend: pointer moved → tooltip painted",
        unit: "ms",
        referrals: 100_000,
        cpu,
        network: "local",
        values: moves,
      });
    });
  });
}
