import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "playwright/test";
import { panel } from "../page.ts";
import { REFUSED_CALL, test } from "./fixtures.ts";
import { signInAs } from "./steps.ts";
import { type World, writeManyMarkets } from "./world.ts";

/** More buckets than a page of 9,999 holds. */
const MARKETS = 12_000;

const FILE = join(tmpdir(), `many-markets-${process.pid}.csv`);
process.once("exit", () => rmSync(FILE, { force: true }));

test.use({
  file: [writeManyMarkets(FILE, MARKETS), { scope: "worker" }],
  provoked: REFUSED_CALL,
});

/** The query by market and month, without a filter. */
function isWholeQuery(search: URLSearchParams): boolean {
  return search.get("groupby") === "customerMarket,createdDate" && !search.has("filter");
}

/** Pages of the query by market and month, as often as each was answered or refused: status and `skip`. */
function watchPages(page: Page): string[] {
  const pages: string[] = [];
  page.on("response", (response) => {
    const { pathname, searchParams } = new URL(response.url());
    if (pathname.startsWith("/partner/") && isWholeQuery(searchParams))
      pages.push(`${response.status()} ${searchParams.get("skip") ?? 0}`);
  });
  return pages;
}

/** Asks like a browser whose server knows rows only, as Partner Center does. */
async function askForRows(page: Page): Promise<void> {
  await page.setExtraHTTPHeaders({ Accept: "application/json" });
}

/** Ends the session at the service once the first page has come and the page asks for the second one. */
async function endBeforeSecondPage(page: Page, { acceptance }: World): Promise<void> {
  await page.route(
    isSecondPage,
    async (route) => {
      acceptance.end();
      await route.continue();
    },
    { times: 1 },
  );
}

function isSecondPage({ searchParams }: URL): boolean {
  return Number(searchParams.get("skip")) > 0 && isWholeQuery(searchParams);
}

async function expectAllMarkets(page: Page): Promise<void> {
  const created = panel(page, "Key figures").getByText(MARKETS.toLocaleString("en-US"), { exact: true });
  await expect(created.first()).toBeVisible({ timeout: 60_000 });
}

test("a session that ends between two pages is renewed, and no page is asked for twice", async ({
  page,
  world,
}) => {
  await signInAs(page, "Referrals admin", world.url);
  await expectAllMarkets(page);
  const pages = watchPages(page);
  await askForRows(page);
  await endBeforeSecondPage(page, world);
  await page.goto(world.url);
  await expectAllMarkets(page);
  // The picture of the last visit shows the same figures before the page has asked.
  await expect.poll(() => pages).toEqual(["200 0", "401 9999", "200 9999"]);
});

test("where the person has to sign in again, the pages go on where they stopped", { tag: "@long" }, async ({
  page,
  world,
}) => {
  await signInAs(page, "Referrals admin", world.url);
  await expectAllMarkets(page);
  const pages = watchPages(page);
  await askForRows(page);
  world.faults.refuseRenewal = true;
  await endBeforeSecondPage(page, world);
  await page.goto(world.url);
  const window = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Continue in a new window" }).click();
  await window;
  await expectAllMarkets(page);
  expect(pages).toEqual(["200 0", "401 9999", "200 9999"]);
});
