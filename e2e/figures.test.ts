import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedFunnel, expectedKeyFigures, expectedMarkets, ofMarkets } from "./expected.ts";
import { defaultPeriod } from "./oracle/period.ts";
import { automaticGrain, countTrend } from "./oracle/trend.ts";
import { readFunnel, readKeyFigures, readMarkets, readTrend } from "./overview-page.ts";
import { expectQuietConsole, expectSoon, goTo, panel } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

test("the figures of any period are those of an independent count", async ({ page }) => {
  for (const [period, search] of [
    [WHOLE_TIME, addressOf(WHOLE_TIME)],
    [defaultPeriod(CRM_REFERRALS), "/?as=table"],
    [{ from: "2017-07-03", to: "2017-07-03" }, "/?from=2017-07-03&to=2017-07-03&as=table"],
  ] as const) {
    await goTo(page, server().url + search);
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, period));
    await expectSoon(() => readKeyFigures(page), expectedKeyFigures(CRM_REFERRALS, period));
    await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, period));
    await expectSoon(() => readMarkets(page, "Open"), expectedMarkets(CRM_REFERRALS, period, "open"));
    await expectSoon(() => readTrend(page), countTrend(CRM_REFERRALS, period, automaticGrain(period)));
  }
});

test("the trend by every grain is that of an independent count", { tag: "@long" }, async ({ page }) => {
  const period = { from: "2016-11-17", to: "2017-08-09" };
  for (const grain of ["week", "month", "quarter", "year"] as const) {
    await goTo(page, server().url + addressOf(period, `&grain=${grain}`));
    await expectSoon(() => readTrend(page), countTrend(CRM_REFERRALS, period, grain));
  }
});

test("a market in the address leaves only its referrals, every figure with its exact number, every row with a header", async ({
  page,
}) => {
  await page.goto(server().url + addressOf(WHOLE_TIME, "&market=KR,DE"));
  const some = ofMarkets(CRM_REFERRALS, ["KR", "DE"]);
  await expectSoon(() => readFunnel(page), expectedFunnel(some, WHOLE_TIME));
  await expectSoon(() => readKeyFigures(page), expectedKeyFigures(some, WHOLE_TIME));
  await expectSoon(() => readTrend(page), countTrend(some, WHOLE_TIME, "month"));
  for (const name of ["Key figures", "Status funnel", "Referrals over time", "Markets"] as const) {
    const rows = panel(page, name).locator("tbody tr");
    expect(await rows.count()).toBeGreaterThan(0);
    await expect(rows.locator(":scope > :first-child:not(th[scope=row])")).toHaveCount(0);
    const figures = panel(page, name)
      .locator("tbody td")
      .filter({ hasText: /^[\d.,]+ ?%?$/ });
    await expect(figures.filter({ hasNot: page.locator("data") })).toHaveCount(0);
  }
});

test("the page says how many referrals have no created date; each panel shows its table at the button and its picture again", async ({
  page,
}) => {
  await page.goto(server().url);
  const undated = page.locator('data[value="500"]').filter({ hasText: "created date" });
  await expect(undated).toHaveText(/500 referrals without a created date/);
  for (const name of ["Key figures", "Status funnel", "Referrals over time", "Markets"] as const) {
    const region = panel(page, name);
    await region.getByRole("button", { name: "Show as table" }).click();
    await expect(region.getByRole("rowheader").first()).toBeVisible();
    await region.getByRole("button", { name: "Show as chart" }).click();
    await expect(region.getByRole("button", { name: "Show as table" })).toBeVisible();
  }
  await panel(page, "Status funnel").getByRole("button", { name: "Show as table" }).click();
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
});
