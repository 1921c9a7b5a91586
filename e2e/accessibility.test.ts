import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { expectQuietConsole, panel } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

for (const [width, height] of [
  [1280, 900],
  [390, 844],
] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    // Each width and each scheme at every run, the other pairs with the long ones.
    const tag = (width === 1280) === (colorScheme === "light") ? {} : { tag: "@long" };
    test.describe(`at ${width} pixels, ${colorScheme}`, tag, () => {
      test.use({ viewport: { width, height }, colorScheme });

      for (const [name, search] of [
        ["pictures", "/"],
        ["tables", "/?as=table&grain=month"],
        ["an empty period", "/?from=2020-01-01&to=2020-01-31&market=KR"],
      ]) {
        test(`${name} have no barrier that axe finds, and nothing is cut off`, async ({ page }) => {
          await page.goto(server().url + search);
          await expect(panel(page, "Markets")).toBeVisible();
          await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow).toBe(0);
        });
      }
    });
  }
}

test("the open controls have no barrier that axe finds", async ({ page }) => {
  await page.goto(`${server().url}/?market=KR`);
  for (const name of [/^Customer market/, /^Period/]) {
    await page.getByRole("button", { name }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");
  }
});

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
