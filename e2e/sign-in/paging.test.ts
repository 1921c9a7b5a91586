import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "playwright/test";
import { panel } from "../overview-page.ts";
import { REFUSED_CALL, test } from "./fixtures.ts";
import { signInAs } from "./steps.ts";
import { writeManyMarkets } from "./world.ts";

/** More buckets than three pages of 9,999 hold. */
const MARKETS = 25_000;

test.use({
  file: [writeManyMarkets(join(tmpdir(), `many-markets-${process.pid}.csv`), MARKETS), { scope: "worker" }],
  provoked: [REFUSED_CALL],
});

/** Pages of the question by market and month, as often as each was answered: `skip` of each. */
function watchPages(page: Page): string[] {
  const skips: string[] = [];
  page.on("response", (response) => {
    const { pathname, searchParams } = new URL(response.url());
    const isPage =
      pathname.startsWith("/partner/") && searchParams.get("groupby") === "customerMarket,createdDate";
    if (isPage && response.ok()) skips.push(searchParams.get("skip") ?? "0");
  });
  return skips;
}

async function expectAllMarkets(page: Page): Promise<void> {
  await expect(panel(page, "Key figures").locator("data").first()).toHaveAttribute("value", String(MARKETS));
}

test("a session that ends between two pages is renewed, and no page is asked for twice", async ({
  page,
  world,
}) => {
  await signInAs(page, "Referrals admin", world.url);
  const pages = watchPages(page);
  world.acceptance.endAfter(1);
  await page.goto(`${world.url}/?as=table`);
  await expectAllMarkets(page);
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(new Set(pages).size).toBe(pages.length);
});

test("where the person has to sign in again, the pages go on where they stopped", async ({ page, world }) => {
  await signInAs(page, "Referrals admin", world.url);
  const pages = watchPages(page);
  world.faults.refuseRenewal = true;
  world.acceptance.endAfter(1);
  await page.goto(`${world.url}/?as=table`);
  const window = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Continue in a window" }).click();
  await window;
  await expectAllMarkets(page);
  expect(new Set(pages).size).toBe(pages.length);
});
