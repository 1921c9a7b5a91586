import { expect, type Page, test } from "playwright/test";
import { quiet, type Watched, watchCalls } from "./calls.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { expectedFunnel } from "./expected.ts";
import { readFunnel } from "./overview-page.ts";
import { expectQuietConsole, expectSoon } from "./page.ts";

const crm = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});
expectQuietConsole();

const A_WEEK_AGO = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);

/** As the back button goes to one: the page itself stays. */
const ADDRESSES = [
  "?market=GB,US",
  "?market=DE&by=size&grain=month",
  "?partner=US",
  "?partner=GB&by=outcome",
  "?size=51to250employees,Morethan500employees",
  "?outcome=won",
  "?outcome=lost,declined&by=partner&grain=quarter",
  "?market=US&outcome=won&grain=week",
  "?compare=last-year&by=outcome",
  "?compare=previous-period&market=FR,GB",
];

/**
 * Opens the page and waits until the answer that holds the others is here, with what is asked only where somebody looks,
 * and nothing more is asked.
 */
async function openWithCube(page: Page, url: string): Promise<Watched> {
  const watched = watchCalls(page);
  await page.goto(url);
  await expect(page.getByRole("main")).toContainText(/(is|are) overdue/, { timeout: 60_000 });
  await page.getByRole("region", { name: "To do today" }).scrollIntoViewIfNeeded();
  await expect(page.locator(".to-do table")).toBeVisible();
  const outlook = page.getByRole("region", { name: "What the open referrals will bring" });
  await page.locator(".outlook").scrollIntoViewIfNeeded();
  await expect(outlook.locator(".outlook__bar, table").first()).toBeVisible({ timeout: 60_000 });
  await quiet(watched);
  return watched;
}

/** Every panel shows what the address says. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator(".is-old, .panel__loading")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
}

async function goTo(page: Page, search: string, path = "/"): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path + search);
  await expect(page).toHaveURL((url) => url.search === search);
  await settled(page);
}

/** The Markets, with what is overdue there. */
async function followMarkets(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Markets", exact: true }).click();
  const overdue = page
    .getByRole("region", { name: "Customer markets" })
    .locator("tbody td:nth-child(10) data");
  for (const search of [
    "?partner=US",
    "?size=51to250employees",
    "?market=GB,US&outcome=open-new",
    "?by=size",
  ]) {
    await goTo(page, search, "/markets");
    await expect(overdue.first()).toBeVisible();
  }
}

for (const [name, server] of [
  ["sample data", sample],
  ["CRM file @long", crm],
] as const) {
  test(`twenty changes of filter, grain, breakdown and view ask nothing, on the ${name}`, async ({
    page,
  }) => {
    test.slow();
    const watched = await openWithCube(page, `${server().url}/?since=${A_WEEK_AGO}`);
    const before = watched.calls.length;
    await page.getByRole("button", { name: "United States" }).first().click();
    await expect(page).toHaveURL(/market=US/);
    await settled(page);
    for (const by of ["partner", "size", "outcome", "market"]) {
      await page.getByLabel("Breakdown").selectOption(by);
      await settled(page);
    }
    for (const grain of ["Week", "Quarter", "Month"]) {
      await page.getByRole("combobox", { name: "Interval" }).selectOption({ label: grain });
      await settled(page);
    }
    await page.getByRole("combobox", { name: "Interval" }).selectOption("");
    await page.getByRole("button", { name: /^Remove / }).click();
    await expect(page).not.toHaveURL(/market/);
    for (const search of ADDRESSES) await goTo(page, search);
    if (server === sample) await followMarkets(page);
    await quiet(watched);
    expect(watched.calls.slice(before)).toEqual([]);
  });
}

// A comparison at equal age asks what has happened since then, which is another day for another period.
test("a shorter period is taken from the answer at hand, right to the referral", async ({ page }) => {
  const { calls } = await openWithCube(page, `${crm().url}/?as=table&compare=none`);
  const before = calls.length;
  for (const period of [
    { from: "2017-03-05", to: "2017-07-21" },
    { from: "2016-11-01", to: "2017-01-31" },
  ]) {
    await goTo(page, `?from=${period.from}&to=${period.to}&as=table&compare=none`);
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, period));
  }
  expect(calls.slice(before)).toEqual([]);
});
