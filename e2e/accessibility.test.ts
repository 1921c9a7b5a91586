import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { expectQuietConsole, panel } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

test("all controls and panels are reached by keyboard alone", async ({ page }) => {
  await page.goto(server().url);
  await expect(panel(page, "Markets").getByRole("button").first()).toBeVisible();
  const reached = new Set<string>();
  for (let at = 0; at < 30; at++) {
    await page.keyboard.press("Tab");
    reached.add(
      await page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      ),
    );
  }
  const names = [...reached].join("\n");
  for (const name of [/^Period/m, /^Customer market/m, /^Grain/m, /^Show as table/m])
    expect(names).toMatch(name);
});
