import { readFileSync } from "node:fs";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE } from "../crm.ts";
import { expectQuietConsole } from "../page.ts";
import { accountButton, chooseInAccountMenu, expectSignInPage, signInAs } from "../sign-in/steps.ts";
import { startServer } from "../start-server.ts";
import { confirm, drop, expectDrawn, report } from "./opening.ts";
import { staticSite } from "./static-site.ts";

const site = staticSite();
expectQuietConsole();

const HEAD = "id,status,customerMarket,createdDate";
const FIRST = { name: "first.csv", text: `${HEAD}\na1,Won,DE,2026-11-01\na2,Lost,DE,2026-11-02\n` };
const SECOND = { name: "second.csv", text: `${HEAD}\nb1,Won,FR,2026-11-01\n` };
const partnerFile = (name: string) => ({
  name,
  text: readFileSync(new URL(`../fixtures/partner-files/${name}`, import.meta.url), "utf8"),
});
const LEADS = partnerFile("leads-insights-download.csv");
const API = partnerFile("referrals-api-v1-page1.json");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const open = (page: Page) => report(page).getByRole("button", { name: "Open", exact: true });
const mode = (page: Page) => report(page).getByLabel("The files that are open now");

async function begin(page: Page): Promise<void> {
  await page.goto(`${site()}/?lang=en`);
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
}

async function keepFirst(page: Page): Promise<void> {
  await begin(page);
  await drop(page, [FIRST]);
  await confirm(page);
  await button(page, "Keep on this device").click();
  await expect(page.getByText("first.csv: kept on this device, not uploaded")).toBeVisible();
}

async function openInstead(page: Page): Promise<void> {
  await drop(page, [SECOND]);
  await mode(page).selectOption("replace");
  await open(page).click();
  await expect(page.getByText("second.csv: opened in this tab, not uploaded")).toBeVisible();
}

const STILL_KEPT = /^Kept on this device: first\.csv, read .+ Opens when the page is loaded again\./;

test("other files opened over kept ones: both are named, kept instead or forgotten", async ({ page }) => {
  await keepFirst(page);
  await openInstead(page);
  await expect(page.getByText(STILL_KEPT)).toBeVisible();
  await page.reload();
  await expect(page.getByText("first.csv: kept on this device, not uploaded")).toBeVisible();
  await expect(page.getByText("were closed when the page was loaded again")).toBeVisible();

  await openInstead(page);
  await button(page, "Keep these instead").click();
  await expect(page.getByText("second.csv: kept on this device, not uploaded")).toBeVisible();
  await expect(page.getByText(/^Kept on this device:/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("second.csv: kept on this device, not uploaded")).toBeVisible();
  await expect(page.getByText("were closed when the page was loaded again")).toHaveCount(0);
});

test("what was forgotten while other files are open does not come back, nor when these are undone", async ({
  page,
}) => {
  await keepFirst(page);
  await openInstead(page);
  await button(page, "Forget").click();
  await expect(page.getByText("Removed from this device.")).toBeVisible();
  await expect(page.getByText(STILL_KEPT)).toHaveCount(0);
  await button(page, "Keep on this device").click();
  await expect(page.getByText("second.csv: kept on this device")).toBeVisible();
  await button(page, "Undo opening").click();
  await expect(page.getByText("first.csv: opened in this tab, not uploaded")).toBeVisible();
  await expect(page.getByText("Removed from this device.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
});

test("kept files that are closed are said to stay, and can be opened or forgotten", async ({ page }) => {
  await keepFirst(page);
  await button(page, "Close files").click();
  await expect(page.getByText("The files are closed.")).toBeVisible();
  await expect(page.getByText(STILL_KEPT)).toBeVisible();
  await button(page, "Open").click();
  await expect(page.getByText("first.csv: kept on this device, not uploaded")).toBeVisible();
  await expectDrawn(page);
  await button(page, "Close files").click();
  await button(page, "Forget").click();
  await expect(page.getByText("Removed from this device.")).toBeVisible();
  await expect(page.getByText(STILL_KEPT)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await expect(page.getByText("first.csv")).toHaveCount(0);
});

test("files that were not kept are said to be closed by loading the page again", async ({ page }) => {
  await begin(page);
  await drop(page, [FIRST]);
  await confirm(page);
  await page.reload();
  const notice = page.getByRole("status").filter({ hasText: "were closed when the page was loaded again" });
  await expect(notice).toBeVisible();
  const chooses = page.waitForEvent("filechooser");
  await notice.getByRole("button", { name: "Open files" }).click();
  await (await chooses).setFiles(CRM_FILE);
  await confirm(page);
  await expect(notice).toHaveCount(0);
  await button(page, "Close files").click();
  await page.reload();
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("what another tab forgets is no longer called kept in this one", async ({ page, context }) => {
  await keepFirst(page);
  const other = await context.newPage();
  await other.goto(site());
  await expect(other.getByText("first.csv: kept on this device")).toBeVisible();
  await button(other, "Forget").click();
  await expect(other.getByText("Removed from this device.")).toBeVisible();
  await expect(page.getByText("first.csv: opened in this tab, not uploaded")).toBeVisible();
  await expect(page.getByText("Another tab has kept or removed files")).toBeVisible();
  await expect(button(page, "Forget")).toHaveCount(0);
  await page.getByRole("button", { name: "Check data quality" }).click();
  const quality = page.getByRole("region", { name: "Data quality" });
  await expect(quality).toContainText("first.csv");
  await expect(quality).not.toContainText("import is kept");
  await button(page, "Keep on this device").click();
  await expect(page.getByText("first.csv: kept on this device, not uploaded")).toBeVisible();
  await expect(quality).toContainText("1 import is kept");
});

test("a download of another kind is added to what is kept, one of the same kind imported over it", async ({
  page,
}) => {
  await begin(page);
  await drop(page, [LEADS]);
  await confirm(page);
  await button(page, "Keep on this device").click();
  await expect(page.getByText(`${LEADS.name}: kept on this device`)).toBeVisible();
  await drop(page, [API]);
  await expect(mode(page)).toHaveValue("add");
  await open(page).click();
  const both = `${LEADS.name}, ${API.name}`;
  await expect(page.getByText(`${both}: opened in this tab`)).toBeVisible();
  await expect(page.getByText(`Source: ${both}`)).toBeVisible();
  await button(page, "Keep these instead").click();
  await expect(page.getByText(`${both}: kept on this device`)).toBeVisible();
  await drop(page, [{ ...LEADS, text: LEADS.text.replace("Pending", "Accepted") }]);
  await expect(mode(page)).toHaveValue("newer");
  await open(page).click();
  await expect(page.getByText(`${both}: kept on this device`)).toBeVisible();
  // Still of both kinds, though the newest import was of one.
  await drop(page, [{ ...API, text: API.text.replace("{", "{ ") }]);
  await expect(mode(page)).toHaveValue("newer");
});

test("files dropped while others are read or reported are read together with them", async ({ page }) => {
  await begin(page);
  const rows = Array.from({ length: 100_000 }, (_, at) => `r${at},Won,DE,2026-11-01`);
  await drop(page, [{ name: "large.csv", text: `${HEAD}\n${rows.join("\n")}\n` }]);
  await drop(page, [FIRST]);
  await expect(report(page).getByText("100,002 referrals found.")).toBeVisible();
  await drop(page, [SECOND]);
  await expect(report(page).getByText("100,003 referrals found.")).toBeVisible();
  await confirm(page);
  await expect(page.getByText("large.csv, first.csv, second.csv: opened in this tab")).toBeVisible();
});

test("whoever is signed in finds the account and the way out while files are open", async ({ page }) => {
  const local = await startServer({ port: 0, signIn: "local" });
  try {
    await signInAs(page, "Referrals admin", local.url);
    await expectDrawn(page);
    await drop(page, [FIRST]);
    await confirm(page);
    await expect(accountButton(page)).toContainText("Referrals admin");
    await chooseInAccountMenu(page, "Sign out");
    await expectSignInPage(page);
    await expect(page.getByText("were closed when the page was loaded again")).toBeVisible();
  } finally {
    await local.stop();
  }
});
