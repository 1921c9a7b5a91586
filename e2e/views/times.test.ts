import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { barriers } from "../everyone/looks.ts";
import { MIXED_REFERRALS, MIXED_TIME, mixedServerForFile } from "../mixed-data.ts";
import { behindAddress } from "../oracle/address.ts";
import type { Referral } from "../oracle/csv.ts";
import { marketOf } from "../oracle/markets.ts";
import { createdIn, type Period } from "../oracle/period.ts";
import { DAY, HOUR } from "../oracle/times.ts";
import { expectQuietConsole, expectSoon, panel } from "../page.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import {
  expectedAnswers,
  expectedKey,
  expectedListed,
  expectedParts,
  expectedSpread,
  expectedTrend,
  expectedWaiting,
  figures,
  readRows,
} from "./times-page.ts";

const crm = serverForFile({ file: CRM_FILE });
const mixed = mixedServerForFile();
expectQuietConsole();

/** Ages end on half hours, so that no whole hour passes while the tests run. */
const NOW = Date.now();
const RECENT = Array.from({ length: 240 }, (_, at): Referral => {
  const created = NOW - (at * 1.5 + 0.5) * HOUR - (at % 7 === 0 ? 20 * DAY : 0);
  const text = (ms: number) => new Date(ms).toISOString().slice(0, 19);
  return {
    id: `r${at}`,
    status: at % 3 === 0 ? "New" : at % 5 === 0 ? "Acknowledged" : at % 4 === 0 ? "Accepted" : "Declined",
    customerName: `Company ${at}`,
    customerMarket: "DE FR GB US".split(" ")[(at * at) % 4] ?? null,
    createdDate: text(created),
    acknowledgedDate: at % 3 !== 0 && at % 5 === 0 ? text(created + at * 3 * 60_000) : null,
    acceptedDate: at % 3 !== 0 && at % 4 === 0 ? text(created + at * 17 * 60_000) : null,
  };
});
const RECENT_FILE = join(tmpdir(), `recent-referrals-${process.pid}.json`);
let recent: RunningServer;
test.beforeAll(async () => {
  await writeFile(RECENT_FILE, JSON.stringify(RECENT));
  recent = await startServer({ file: RECENT_FILE });
});
test.afterAll(async () => {
  await recent.stop();
  await rm(RECENT_FILE, { force: true });
});
const RECENT_DAYS = "from=2000-01-01&to=2199-12-31&grain=year";

const days = ({ from, to }: Period) => `from=${from}&to=${to}`;
/** Every link of the page to referrals, with the number on it: as many as the link asks for. */
async function expectLinksToOpenTheirFigures(
  page: Page,
  referrals: readonly Referral[],
  titles: readonly string[],
): Promise<void> {
  for (const title of titles) {
    const links = await panel(page, title)
      .locator('a[href*="/referrals?"]:has(data)')
      .evaluateAll((nodes) =>
        nodes.map((node) => ({
          href: node.getAttribute("href") ?? "",
          value: node.querySelector("data")?.value ?? "",
          text: node.textContent ?? "",
        })),
      );
    const counts = links.filter(({ text }) => /^[\d,]+$/.test(text));
    expect(counts.length, title).toBeGreaterThan(0);
    for (const { href, value } of counts)
      expect(behindAddress(referrals, href, Date.now()), `${title}: ${href}`).toHaveLength(Number(value));
  }
}

for (const [name, server, all, period, market] of [
  ["a CRM", crm, CRM_REFERRALS, WHOLE_TIME, ""],
  ["a market of mixed data", mixed, MIXED_REFERRALS, MIXED_TIME, "US"],
  ["mixed data @long", mixed, MIXED_REFERRALS, MIXED_TIME, ""],
] as const) {
  test(`the times of ${name} are those of an independent count`, async ({ page }) => {
    const some = createdIn(all, period).filter((one) => market === "" || marketOf(one) === market);
    const time = market === "" ? "accepted-won" : "created-accepted";
    const only = market === "" ? "" : `&market=${market}`;
    await page.goto(`${server().url}/times?${days(period)}&as=table&grain=month&time=${time}${only}`);
    await expectSoon(() => readRows(page, "Response times", [1, 2, 3, 4]), expectedKey(some));
    expect(figures(await readRows(page, "How long it took", [1, 2]))).toEqual(expectedSpread(some, time));
    expect(await readRows(page, "Answered on time", [1, 2])).toEqual(expectedAnswers(some, [DAY, 14 * DAY]));
    expect(await readRows(page, "What to answer next", [1])).toEqual(expectedWaiting(some, DAY, 14 * DAY));
    const options = { basis: "created", period, grain: "month" } as const;
    expect(figures(await readRows(page, "Over time", [1, 2, 3]))).toEqual(expectedTrend(some, time, options));
    const parts = await readRows(page, "By customer market", [1, 2, 3, 4, 5, 6]);
    expect(parts).toEqual(expectedParts(some, "market", time, DAY));
    // Each link is counted by itself: the large file is left to fewer of them.
    const titles = ["How long it took", "What to answer next"];
    const more =
      name === "a CRM" ? [] : ["Response times", "Answered on time", "Over time", "By customer market"];
    await expectLinksToOpenTheirFigures(page, some, [...titles, ...more]);
  });
}

test("what to answer next is the oldest first, by limits of one's own", async ({ page }) => {
  await page.goto(`${recent.url}/times?${RECENT_DAYS}&hours=48&days=7`);
  const urgent = panel(page, "What to answer next");
  const listed = (name: string) =>
    urgent.getByRole("region", { name }).getByRole("rowheader").allTextContents();
  const overdue = expectedListed(RECENT, (age) => age > 48 * HOUR);
  const soon = expectedListed(RECENT, (age) => age <= 48 * HOUR && age > 24 * HOUR);
  expect(soon.length).toBeGreaterThan(2);
  await expectSoon(() => listed("Overdue, oldest first"), overdue.slice(0, 10));
  expect(await listed("Due in the next 24 hours, most urgent first")).toEqual(soon.slice(0, 10));
  await expect(urgent.getByRole("link", { name: `Show all ${overdue.length}` })).toHaveAttribute(
    "href",
    /only=overdue:answer;limits:48~168/,
  );
  await expect(urgent.getByRole("link", { name: overdue[0] ?? "" })).toHaveAttribute("href", /row=r\d+$/);
  await page.goto(`${recent.url}/times?${RECENT_DAYS}&hours=48&days=7&as=table`);
  await expectSoon(
    () => readRows(page, "Answered on time", [1, 2]),
    expectedAnswers(RECENT, [2 * DAY, 7 * DAY]),
  );
  expect(await readRows(page, "What to answer next", [1])).toEqual(expectedWaiting(RECENT, 2 * DAY, 7 * DAY));
  expect(await readRows(page, "Response times", [1, 2, 3, 4])).toEqual(expectedKey(RECENT));
  await expectLinksToOpenTheirFigures(page, RECENT, ["What to answer next", "Answered on time"]);
});

test("limits, time, order and market are chosen on the page and stand in the address", async ({ page }) => {
  await page.goto(`${mixed().url}/times?${days(MIXED_TIME)}&hours=soon`);
  await expect(page.getByText("“soon” isn’t valid for “hours”")).toBeVisible();
  const hours = page.getByRole("spinbutton", { name: "Answer limit in hours" });
  await hours.fill("72");
  await hours.press("Enter");
  await expect(page).toHaveURL(/hours=72/);
  await expect(panel(page, "Answered on time").getByText("within 3 days", { exact: false })).toBeVisible();
  await page.getByRole("combobox", { name: "Time" }).selectOption("Created to accepted");
  await expect(page).toHaveURL(/time=created-accepted/);
  const parts = panel(page, "By customer market");
  await parts.getByRole("button", { name: "Median" }).click();
  await expect(page).toHaveURL(/sort=-median/);
  await expect(parts.getByRole("columnheader", { name: "Median" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await parts.getByRole("button", { name: "Show all" }).click();
  await expect(page).toHaveURL(/all=1/);
  const medians = (await readRows(page, "By customer market", [3])) as [string, number][];
  expect(medians.map(([, median]) => median)).toEqual(
    medians.map(([, median]) => median).toSorted((a, b) => b - a),
  );
  await parts.getByRole("button", { name: "France" }).click();
  await expect(page).toHaveURL(/market=FR/);
  await expect(parts.getByRole("rowheader")).toHaveText([/France/]);
});

test("the pictures have no barrier that axe finds, and nothing is cut off at 320 pixels", {
  tag: "@long",
}, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${recent.url}/times?${RECENT_DAYS}`);
  await expect(panel(page, "By customer market").getByRole("rowheader").first()).toBeVisible();
  await expect(page.locator(".time__figure svg").first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
