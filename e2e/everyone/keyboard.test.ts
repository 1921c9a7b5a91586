import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole, panel } from "../page.ts";
import { pressAt, tabTo } from "./keyboard.ts";

const server = serverForFile({ signIn: "local" });
expectQuietConsole();

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const select = (page: Page, name: string) => page.getByRole("combobox", { name });

test("everything is done by keyboard alone, and the focus is always seen", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${server().url}/?lang=en`);
  await expect(button(page, "Sign in")).toBeVisible();
  await pressAt(page, button(page, "Sign in"));
  await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
  await pressAt(page, button(page, "Referrals admin"));
  const markets = panel(page, "Markets");
  await expect(markets.getByRole("table")).toBeVisible({ timeout: 40_000 });
  await changeViews(page);
  await changeSelection(page);
  await readPanels(page);
  await readList(page);
  await takeAway(page);
  await askForHelp(page);
});

async function changeViews(page: Page): Promise<void> {
  await page.keyboard.press("4");
  await expect(page).toHaveURL(/\/markets/);
  await pressAt(page, page.getByRole("link", { name: "Overview" }));
  await expect(page).toHaveURL(/:\d+\/\?/);
  await expect(panel(page, "Markets").getByRole("table")).toBeVisible();
}

async function changeSelection(page: Page): Promise<void> {
  await pressAt(page, button(page, /^Period/));
  await pressAt(page, button(page, "This year"));
  await expect(page).toHaveURL(/from=\d{4}-01-01/);
  await pressAt(page, button(page, /^Period/));
  await pressAt(page, select(page, "Compare to"), "ArrowDown");
  await expect(page).toHaveURL(/compare=last-year/);
  await page.keyboard.press("Escape");
  await pressAt(page, button(page, /^Customer market/));
  await pressAt(page, page.getByRole("checkbox", { name: /^Germany/ }), " ");
  await expect(page).toHaveURL(/market=DE/);
  await page.keyboard.press("Escape");
  await pressAt(page, select(page, "Interval"), "m");
  await expect(page).toHaveURL(/grain=month/);
  await pressAt(page, select(page, "Breakdown"), "End");
  await expect(page).toHaveURL(/by=outcome/);
}

async function readPanels(page: Page): Promise<void> {
  const funnel = panel(page, "Status funnel");
  await pressAt(page, funnel.getByRole("button", { name: "Show as table" }));
  await expect(funnel.getByRole("table").first()).toBeVisible();
  await page.keyboard.press("t");
  await expect(panel(page, "Referrals over time").getByRole("table")).toBeVisible();
  await page.keyboard.press("t");
  const chart = panel(page, "Referrals over time").getByRole("slider");
  await expect(chart).toBeVisible();
  await pressAt(page, chart, "Home");
  await page.keyboard.press("ArrowRight");
  await expect(chart).toHaveAttribute("aria-valuetext", /^Feb \d{4}/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=\d{4}-02-01/);
  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(/from=\d{4}-01-01/);
  await page.keyboard.press("Control+Shift+z");
  await expect(page).toHaveURL(/from=\d{4}-02-01/);
  await page.keyboard.press("Control+z");
  await pressAt(page, funnel.getByRole("link").first());
  await expect(page.getByRole("grid")).toBeVisible();
}

/** Sorts, widens, filters, arranges and pins columns, and opens a referral. */
async function readList(page: Page): Promise<void> {
  const grid = page.getByRole("grid");
  const head = grid.getByRole("columnheader", { name: /^Customer/ }).first();
  const firstRow = grid.locator("tbody [tabindex='0']");
  await tabTo(page, firstRow);
  for (const _ of "↑↑") await page.keyboard.press("ArrowUp");
  await expect(head).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=customer/);
  const width = async () => (await head.boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(width).toBeGreaterThan(before);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("ar");
  await expect(page.getByText(/ of .* shown$/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText("Timeline (UTC)")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await pressAt(page, button(page, /^Columns/), "Enter", true);
  await pressAt(page, button(page, "Pin Created"));
  await pressAt(page, button(page, "Move Created earlier"));
  await expect(page).toHaveURL(/cols=\*created,\*customer/);
  await pressAt(page, page.getByRole("checkbox", { name: "Outcome" }), " ");
  await expect(page).not.toHaveURL(/cols=[^&]*outcome/);
  await page.keyboard.press("Escape");
}

async function takeAway(page: Page): Promise<void> {
  await pressAt(page, button(page, /^Export: /), "Enter", true);
  const arrives = page.waitForEvent("download");
  await pressAt(page, page.getByRole("button", { name: "CSV", exact: true }));
  expect((await arrives).suggestedFilename()).toMatch(/\.csv$/);
  await page.keyboard.press("Escape");
  await pressAt(page, button(page, "Share"), "Enter", true);
  await pressAt(page, button(page, "Copy link"));
  await expect(page.getByRole("dialog").getByRole("status")).not.toBeEmpty();
  await page.keyboard.press("Escape");
  await pressAt(page, button(page, "Saved views"), "Enter", true);
  await tabTo(page, page.getByRole("textbox", { name: "View name" }));
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Mine", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
}

async function askForHelp(page: Page): Promise<void> {
  await page.keyboard.press("?");
  await pressAt(page, page.getByRole("dialog").getByRole("link"));
  await expect(page).toHaveURL(/\/help/);
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("wilson");
  await expect(page.getByText("1 result")).toBeVisible();
}
