import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "playwright/test";
import { panel } from "../overview-page.ts";
import { REFUSED_CALL, test } from "./fixtures.ts";
import { signInAs } from "./steps.ts";
import { writeManyMarkets } from "./world.ts";

/** More buckets than a page of 9,999 holds. */
const MARKETS = 12_000;

/** The total and the first page, whichever of them comes first. */
const CALLS_BEFORE = 2;

test.use({
  file: [writeManyMarkets(join(tmpdir(), `many-markets-${process.pid}.csv`), MARKETS), { scope: "worker" }],
  provoked: REFUSED_CALL,
});

/** Pages of the question by market and month, as often as each was answered or refused: status and `skip`. */
function watchPages(page: Page): string[] {
  const pages: string[] = [];
  page.on("response", (response) => {
    const { pathname, searchParams } = new URL(response.url());
    const isPage =
      pathname.startsWith("/partner/") && searchParams.get("groupby") === "customerMarket,createdDate";
    if (isPage && !searchParams.has("filter"))
      pages.push(`${response.status()} ${searchParams.get("skip") ?? 0}`);
  });
  return pages;
}

async function expectAllMarkets(page: Page): Promise<void> {
  const created = panel(page, "Key figures").getByText(MARKETS.toLocaleString("en-US"), { exact: true });
  await expect(created.first()).toBeVisible({ timeout: 25_000 });
}

test("a session that ends between two pages is renewed, and no page is asked for twice", async ({
  page,
  world,
}) => {
  await signInAs(page, "Referrals admin", world.url);
  await expectAllMarkets(page);
  await page.waitForLoadState("networkidle");
  const pages = watchPages(page);
  world.acceptance.endAfter(CALLS_BEFORE);
  await page.goto(world.url);
  await expectAllMarkets(page);
  expect(pages).toEqual(["200 0", "401 9999", "200 9999"]);
});

test("where the person has to sign in again, the pages go on where they stopped", async ({ page, world }) => {
  await signInAs(page, "Referrals admin", world.url);
  await expectAllMarkets(page);
  await page.waitForLoadState("networkidle");
  const pages = watchPages(page);
  world.faults.refuseRenewal = true;
  world.acceptance.endAfter(CALLS_BEFORE);
  await page.goto(world.url);
  const window = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Continue in a window" }).click();
  await window;
  await expectAllMarkets(page);
  expect(pages).toEqual(["200 0", "401 9999", "200 9999"]);
});
