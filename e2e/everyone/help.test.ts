import { expect, type Locator, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole } from "../page.ts";
import { PAGES, show } from "./looks.ts";

const server = serverForFile({});
expectQuietConsole();

const VIEWS = PAGES.filter((one) => one !== "/help");
/** The panel of what was asked is about the page itself. */
const PANELS = "main section.panel:not(:has(> details))";
const HOW = "How is this counted?";

/** Opens the explanation of a panel: its first definition, and its way into the help. */
async function explained(page: Page, place: Locator): Promise<{ first: string; link: Locator }> {
  await place.getByRole("button", { name: HOW }).click();
  const open = page.getByRole("dialog", { name: HOW });
  await expect(open).toBeVisible();
  const first = (await open.locator("dt").first().textContent()) ?? "";
  return { first, link: open.getByRole("link") };
}

test("every panel says behind its “?” how it counts, and leads to that entry of the help", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(server().url);
  for (const address of VIEWS) {
    await show(page, address, "en");
    const panels = await page.locator(PANELS).filter({ visible: true }).all();
    expect(panels.length).toBeGreaterThan(0);
    for (const one of panels) {
      const title = await one.getByRole("heading").first().textContent();
      await expect.soft(one.getByRole("button", { name: HOW }), `${address} ${title}`).toHaveCount(1);
    }
    const [last] = panels.slice(-1);
    if (!last) continue;
    const { first, link } = await explained(page, last);
    await link.click();
    await expect(page).toHaveURL(/\/help\?.*#define-/);
    const entry = page.locator(".help__wanted");
    await expect(entry).toBeInViewport();
    await expect(entry.locator("dt")).toHaveText(first);
  }
});

test("the help is searched, and knows its limits", async ({ page }) => {
  await page.goto(`${server().url}/help`);
  const search = page.getByRole("searchbox");
  await search.fill("wilson");
  await expect(page.getByRole("status").filter({ hasText: "1 result" })).toBeVisible();
  await expect(page.locator(".help dt")).toHaveText([/intervals/]);
  await search.fill("zebra");
  await expect(page.getByText("No results")).toBeVisible();
  await search.fill("");
  const limits = page.getByRole("region", { name: "Limitations" });
  await expect(limits.locator("dt")).toHaveCount(6);
  await expect(limits).toContainText("Up to 200,000 per period load automatically");
});
