import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import type { Referral } from "../oracle/csv.ts";
import { marketOf } from "../oracle/markets.ts";
import { createdIn } from "../oracle/period.ts";
import { qualityClasses } from "../oracle/quality.ts";
import { expectQuietConsole, expectSoon, readTable } from "../page.ts";
import { type RunningServer, startServer } from "../start-server.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

function expectedClasses(referrals: readonly Referral[], now: number): Record<string, number> {
  const classes = qualityClasses(referrals, now);
  const counts = Object.entries(classes).map(([name, holds]) => [name, referrals.filter(holds).length]);
  const any = referrals.filter((one) => Object.values(classes).some((holds) => holds(one))).length;
  return { ...Object.fromEntries(counts), any };
}

async function readClasses(page: Page): Promise<Record<string, number>> {
  const [, ...rows] = await readTable(page.getByRole("region", { name: "Data quality" }).getByRole("table"));
  return Object.fromEntries(
    rows.map(([name, count]) => [name?.value ?? "", Number(count?.value || Number.NaN)]),
  );
}

const sound = {
  status: "Won",
  customerName: "Odd & Sons",
  customerMarket: "DE",
  partnerMarket: "US",
  createdDate: "2024-05-06T07:08:09",
  acceptedDate: "2024-05-07T00:00:00",
  wonDate: "2024-06-01T00:00:00",
};
const ODD: Referral[] = [
  { ...sound, id: "1" },
  { ...sound, id: "2", acknowledgedDate: "30 February" },
  { ...sound, id: "3", wonDate: "2024-05-06T08:00:00" },
  { ...sound, id: "4", lostDate: "2024-06-02T00:00:00" },
  { ...sound, id: "5", status: "Limbo", partnerMarket: "QQ" },
  { ...sound, id: "6", customerMarket: null },
  { ...sound, id: "7", customerName: "First" },
  { ...sound, id: "7", customerName: "Second" },
  { ...sound, id: "8", createdDate: null },
  { ...sound, id: "9", status: "archived", wonDate: null },
];
const ODD_FILE = join(tmpdir(), `odd-referrals-${process.pid}.json`);
let odd: RunningServer;
test.beforeAll(async () => {
  await writeFile(ODD_FILE, JSON.stringify(ODD));
  odd = await startServer({ file: ODD_FILE });
});
test.afterAll(async () => {
  await odd.stop();
  await rm(ODD_FILE, { force: true });
});

test("each class of odd records is counted and opens its records", async ({ page }) => {
  await page.goto(`${odd.url}/?from=2024-01-01&to=2024-12-31`);
  const toggle = page.getByRole("button", { name: /issues/ });
  await expect(toggle).toHaveText("at least 2 records with issues");
  await toggle.click();
  const expected = expectedClasses(createdIn(ODD, { from: "2024-01-01", to: "2024-12-31" }), Date.now());
  expect(expected).toMatchObject({ "backward-dates": 1, "repeated-id": 2, any: 7 });
  await expectSoon(() => readClasses(page), expected);
  await expect(toggle).toHaveText("7 records with issues");
  const strip = page.getByRole("region", { name: "Data quality" });
  for (const name of Object.keys(expected).filter((one) => one !== "any"))
    await expect(strip.locator(`a[href*="only=quality:${name}"]`)).toHaveCount(1);
  await expect(strip.getByText("1 referral in the data has no readable created date")).toBeVisible();
  await expect(strip.getByRole("link", { name: "Show referrals" })).toHaveAttribute("href", /only=undated:1/);
});

test("the classes of a CRM's records follow the market that is chosen", async ({ page }) => {
  await page.goto(`${crm().url}/?from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}&market=KR`);
  await page.getByRole("button", { name: /issues|Check data quality/ }).click();
  const koreans = createdIn(CRM_REFERRALS, WHOLE_TIME).filter((one) => marketOf(one) === "KR");
  await expectSoon(() => readClasses(page), expectedClasses(koreans, Date.parse("2018-01-01")));
});
