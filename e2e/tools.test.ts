import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { expectQuietConsole, panel } from "./page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const funnel = (page: Page) => panel(page, "Status funnel");

test("a change is taken back and made again, by key and by button", async ({ page }) => {
  await page.goto(crm().url);
  await page.getByRole("button", { name: "United States" }).first().click();
  await expect(page).toHaveURL(/market=US/);
  await page.getByLabel("Split by").selectOption("outcome");
  await expect(page).toHaveURL(/by=outcome/);
  await page.keyboard.press("Escape");
  await page.locator("body").press("Control+z");
  await expect(page).not.toHaveURL(/by=outcome/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page).not.toHaveURL(/market/);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await page.locator("body").press("Control+Shift+z");
  await expect(page).toHaveURL(/market=US/);
});

test("single keys change views and show tables, unless they are switched off", async ({ page }) => {
  await page.goto(`${crm().url}/?market=GB`);
  await expect(funnel(page)).toBeVisible();
  await page.keyboard.press("t");
  await expect(funnel(page).getByRole("table").first()).toBeVisible();
  await page.keyboard.press("4");
  await expect(page).toHaveURL(/\/markets\?market=GB&as=table/);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await help.getByRole("checkbox").uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await page.locator("main").press("1");
  await expect(page).toHaveURL(/\/markets/);
});

test("a view is saved under a name, begins the day, and is opened again", async ({ page }) => {
  await page.goto(`${crm().url}/markets?market=GB`);
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("textbox", { name: "Name of this view" }).fill("<b>UK</b>");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Begin with <b>UK</b>" }).click();
  await page.goto(crm().url);
  await expect(page).toHaveURL(/\/markets\?market=GB/);
  // Chosen on purpose, the Overview stays.
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(funnel(page)).toBeVisible();
});

test("the theme is chosen, kept, and asked for by an address", async ({ page }) => {
  await page.goto(crm().url);
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByLabel("Theme").selectOption("dark");
  await expect.poll(scheme).toBe("dark");
  await page.reload();
  await expect.poll(scheme).toBe("dark");
  await page.goto(`${crm().url}/?theme=light`);
  await expect.poll(scheme).toBe("light");
});

test("the page works where storage throws, and says what it cannot keep", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Refused", "SecurityError");
      },
    });
  });
  await page.goto(crm().url);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByLabel("Theme").selectOption("dark");
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("textbox", { name: "Name of this view" }).fill("mine");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/keeps nothing for this page/)).toBeVisible();
  await expect(page.getByRole("button", { name: "mine", exact: true })).toBeVisible();
});
