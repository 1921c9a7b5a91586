import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "./crm.ts";
import { addressOf, expectedFunnel, expectedKeyFigures, expectedMarkets, keyFiguresOf } from "./expected.ts";
import { behindAddress, comparedWith } from "./oracle/address.ts";
import { sidesOf } from "./oracle/comparison.ts";
import type { Referral } from "./oracle/csv.ts";
import { countMarkets } from "./oracle/markets.ts";
import { createdIn, defaultPeriod } from "./oracle/period.ts";
import { automaticGrain, countTrend } from "./oracle/trend.ts";
import { within } from "./oracle/trend-figures.ts";
import { readFunnel, readKeyFigures, readMarkets, readTrend } from "./overview-page.ts";
import { exact, expectQuietConsole, expectSoon, goTo, panel, readTable } from "./page.ts";
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

test("the Overview of the sample equals a count of its records, compares at equal age, and opens what it counts", async ({
  page,
}) => {
  test.slow();
  await test.step("the Overview of the sample equals a count of its records", async () => {
    const period = defaultPeriod(referrals);
    await page.goto(`${server().url}/?as=table`);
    await expectSoon(() => readFunnel(page), expectedFunnel(referrals, period));
    await expectSoon(() => readKeyFigures(page), expectedKeyFigures(referrals, period));
    await expectSoon(() => readMarkets(page), expectedMarkets(referrals, period));
    await expectSoon(() => readTrend(page), countTrend(referrals, period, automaticGrain(period)));
  });
  await test.step("the Overview compares at equal age, and shows both counts in its table", async () => {
    const period = defaultPeriod(referrals);
    const sides = sidesOf(period, "previous-period", new Date().toISOString().slice(0, 10));
    const then = keyFiguresOf(comparedWith(referrals, "/", sides, Date.now()));
    const known = keyFiguresOf(within(referrals, "created", sides.before));
    // The sample's older referrals were won later, too: a comparison that ignores age must stand out.
    expect(known.Won).toBeGreaterThan((then.Won ?? 0) * 1.1);
    await goTo(page, `${server().url}/?as=table`);
    await expectSoon(() => readBefore(page), beforeFigures(then, known));
    await expect(page.getByText("Compared at the same age", { exact: false }).first()).toBeVisible();
    await goTo(page, `${server().url}/?as=table&judged=today`);
    await expect(page.getByText("counted as known today", { exact: false }).first()).toBeVisible();
    const own = keyFiguresOf(within(referrals, "created", sides.own));
    const change = ((own.Won ?? 0) - (known.Won ?? 0)) / (known.Won ?? 0);
    const rounded = (value: number | null) => ({ won: Math.round((value ?? Number.NaN) * 1e9) / 1e9 });
    await expectSoon(async () => rounded(await readChange(page, "Won")), rounded(change));
  });
  await test.step("what was won by then opens exactly those referrals", async () => {
    const period = defaultPeriod(referrals);
    const sides = sidesOf(period, "previous-period", new Date().toISOString().slice(0, 10));
    const then = keyFiguresOf(comparedWith(referrals, "/", sides, Date.now()));
    await goTo(page, `${server().url}/?as=table`);
    const row = panel(page, "Key figures").getByRole("row").filter({ hasText: "Won" }).first();
    const link = row.getByRole("cell").nth(3).getByRole("link");
    await expect(link).toHaveAttribute("href", /asOf/);
    const href = await link.getAttribute("href");
    expect(behindAddress(referrals, href ?? "", Date.now())).toHaveLength(then.Won ?? 0);
    await link.click();
    await expect(
      page.getByText(new RegExp(`\\b${(then.Won ?? 0).toLocaleString("en-US")} referrals`)).first(),
    ).toBeVisible();
  });
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

const COMPARED = ["Created", "Acknowledged", "Accepted", "Won", "Acceptance rate", "Win rate"];

/** Of each key figure the one before at equal age, and as known today. */
async function readBefore(page: Page): Promise<Record<string, (number | null)[]>> {
  const [, ...rows] = await readTable(panel(page, "Key figures").getByRole("table"));
  return Object.fromEntries(
    rows
      .filter(([name]) => COMPARED.includes(name?.text ?? ""))
      .map(([name, , , , ...before]) => [name?.text, before.map(exact)]),
  );
}

async function readChange(page: Page, figure: string): Promise<number | null> {
  const rows = await readTable(panel(page, "Key figures").getByRole("table"));
  return exact(rows.find(([name]) => name?.text === figure)?.[3]);
}

function beforeFigures(then: Record<string, number>, known: Record<string, number>) {
  return Object.fromEntries(COMPARED.map((name) => [name, [then[name], known[name]]]));
}
