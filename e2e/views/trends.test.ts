import { expect, type Page, test } from "playwright/test";
import { rounded } from "../counted/check.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { behindAddress } from "../oracle/address.ts";
import type { ComparedWith } from "../oracle/comparison.ts";
import type { Period } from "../oracle/period.ts";
import type { Grain } from "../oracle/trend.ts";
import { countsOverTime, type Split, within } from "../oracle/trend-figures.ts";
import { expectQuietConsole, expectSoon, goTo, panel } from "../page.ts";
import { visit } from "./referrals-page.ts";
import {
  expectedCompared,
  expectedMeans,
  expectedRates,
  expectedShares,
  readCounts,
  readNamed,
  TITLES,
  type TimeSeriesOptions,
} from "./trends-page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const count = (page: Page) => panel(page, "Referrals over time");
const chart = (page: Page) => page.getByRole("slider", { name: "Explore chart" });

function addressOf({ from, to }: Period, more: string): string {
  return `${server().url}/trends?from=${from}&to=${to}${more}`;
}

test("the figures of every split are those of an independent count, and so is what they open and what explains them", async ({
  page,
}) => {
  test.slow();
  await test.step("the figures of every split, grain and date are those of an independent count, and so is what they open", async () => {
    const cases: [Split, string, Grain, Period][] = [
      ["market", "created", "month", WHOLE_TIME],
      ["partner", "created", "week", { from: "2017-02-15", to: "2017-05-10" }],
      ["size", "accepted", "quarter", WHOLE_TIME],
      ["outcome", "won", "month", { from: "2017-03-05", to: "2017-09-20" }],
      ["outcome", "created", "day", { from: "2017-06-01", to: "2017-06-30" }],
    ];
    await page.goto(`${server().url}/trends?as=table`);
    for (const [split, basis, grain, period] of cases) {
      await visit(
        page,
        addressOf(period, `&as=table&compare=none&by=${split}&basis=${basis}&grain=${grain}`),
      );
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
  await test.step("the change of an interval is explained, by parts that add up to it", async () => {
    const address = "&as=table&grain=month&compare=last-year&measure=win";
    await goTo(page, addressOf({ from: "2017-09-01", to: "2017-11-30" }, address));
    const row = panel(page, TITLES.win).getByRole("row", { name: /^Oct 2017/ });
    const change = row.locator("td").filter({ has: page.getByRole("link", { name: /why/ }) });
    const moved = rounded(Number(await change.locator("data").getAttribute("value")));
    await change.getByRole("link", { name: /why/ }).click();
    const why = panel(page, "Why it changed");
    await expect(why).toContainText("Only Oct 1 – 31, 2017, compared with Oct 1 – 31, 2016.");
    const total = why.getByRole("row", { name: /^Total change/ });
    await expectSoon(
      async () => [rounded(Number(await total.locator("data").first().getAttribute("value")))],
      [moved],
    );
    await why.getByRole("button", { name: "Explain the whole period" }).click();
    await expect(page).not.toHaveURL(/why-days/);
  });
});

test("rates have their part, base and gaps; what they open is their part", { tag: "@long" }, async ({
  page,
}) => {
  const period = { from: "2016-08-01", to: "2017-12-31" };
  const options = { basis: "created", period, grain: "month", split: "market" } as const;
  for (const [measure, part] of [
    ["acceptance", "Accepted"],
    ["win", "Won"],
  ] as const) {
    const title = TITLES[measure];
    await page.goto(addressOf(period, `&as=table&compare=last-year&grain=month&measure=${measure}`));
    const shares = expectedShares(CRM_REFERRALS, options, measure);
    await expectSoon(
      () => readNamed(page, title, part),
      shares.map((share) => share.part),
    );
    const rates = expectedRates(CRM_REFERRALS, options, measure);
    await expectSoon(() => readCounts(page, title), rates);
    expect(rates.rows[0]).toContain(null);
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

async function expectCompared(page: Page, options: TimeSeriesOptions, by: ComparedWith): Promise<void> {
  const compared = expectedCompared(CRM_REFERRALS, "", options, by, "count");
  await expectSoon(
    () => readNamed(page, TITLES.count, by === "last-year" ? "Last year" : "Previous period"),
    compared.map((one) => one?.before ?? null),
  );
}

test("a comparison counts as many days at the same place, and a moving mean its whole window", {
  tag: "@long",
}, async ({ page }) => {
  const period = { from: "2017-04-01", to: "2017-06-30" };
  const options = { basis: "created", period, grain: "day", split: "market" } as const;
  await page.goto(addressOf(period, "&as=table&grain=day&mean=7,28"));
  await expectCompared(page, options, "previous-period");
  for (const window of [7, 28])
    await expectSoon(
      async () => (await readNamed(page, TITLES.count, `${window}-day average`)).map(rounded),
      expectedMeans(CRM_REFERRALS, options, window).map(rounded),
    );
  const autumn = { from: "2017-09-01", to: "2017-12-31" };
  await page.goto(addressOf(autumn, "&as=table&grain=week&compare=last-year"));
  await expectCompared(page, { ...options, period: autumn, grain: "week" }, "last-year");
  await expect(count(page).getByText("Sep 1 – 3, 2016")).toBeVisible();
});

test("the chart is read by keyboard and by pointer: points, series, and ranges that become the period", async ({
  page,
}) => {
  test.slow();
  await test.step("the chart is read with the keyboard: points, series, and a range that becomes the period", async () => {
    const period = { from: "2017-01-01", to: "2017-12-31" };
    await page.goto(addressOf(period, "&grain=month&compare=none"));
    const announced = count(page).getByRole("status");
    await chart(page).press("Home");
    const january = within(CRM_REFERRALS, "created", { from: "2017-01-01", to: "2017-01-31" });
    await expect(chart(page)).toHaveAttribute("aria-valuetext", "Jan 2017");
    await expect(announced).toHaveText(new RegExp(`^${january.length} referrals?\\..*United States \\d+`));
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
    await expect(announced).toHaveText(/^United States: \d+\. Press Enter to show only this series\./);
    await chart(page).press("Enter");
    await expect(page).toHaveURL(/market=US/);
    await count(page).getByRole("button", { name: "United States", exact: true }).click();
    await expect(page).not.toHaveURL(/market=/);
  });
  await test.step("a drag over the chart becomes the period, a click on a series filters, and Other opens", async () => {
    await goTo(page, addressOf({ from: "2017-01-01", to: "2017-12-31" }, "&grain=month&compare=none"));
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
    const others = page.getByRole("region", { name: "Included in Other" });
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
});

test("what cannot be drawn is said, with the step to what can", { tag: "@long" }, async ({ page }) => {
  await page.goto(addressOf(WHOLE_TIME, "&mean=7&form=pie"));
  await expect(page.getByText("“pie” isn’t valid for “form”")).toBeVisible();
  await expect(count(page).getByText(/Moving averages need daily data/)).toBeVisible();
  await page.goto(addressOf({ from: "2017-04-01", to: "2017-06-30" }, "&mean=7&grain=month"));
  await count(page).getByRole("button", { name: "Switch to days" }).click();
  await expect(page).toHaveURL(/grain=day/);
  await expect(count(page).getByText("7-day average")).toBeVisible();
  await count(page).getByRole("button", { name: "Share" }).click();
  await expect(page).toHaveURL(/form=share/);
  await expect(count(page).getByText(/Each interval adds up to 100%/)).toBeVisible();
});
