import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedFunnel, ofMarkets } from "./expected.ts";
import { defaultPeriod, type Period } from "./oracle/period.ts";
import { countTrend } from "./oracle/trend.ts";
import { readFunnel, readTrend } from "./overview-page.ts";
import { expectQuietConsole, expectSoon, goTo, panel } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const DEFAULT = defaultPeriod(CRM_REFERRALS);

async function expectFunnelOf(page: Page, codes: readonly string[] | null, period: Period): Promise<void> {
  const referrals = codes ? ofMarkets(CRM_REFERRALS, codes) : CRM_REFERRALS;
  await expectSoon(() => readFunnel(page), expectedFunnel(referrals, period));
}

function parameter(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}

async function toggleMarket(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Customer market/ }).click();
  await page.getByRole("checkbox", { name }).click();
  await page.keyboard.press("Escape");
}

test("the market control filters and writes the address; back, forward and a reload follow", async ({
  page,
}) => {
  await page.goto(`${server().url}/?as=table`);
  await expectFunnelOf(page, null, DEFAULT);

  await toggleMarket(page, "South Korea");
  await expectFunnelOf(page, ["KR"], DEFAULT);
  expect(parameter(page, "market")).toBe("KR");

  await toggleMarket(page, "Germany");
  await expectFunnelOf(page, ["KR", "DE"], DEFAULT);
  expect(parameter(page, "market")?.split(",").sort()).toEqual(["DE", "KR"]);

  await page.goBack();
  await expectFunnelOf(page, ["KR"], DEFAULT);
  await page.goBack();
  await expectFunnelOf(page, null, DEFAULT);
  expect(parameter(page, "market")).toBeNull();
  await page.goForward();
  await expectFunnelOf(page, ["KR"], DEFAULT);

  await goTo(page, server().url + addressOf(WHOLE_TIME));
  await toggleMarket(page, "No market");
  await expectFunnelOf(page, [""], WHOLE_TIME);
  await page.reload();
  await expectFunnelOf(page, [""], WHOLE_TIME);
});

test("a market of the Markets table is chosen by a click on its name", async ({ page }) => {
  await page.goto(server().url);
  const mark = panel(page, "Markets").getByRole("button", { name: "Panama" });
  await mark.click();
  await expect(page).toHaveURL(/[?&]market=PA\b/);
  // The mark answers at once, and in the same way when the figures have followed.
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  await panel(page, "Status funnel").getByRole("button", { name: "Show as table" }).click();
  await expectFunnelOf(page, ["PA"], DEFAULT);
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Remove Panama" }).click();
  await expect(page).not.toHaveURL(/market=/);
  await expectFunnelOf(page, null, DEFAULT);
  await expect(mark).toHaveAttribute("aria-pressed", "false");
});

test("both days of the period are typed, or chosen in a calendar, and stand in the address with the interval", async ({
  page,
}) => {
  await page.goto(`${server().url}/?as=table`);
  await page.getByRole("button", { name: /^Period/ }).click();
  for (const [name, digits] of [
    ["From", "03012017"],
    ["To", "03152017"],
  ] as const) {
    await page
      .getByRole("group", { name })
      .getByRole("spinbutton", { name: /^month/ })
      .focus();
    await page.keyboard.type(digits);
  }
  await expect(page.getByRole("application", { name: "Period, March 2017" })).toBeVisible();
  await page.getByRole("button", { name: "Apply" }).click();
  await expectFunnelOf(page, null, { from: "2017-03-01", to: "2017-03-15" });
  expect([parameter(page, "from"), parameter(page, "to")]).toEqual(["2017-03-01", "2017-03-15"]);
  await page.goBack();
  await expectFunnelOf(page, null, DEFAULT);
  await page.getByRole("button", { name: /^Period/ }).click();
  const calendar = page.getByRole("application");
  await calendar.getByRole("combobox", { name: "year" }).selectOption("2017");
  await calendar.getByRole("combobox", { name: "month" }).selectOption("May");
  await calendar.getByRole("button", { name: /May 8, 2017/ }).click();
  await calendar.getByRole("button", { name: /May 24, 2017/ }).click();
  await page.getByRole("button", { name: "Apply" }).click();
  await expectFunnelOf(page, null, { from: "2017-05-08", to: "2017-05-24" });

  await goTo(page, server().url + addressOf(WHOLE_TIME));
  await page.getByRole("combobox", { name: "Interval" }).selectOption({ label: "Quarter" });
  await expectSoon(() => readTrend(page), countTrend(CRM_REFERRALS, WHOLE_TIME, "quarter"));
  expect(parameter(page, "grain")).toBe("quarter");
});

test("an address with nonsense shows the default, and says so", async ({ page }) => {
  await page.goto(`${server().url}/?from=yesterday&to=2017-02-31&grain=fortnight&as=table`);
  await expectFunnelOf(page, null, DEFAULT);
  const notice = page.getByRole("status").filter({ hasText: "link" });
  for (const word of ["yesterday", "2017-02-31", "fortnight"]) await expect(notice).toContainText(word);
});
