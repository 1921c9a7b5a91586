import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { csvRows } from "../oracle/csv.ts";
import { expectQuietConsole, goTo, panel, readColumn } from "../page.ts";
import { SMALL_SAMPLE_FILE, writeSmallSample } from "./few-referrals.ts";
import { ask, openPortal, portalAndDashboard } from "./talking.ts";

const sites = portalAndDashboard(writeSmallSample);
expectQuietConsole();

const DAYS = "from=2025-01-01&to=2025-12-31";
const VIEWS = ["", "funnel", "trends", "markets", "times", "referrals"];

async function open(page: Page, view: string, more = ""): Promise<void> {
  await goTo(page, `${sites().dashboard}/${view}?${DAYS}&audience=safe${more}`);
  await expect(page.getByRole("complementary", { name: "Anonymised" })).toBeVisible();
  await expect(page.getByRole("region").first()).toBeVisible();
  await expect(page.locator(".panel__loading")).toHaveCount(0);
}

/** All counts that the page shows; shares have a unit. */
async function counts(page: Page): Promise<number[]> {
  return page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll("data")]
      .filter(({ textContent }) => !textContent?.includes("%"))
      .map(({ value }) => Number(value))
      .filter((value) => !Number.isNaN(value)),
  );
}

const isSmall = (count: number) => count > 0 && count < 5;

const HOSTILE = "&only=outcomes:missed&q=Confidential&row=id-IS-0";

for (const [name, additions] of [
  ["in tables", ["&as=table"]],
  ["in pictures, whatever the address asks for @long", ["", HOSTILE, `&as=table${HOSTILE}`]],
] as const) {
  test(`no view shows an audience a name, a small count, or a way to either, ${name}`, async ({ page }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(decodeURIComponent(request.url())));
    for (const [view, more] of VIEWS.flatMap((one) => additions.map((two) => [one, two] as const))) {
      await open(page, view, more);
      const shown = await counts(page);
      if (more.includes("table")) expect(shown.length, view).toBeGreaterThan(1);
      expect(shown.filter(isSmall), view + more).toEqual([]);
      const html = await page.locator("body").innerHTML();
      for (const secret of ["Confidential ", "Iceland", "Malta", "Liechtenstein", "id-IS"])
        expect(html, view + more).not.toContain(secret);
      await expect(page.locator('main a[href*="only="], main a[href*="referrals"]')).toHaveCount(0);
      await expect(page.getByRole("main").getByRole("searchbox")).toHaveCount(0);
    }
    const asked = requests.filter((url) => url.includes("/analytics/referrals"));
    expect(asked.length).toBeGreaterThan(0);
    // The total of all comes with one record, which nobody sees.
    expect(asked.filter((url) => !url.includes("groupby=") && !url.endsWith("?top=1"))).toEqual([]);
  });
}

test("what stands together for an audience adds up to all there is, and is what an audience takes away", async ({
  page,
}) => {
  await test.step("what stands together for an audience adds up to all there is", async () => {
    await open(page, "markets", "&as=table");
    const table = panel(page, "Customer markets").getByRole("table");
    const read = await readColumn(table, "Referrals");
    const of = (market: string) =>
      SMALL_SAMPLE_FILE.filter(({ customerMarket }) => customerMarket === market).length;
    expect(read).toEqual({
      Germany: of("DE"),
      France: of("FR"),
      "United States": of("US"),
      "3 others, including small groups": of("IS") + of("MT") + of("LI"),
    });
    await open(page, "referrals", "&as=table");
    const customers = await readColumn(panel(page, "Customers").getByRole("table"), "Referrals");
    const works = SMALL_SAMPLE_FILE.filter(
      ({ customerName }) => customerName === "Confidential Works",
    ).length;
    expect(Object.values(customers)).toEqual([works, SMALL_SAMPLE_FILE.length - works]);
  });
  await test.step("an audience takes away what it sees", async () => {
    await open(page, "markets");
    await panel(page, "Customer markets")
      .getByRole("button", { name: /^Export: / })
      .click();
    const arrives = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV", exact: true }).click();
    const text = await readFile(await (await arrives).path(), "utf8");
    expect(
      csvRows(text)
        .slice(1)
        .map(([name, count]) => [name, Number(count)]),
    ).toEqual([
      ["Germany", 60],
      ["France", 31],
      ["United States", 22],
      ["3 others, including small groups", 8],
    ]);
  });
});

for (const [name, views] of [
  ["the first view", [""]],
  ["all of them @long", VIEWS],
] as const)
  test(`a selection of fewer than five shows an audience nothing, ${name}`, async ({ page }) => {
    for (const view of views) {
      await open(page, view, "&market=IS");
      await expect(page.getByText("Fewer than five referrals").first()).toBeVisible();
      expect(await counts(page)).toEqual([]);
      await expect(page.getByRole("button", { name: /^Export: / })).toHaveCount(0);
    }
  });

test("a portal shows the page to an audience, and nobody but the portal takes that back", async ({
  page,
}) => {
  const frame = await openPortal(page, sites(), { path: `/?${DAYS}` });
  const badge = frame.getByRole("complementary", { name: "Anonymised" });
  await expect(badge).toHaveCount(0);
  await ask(page, "setSelection", 0, { audience: "safe" });
  await expect(badge).toBeVisible();
  await frame.locator("body").evaluate(() => history.pushState(null, "", "/markets"));
  await expect(panel(frame, "Partner markets")).toBeVisible();
  await expect(badge).toBeVisible();
  expect((await ask(page, "getState")).selection).toHaveProperty("audience", "safe");
  await ask(page, "setSelection", 0, { audience: null });
  await expect(badge).toHaveCount(0);
  expect((await ask(page, "getState")).selection).not.toHaveProperty("audience");
});
