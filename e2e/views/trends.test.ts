import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { behindAddress } from "../oracle/address.ts";
import type { Period } from "../oracle/period.ts";
import type { Grain } from "../oracle/trend.ts";
import {
  countsOverTime,
  daysFrom,
  daysOfBuckets,
  hasReached,
  type Split,
  within,
} from "../oracle/trend-figures.ts";
import { expectQuietConsole, expectSoon, panel, readTable } from "../page.ts";
import { readCounts } from "./trends-page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const count = (page: Page) => panel(page, "Referrals over time");
const chart = (page: Page) => page.getByRole("slider", { name: "Read the chart" });

function addressOf({ from, to }: Period, more: string): string {
  return `${server().url}/trends?from=${from}&to=${to}${more}`;
}

/** One column by name, "" where a cell has no figure. */
async function readNamed(page: Page, name: string, title = "Referrals over time"): Promise<string[]> {
  const [head = [], ...rows] = await readTable(panel(page, title).getByRole("table"));
  const at = head.findIndex(({ text }) => text === name);
  return rows.map((cells) => cells[at]?.value ?? "no such column");
}

test("the figures of every split, grain and date are those of an independent count, and so is what they open", async ({
  page,
}) => {
  const wishes: [Split, string, Grain, Period][] = [
    ["market", "created", "month", WHOLE_TIME],
    ["partner", "created", "week", { from: "2017-02-15", to: "2017-05-10" }],
    ["size", "accepted", "quarter", WHOLE_TIME],
    ["outcome", "won", "month", { from: "2017-03-05", to: "2017-09-20" }],
    ["outcome", "created", "day", { from: "2017-06-01", to: "2017-06-30" }],
  ];
  for (const [split, basis, grain, period] of wishes) {
    await page.goto(addressOf(period, `&as=table&compare=none&by=${split}&basis=${basis}&grain=${grain}`));
    await expectSoon(
      () => readCounts(page, "Referrals over time"),
      countsOverTime(CRM_REFERRALS, { basis, period, grain, split }),
    );
    const links = await count(page)
      .locator("td a")
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute("href"), link.querySelector("data")?.value]),
      );
    expect(links.length).toBeGreaterThan(5);
    const some = links.filter((_, at) => at % Math.ceil(links.length / 25) === 0);
    for (const [href, value] of some)
      expect([href, behindAddress(CRM_REFERRALS, href ?? "", Date.now()).length]).toEqual([
        href,
        Number(value),
      ]);
  }
});

test("rates have their part, base and gaps; what they open is their part", async ({ page }) => {
  const period = { from: "2016-08-01", to: "2017-12-31" };
  for (const [measure, title, part, stage] of [
    ["acceptance", "Acceptance rate over time", "Accepted", "accepted"],
    ["win", "Win rate over time", "Won", "won"],
  ] as const) {
    await page.goto(addressOf(period, `&as=table&compare=last-year&grain=month&measure=${measure}`));
    const far = CRM_REFERRALS.filter((referral) => hasReached(referral, stage));
    const wish = { basis: "created", period, grain: "month", split: "market" } as const;
    const base = countsOverTime(CRM_REFERRALS, wish);
    const parts = daysOfBuckets(period, "month").map((days) => within(far, "created", days).length);
    const all = base.columns.length - 1;
    const rates = parts.map((one, at) => one / (base.rows[at]?.[all] ?? 0));
    await expectSoon(() => readNamed(page, part, title), parts.map(String));
    await expectSoon(async () => (await readCounts(page, title)).rows.map((row) => row[all]), rates);
    expect(rates[0]).toBeNaN();
    expect((await readCounts(page, title)).columns).toEqual(base.columns);
    const cells = panel(page, title).locator("td:nth-child(2) a, td:nth-child(9) a");
    const links = await cells.evaluateAll((some) =>
      some.map((link) => [link.getAttribute("href"), link.parentElement?.title] as const),
    );
    for (const [href, words] of links)
      expect(words).toMatch(
        new RegExp(`^${behindAddress(CRM_REFERRALS, href ?? "", Date.now()).length} of `),
      );
  }
});

test("a comparison counts as many days at the same place, and a moving mean its whole window", async ({
  page,
}) => {
  const period = { from: "2017-04-01", to: "2017-06-30" };
  const days = daysOfBuckets(period, "day");
  const counted = days.map((day) => within(CRM_REFERRALS, "created", day).length);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const meanOf = (window: number) =>
    counted.map((_, at) =>
      at < window - 1 ? "" : String(sum(counted.slice(at - window + 1, at + 1)) / window),
    );

  await page.goto(addressOf(period, "&as=table&grain=day&mean=7,28"));
  const before = days.map(({ from, to }) => ({ from: daysFrom(from, -91), to: daysFrom(to, -91) }));
  await expectSoon(
    () => readNamed(page, "Period before"),
    before.map((day) => String(within(CRM_REFERRALS, "created", day).length)),
  );
  await expectSoon(
    async () => (await readNamed(page, "7-day mean")).map((text) => text && Number(text).toFixed(9)),
    meanOf(7).map((text) => text && Number(text).toFixed(9)),
  );
  await expectSoon(
    async () => (await readNamed(page, "28-day mean")).map((text) => text && Number(text).toFixed(9)),
    meanOf(28).map((text) => text && Number(text).toFixed(9)),
  );

  await page.goto(
    addressOf({ from: "2017-09-01", to: "2017-12-31" }, "&as=table&grain=week&compare=last-year"),
  );
  const weeks = daysOfBuckets({ from: "2017-09-01", to: "2017-12-31" }, "week");
  const yearBefore = (day: string) => day.replace("2017", "2016");
  const then = weeks.map(({ from, to }) => ({ from: yearBefore(from), to: yearBefore(to) }));
  await expectSoon(
    () => readNamed(page, "Last year"),
    then.map((some) => String(within(CRM_REFERRALS, "created", some).length)),
  );
  await expect(count(page).getByText("Sep 1 – 3, 2016")).toBeVisible();
});

test("the chart is read with the keyboard: points, series, and a range that becomes the period", async ({
  page,
}) => {
  const period = { from: "2017-01-01", to: "2017-12-31" };
  await page.goto(addressOf(period, "&grain=month&compare=none"));
  const spoken = count(page).getByRole("status");
  await chart(page).press("Home");
  const january = within(CRM_REFERRALS, "created", { from: "2017-01-01", to: "2017-01-31" });
  await expect(chart(page)).toHaveAttribute("aria-valuetext", "Jan 2017");
  await expect(spoken).toHaveText(new RegExp(`^${january.length} referrals?\\..*United States \\d+`));
  await expect(count(page).locator(".readout dd data").first()).toHaveAttribute(
    "value",
    String(january.length),
  );

  await chart(page).press("ArrowRight");
  await chart(page).press("Shift+ArrowRight");
  await chart(page).press("Shift+ArrowRight");
  await expect(chart(page)).toHaveAttribute("aria-valuetext", /^Feb 1.*Apr 30, 2017 \(89 days\)$/);
  await chart(page).press("Escape");
  await expect(chart(page)).toHaveAttribute("aria-valuetext", "Apr 2017");
  await chart(page).press("Shift+ArrowLeft");
  await chart(page).press("Enter");
  await expect(page).toHaveURL(/from=2017-03-01&to=2017-04-30/);
  await page.goBack();
  await expect(page).toHaveURL(/from=2017-01-01&to=2017-12-31/);
  await expect(chart(page)).toHaveAttribute("aria-valuemax", "11");

  await chart(page).press("ArrowDown");
  await expect(spoken).toHaveText(/^United States: \d+\. Enter shows it alone\./);
  await chart(page).press("Enter");
  await expect(page).toHaveURL(/market=US/);
  await count(page).getByRole("button", { name: "United States", exact: true }).click();
  await expect(page).not.toHaveURL(/market=/);
});

test("a drag over the chart becomes the period, a click on a series filters, and Other opens", async ({
  page,
}) => {
  await page.goto(addressOf({ from: "2017-01-01", to: "2017-12-31" }, "&grain=month&compare=none"));
  await expect(count(page).locator(".recharts-surface")).toBeVisible();
  const box = await chart(page).boundingBox();
  if (!box) throw new Error("The chart is not drawn.");
  const xOf = (month: number) => box.x + (box.width * month) / 11;
  await page.mouse.move(xOf(2), box.y + 40);
  await page.mouse.down();
  await page.mouse.move(xOf(3), box.y + 60, { steps: 3 });
  await page.mouse.move(xOf(5), box.y + 60, { steps: 3 });
  await expect(count(page).getByText("Mar 1 – Jun 30, 2017 (122 days)")).toBeVisible();
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2017-03-01&to=2017-06-30/);
  await page.goBack();
  await expect(chart(page)).toHaveAttribute("aria-valuemax", "11");
  // The lowest of the stack is Other.
  await page.mouse.click(xOf(6), box.y + box.height - 4);
  await expect(page).toHaveURL(/other=1/);
  const others = page.getByRole("region", { name: "What Other adds up" });
  const members = others.locator("li data");
  const total = await members.evaluateAll((all) =>
    all.reduce((sum, one) => sum + Number((one as HTMLDataElement).value), 0),
  );
  const { rows, columns } = countsOverTime(CRM_REFERRALS, {
    basis: "created",
    period: { from: "2017-01-01", to: "2017-12-31" },
    grain: "year",
    split: "market",
  });
  expect(total).toBe(rows[0]?.[columns.indexOf("Other")]);
  await others.getByRole("button").first().click();
  await expect(page).toHaveURL(/market=/);
});

test("what cannot be drawn is said, with the step to what can", async ({ page }) => {
  await page.goto(addressOf(WHOLE_TIME, "&mean=7&form=pie"));
  await expect(page.getByText("“pie” does not fit “form”")).toBeVisible();
  await expect(count(page).getByText(/Moving means run over days/)).toBeVisible();
  await page.goto(addressOf({ from: "2017-04-01", to: "2017-06-30" }, "&mean=7&grain=month"));
  await count(page).getByRole("button", { name: "Count by day" }).click();
  await expect(page).toHaveURL(/grain=day/);
  await expect(count(page).getByText("7-day mean")).toBeVisible();
  await count(page).getByRole("button", { name: "Share" }).click();
  await expect(page).toHaveURL(/form=share/);
  await expect(count(page).getByText(/Shares add up to 100%/)).toBeVisible();
});
