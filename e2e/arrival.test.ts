import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { expectQuietConsole, panel } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const top = (page: Page) => page.evaluate(() => scrollY);

/** A link to referrals far down, and where it stands in the window. */
async function scrollToLink(page: Page) {
  const link = panel(page, "Markets").locator('tbody a[href*="/referrals"]').last();
  await link.scrollIntoViewIfNeeded();
  await expect.poll(() => top(page)).toBeGreaterThan(200);
  return link;
}

test("a view that a link leads to begins at its top, with the focus; going back finds the place again", async ({
  page,
}) => {
  await page.goto(server().url);
  const link = await scrollToLink(page);
  const before = await top(page);
  await link.click();
  await expect(page).toHaveTitle("Referrals – Referral analytics");
  expect(await top(page)).toBe(0);
  await expect(page.getByRole("main")).toBeFocused();

  await page.goBack();
  await expect(page).toHaveTitle("Overview – Referral analytics");
  await expect.poll(() => top(page)).toBeGreaterThan(before - 100);
  expect(await top(page)).toBeLessThan(before + 100);
});

test("the focus stays on a link of the navigation, and a choice within a view moves nothing", async ({
  page,
}) => {
  await page.goto(server().url);
  const funnel = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Funnel" });
  await funnel.press("Enter");
  await expect(page).toHaveTitle("Funnel – Referral analytics");
  await expect(funnel).toBeFocused();

  await page.goBack();
  await scrollToLink(page);
  const before = await top(page);
  await panel(page, "Markets")
    .getByRole("button", { name: /^Win rate/ })
    .click();
  await expect(page).toHaveURL(/sort=/);
  expect(await top(page)).toBe(before);
});

test("titles are in the page's language, also that of the help", async ({ page }) => {
  await page.goto(`${server().url}/times?lang=de`);
  await expect(page).toHaveTitle("Antwortzeiten – Empfehlungsanalyse");
  await page.goto(`${server().url}/help?lang=de`);
  await expect(page).toHaveTitle("Hilfe – Empfehlungsanalyse");
});

test("loading a page again keeps the reader's place; opening it anew begins at the top", async ({ page }) => {
  for (const [view, lastPanel] of [
    ["/", "Why it changed"],
    ["/times", "How long it took"],
  ] as const) {
    await page.goto(server().url + view);
    await expect(page.getByRole("button", { name: "Refresh" })).toBeVisible();
    const last = panel(page, lastPanel);
    await expect(last).toBeVisible();
    await expect(page.locator("main").getByRole("status", { name: "Loading" })).toHaveCount(0);
    await page.mouse.wheel(0, 600);
    await expect.poll(() => top(page)).toBe(600);
    await page.reload();
    await expect(last).toBeVisible();
    await expect.poll(() => top(page)).toBe(600);
    await page.goto(`${server().url}${view}?by=outcome`);
    await expect(page.getByRole("button", { name: "Refresh" })).toBeVisible();
    expect(await top(page)).toBe(0);
  }
});
