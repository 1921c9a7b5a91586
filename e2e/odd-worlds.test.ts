import { expect, type Page, test } from "playwright/test";
import { figuresAt, VIEW_PATHS, withoutAges } from "./all-figures.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { expectedFunnel } from "./expected.ts";
import { defaultPeriod } from "./oracle/period.ts";
import { readFunnel } from "./overview-page.ts";
import { expectQuietConsole, expectSoon } from "./page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const DAY_MS = 86_400_000;

/** Addresses that nobody should write, and what the notice names. */
const NONSENSE: readonly [string, string, RegExp][] = [
  [
    "nonsense",
    "?from=2024-13-45&basis=sideways&outcome=eaten&grain=eon&by=%3Cscript%3E&compare=1&v=99",
    /sideways/,
  ],
  ["10,000 characters", `?market=${"DE,".repeat(3334)}`, /8,000/],
  ["days in the wrong order", "?from=2017-06-30&to=2017-01-01", /from|order|after/i],
  [
    "broken escapes and lists",
    "?market=%E0%A4%A,,%2C&partner=%25%25&size=%&only=left:nowhere;x&sort=;;&cols=*",
    /isn’t valid for “(market|only|sort)”/,
  ],
];

async function expectSane(page: Page, path: string): Promise<void> {
  await expect(page.getByRole("main").getByRole("heading").first(), path).toBeVisible();
  await expect(page.getByRole("main").locator("data").first(), path).toBeVisible();
}

test("addresses that make no sense show a notice and a sane page, in every view", { tag: "@long" }, async ({
  page,
}) => {
  for (const [name, search, words] of NONSENSE)
    for (const path of VIEW_PATHS) {
      await page.goto(crm().url + path + search);
      await expectSane(page, `${name}: ${path}`);
      await expect(
        page.getByRole("status").filter({ hasText: words }).first(),
        `${name}: ${path}`,
      ).toBeVisible();
    }
});

test("unknown markets select nothing, say so, and are left in one step", { tag: "@long" }, async ({
  page,
}) => {
  for (const path of VIEW_PATHS) {
    await page.goto(`${crm().url}${path}?market=QQ,ZZ9`);
    await expect(page.getByText(/match the filters/).first(), path).toBeVisible();
    await page.getByRole("button", { name: "Clear filters" }).first().click();
    await expect(page, path).not.toHaveURL(/market=/);
  }
});

for (const [name, days] of [
  ["a day fast", 1],
  ["a day slow", -1],
] as const)
  test(`a clock that is ${name} changes no figure`, async ({ page }) => {
    await page.clock.install({ time: Date.now() + days * DAY_MS });
    await page.goto(`${crm().url}/?as=table`);
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
    // The newest date of the file, whatever the reader's clock says.
    await expect(page.getByText(/^as of Dec 31, 2017/)).toBeVisible();
  });

/** What is odd about the reader's own machine. */
const WORLDS: Record<string, (page: Page) => Promise<unknown>> = {
  "a clock a day fast": (page) => page.clock.install({ time: Date.now() + DAY_MS }),
  "a clock a day slow": (page) => page.clock.install({ time: Date.now() - DAY_MS }),
  "storage that throws": (page) =>
    page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("Refused", "SecurityError");
          },
        });
    }),
};

for (const path of VIEW_PATHS)
  test(`an odd clock, storage or language changes no figure of ${path}`, { tag: "@long" }, async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000);
    const url = `${crm().url}${path}?as=table`;
    const right = withoutAges(await figuresAt(page, url));
    expect(right.length).toBeGreaterThan(20);
    expect(withoutAges(await figuresAt(page, `${url}&lang=tlh`)), "a language that nobody has").toEqual(
      right,
    );
    for (const [name, enter] of Object.entries(WORLDS)) {
      const other = await context.newPage();
      await enter(other);
      expect(withoutAges(await figuresAt(other, url)), name).toEqual(right);
      await other.close();
    }
  });

test.describe("a language that nobody has", () => {
  test.use({ locale: "eu-ES" });
  test("the page is in English, its numbers as the reader writes them", async ({ page }) => {
    await page.goto(`${crm().url}/?lang=tlh`);
    await expect(page.getByRole("region", { name: "Status funnel" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "tlh" })).toBeVisible();
  });
});

test.describe("colours of the system", () => {
  test.use({ contextOptions: { forcedColors: "active" } });
  test("marks keep their colours, and what is chosen is seen", async ({ page }) => {
    await page.goto(`${crm().url}/funnel`);
    const swatch = page.locator("main .swatch").first();
    await expect(swatch).toBeVisible();
    expect(await swatch.evaluate((node) => getComputedStyle(node).forcedColorAdjust)).toBe("none");
    const bar = page.locator("main .flow__bar").first();
    const painted = await bar.evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(painted).not.toBe(await bar.evaluate(() => getComputedStyle(document.body).backgroundColor));
  });
});
