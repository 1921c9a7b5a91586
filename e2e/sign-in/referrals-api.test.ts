import { writeFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { figuresAt, VIEW_PATHS, withoutAges } from "../all-figures.ts";
import { putFaults } from "../faults.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import {
  chooseInAccountMenu,
  expectFigures,
  expectSignInPage,
  pick,
  pressSignIn,
  signInAs,
} from "./steps.ts";

// All 18,600 referrals are read: a quarter of a minute on a fast machine, five times that beside other tests on a slow one.
test.describe.configure({ timeout: 240_000 });
const READ_WITHIN_MS = 150_000;

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer({ source: "referrals-api", signIn: "local" });
});
test.afterAll(() => server.stop());
test.afterEach(() => putFaults(server.url, []));

const complaints: string[] = [];
test.beforeEach(({ page }) => {
  complaints.length = 0;
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // A token that has ended and a role that is missing are part of these tests.
    if (message.type() === "error" && !/status of 40[13]/.test(message.text()))
      complaints.push(message.text());
  });
});
test.afterEach(() => expect(complaints).toEqual([]));

const trust = (page: Page) => page.locator("p.trust");
const notice = (page: Page) => page.getByRole("status").filter({ hasText: "Reading the Referrals API" });

/** Signs out by the menu and waits until the server has forgotten. */
async function leave(page: Page): Promise<void> {
  const forgotten = page.waitForResponse(
    (response) => response.url().endsWith("/reading") && response.request().method() === "DELETE",
  );
  await chooseInAccountMenu(page, "Sign out");
  expect((await forgotten).status()).toBe(204);
  await expectSignInPage(page);
}

async function expectAllRead(page: Page): Promise<void> {
  await expect(trust(page)).toContainText("read at", { timeout: READ_WITHIN_MS });
  await expect(trust(page)).toContainText("Complete");
  await expect(notice(page)).toHaveCount(0);
}

test("the first figures are marked while the rest is read, through a token that ends; then all are there", async ({
  page,
}) => {
  await putFaults(server.url, [{ kind: "slow", ms: 100 }]);
  await signInAs(page, "Referrals admin", server.url);
  await expectFigures(page);
  await expect(notice(page)).toContainText(/[\d,]+ referrals read/);
  await expect(trust(page)).toContainText("Partly read");
  await expect(trust(page)).toContainText("Sample data");
  await putFaults(server.url, [{ kind: "expired-token", times: 1 }]);
  await expectAllRead(page);
  const said = await page.getByRole("main").textContent();
  expect(said).not.toContain("These files");
  await leave(page);
});

/** The list of who may see one market, and what somebody else sees who signs in after them. */
async function expectGermanyOnly(page: Page): Promise<void> {
  const markets = page.getByRole("row").locator("[data-column=customerMarket], td:has-text('Germany')");
  await expect(markets.first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("United States");
  await leave(page);
  await pressSignIn(page);
  await pick(page, "Without the role");
  await expect(page.getByRole("main")).toContainText(/role/);
}

test("each of two people at once sees their own referrals only: nothing of one comes to the other's browser, or into the log", async ({
  page: ofMarket,
  browser,
}) => {
  const ofAll = await (await browser.newContext()).newPage();
  const received = await Promise.all(
    (
      [
        ["Referrals admin", ofAll, leave],
        ["One-market user (Germany)", ofMarket, expectGermanyOnly],
      ] as const
    ).map(async ([name, page, end]) => {
      const bodies: Promise<string>[] = [];
      page.on("response", (response) => {
        if (/\/partner\/|\/reading/.test(response.url())) bodies.push(response.text().catch(() => ""));
      });
      await signInAs(page, name, `${server.url}/referrals?from=2000-01-01&sort=customerMarket`);
      await expectAllRead(page);
      await expect(page.getByRole("row").nth(1)).toBeVisible();
      await end(page);
      return (await Promise.all(bodies)).join("\n");
    }),
  );
  await ofAll.context().close();
  const [ofAdmin = "", ofUser = ""] = received;
  const marketsIn = (text: string) =>
    new Set(text.match(/(?<="customerMarket":")[^"]+/g)?.map((market) => market.trim().toUpperCase()));
  expect([...marketsIn(ofUser)]).toEqual(["DE"]);
  expect(marketsIn(ofAdmin).size).toBeGreaterThan(5);
  const ids = ofAdmin.match(/00c0ffee-0000-4000-9000-\d{12}/g) ?? [];
  expect(ids.length).toBeGreaterThan(5);
  expect(server.output()).not.toMatch(/00c0ffee-0000-4000-9000-|"customerName"/);
});

test(
  "all views show what a file of the same referrals shows",
  { tag: "@long" },
  async ({ page, context }, info) => {
    test.slow();
    await signInAs(page, "Referrals admin", server.url);
    await expectAllRead(page);
    const file = info.outputPath("referrals.json");
    await writeFile(file, JSON.stringify(await recordsOf(page)));
    const asOf = new Date().toISOString();
    const fromFile = await startServer({ file, asOf, signIn: "off" });
    const other = await context.newPage();
    try {
      for (const [place, path] of VIEW_PATHS.entries()) {
        const address = `${path}${SELECTIONS[place]}`;
        const ofFile = await figuresAt(other, `${fromFile.url}${address}`);
        expect(withoutAges(await figuresAt(page, `${server.url}${address}`)), path).toEqual(
          withoutAges(ofFile),
        );
        expect(ofFile.length, path).toBeGreaterThan(5);
      }
    } finally {
      await fromFile.stop();
    }
  },
);

const SELECTIONS = [
  "?from=2025-11-01&to=2026-10-31",
  "?from=2025-01-01&to=2025-12-31&market=DE,US",
  "?from=2026-01-01&to=2026-06-30&grain=month",
  "?from=2025-07-01&to=2026-06-30",
  "?from=2026-01-01&to=2026-08-31&market=GB",
  "?from=2026-03-01&to=2026-05-31",
];

/** All records, as the page's own calls get them; without the fields that the API never has. */
async function recordsOf(page: Page): Promise<object[]> {
  const call = page.waitForRequest((request) => request.url().includes("/partner/v1/"));
  await page.reload();
  const token = (await call).headers().authorization ?? "";
  const found: Record<string, unknown>[] = [];
  for (;;) {
    const address = `${server.url}/partner/v1/analytics/referrals?top=10000&skip=${found.length}`;
    const answer = await fetch(address, { headers: { Authorization: token } });
    const { Value } = (await answer.json()) as { Value: Record<string, unknown>[] };
    found.push(...Value);
    if (Value.length < 10_000) break;
  }
  const absent = ["partnerMarket", "acknowledgedDate", "skippedDate", "missedDate", "archivedDate"];
  return found.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => !absent.includes(name))),
  );
}
