import { expect, test } from "playwright/test";
import { serverForFile } from "./crm.ts";
import { addressOf, expectedFunnel, expectedKeyFigures, expectedMarkets } from "./expected.ts";
import type { Referral } from "./oracle/csv.ts";
import { countMarkets } from "./oracle/markets.ts";
import { createdIn, defaultPeriod } from "./oracle/period.ts";
import { automaticGrain, countTrend } from "./oracle/trend.ts";
import { readFunnel, readKeyFigures, readMarkets, readTrend } from "./overview-page.ts";
import { expectQuietConsole, expectSoon } from "./page.ts";
import { readRecords } from "./served-records.ts";

const server = serverForFile({});
expectQuietConsole();

let referrals: Referral[] = [];

// Every record of the endpoint, page by page, counted here one by one: the sample holds every trouble of real data.
test.beforeAll(async () => {
  referrals = await readRecords(server().url);
});

test("the sample holds about 24,000 referrals of three years", () => {
  expect(referrals.length).toBeGreaterThan(20_000);
  expect(referrals.length).toBeLessThan(28_000);
  expect(countMarkets(referrals).length).toBeGreaterThanOrEqual(40);
});

test("the Overview of the sample equals a count of its records", async ({ page }) => {
  const period = defaultPeriod(referrals);
  await page.goto(`${server().url}/?as=table`);
  await expectSoon(() => readFunnel(page), expectedFunnel(referrals, period));
  await expectSoon(() => readKeyFigures(page), expectedKeyFigures(referrals, period));
  await expectSoon(() => readMarkets(page), expectedMarkets(referrals, period));
  await expectSoon(() => readTrend(page), countTrend(referrals, period, automaticGrain(period)));
});

test("what is created is won, has left or is open, in both generations of rules", { tag: "@long" }, async ({
  page,
}) => {
  const newest = Number(defaultPeriod(referrals).to.slice(0, 4));
  for (const year of [newest - 2, newest - 1, newest]) {
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    await page.goto(server().url + addressOf(period));
    await expectSoon(() => readFunnel(page), expectedFunnel(referrals, period));
    const { stages, exits } = await readFunnel(page);
    const { "Open now": open = 0 } = await readKeyFigures(page);
    const left = Object.values(exits).reduce((sum, count) => sum + count, 0);
    expect(stages.Won + left + open).toBe(createdIn(referrals, period).length);
  }
});
