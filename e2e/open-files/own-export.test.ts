import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "playwright/test";
import { take } from "../exported-files.ts";
import { expectQuietConsole, panel, readTable } from "../page.ts";
import { confirm, dropPaths, goTo, report } from "./opening.ts";
import { staticSite } from "./static-site.ts";

const site = staticSite();
expectQuietConsole();

const FILES = ["leads-insights-download.csv", "referrals-api-v1-page1.json"].map((name) =>
  fileURLToPath(new URL(`../fixtures/partner-files/${name}`, import.meta.url)),
);
const YEAR = "from=2026-01-01&to=2026-12-31";
const APPROXIMATE = /^Approximate, from the latest update or the contract: .*won date/;

async function open(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto(`${site()}/?${YEAR}`);
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await dropPaths(page, paths);
}

/** The figures of Deals, as they are shown. */
async function dealFigures(page: Page): Promise<unknown> {
  await goTo(page, `/deals?${YEAR}`);
  const euros = panel(page, "Value by currency").getByRole("row", { name: /^EUR/ });
  // Open with an update over 30 days before 24 November: only the lead of 30 June, last changed on 1 July.
  await expect(euros.getByRole("cell")).toHaveText([/33,000/, "2", /7,500\.50/, "1", /15,000/, "1"]);
  const risk = panel(page, "Value at risk");
  return Promise.all([
    readTable(panel(page, "Value by currency").getByRole("table")),
    readTable(risk.getByRole("table")),
    risk.locator(".panel__note").textContent(),
  ]);
}

async function exportList(page: Page, choice: string): Promise<string> {
  await goTo(page, `/referrals?${YEAR}`);
  const saved = await take(page, "18 referrals", choice);
  const path = test.info().outputPath(saved.suggestedFilename());
  await saved.saveAs(path);
  return path;
}

test("the exported list, opened again alone, has the same deals at risk and approximate dates", async ({
  page,
}) => {
  await open(page, FILES);
  await expect(report(page).getByText(APPROXIMATE)).toBeVisible();
  await confirm(page);
  const figures = await dealFigures(page);
  const exported = [await exportList(page, "CSV"), await exportList(page, "Excel workbook (XLSX)")];
  for (const path of exported) {
    await open(page, [path]);
    await expect(report(page).getByRole("cell", { name: "list exported from this dashboard" })).toBeVisible();
    await expect(report(page).getByText(APPROXIMATE)).toBeVisible();
    await expect(report(page).getByText(/^Without a time of day: created date/)).toBeVisible();
    await expect(report(page).getByText(/not read|aren’t read|not used/)).toHaveCount(0);
    await confirm(page);
    expect(await dealFigures(page)).toEqual(figures);
  }
});

test("without the latest updates nobody says that no deal is at risk", async ({ page }) => {
  await open(page, FILES);
  await confirm(page);
  await goTo(page, `/referrals?${YEAR}&cols=customer,outcome,created,market,id,currency,value`);
  const saved = await take(page, "18 referrals", "CSV");
  const path = test.info().outputPath("few-columns.csv");
  await saved.saveAs(path);
  await open(page, [path]);
  await confirm(page);
  await goTo(page, `/deals?${YEAR}`);
  const euros = panel(page, "Value by currency").getByRole("row", { name: /^EUR/ });
  await expect(euros.getByRole("cell")).toHaveText([/33,000/, "2", /7,500\.50/, "1", "–", "–"]);
  const risk = panel(page, "Value at risk");
  // The two without a status, of 1 August and 30 September.
  await expect(risk.getByRole("row")).toHaveText([/^Why/, /^Unanswered, past expiry2––2$/]);
  await expect(risk).toContainText("Not in this source: expected close and date of the last update.");
  await expect(risk).not.toContainText("%");
});
