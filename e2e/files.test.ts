import { expect, test } from "playwright/test";
import { serverForFile } from "./crm.ts";
import { expectQuietConsole, goTo, readTable } from "./page.ts";

const PARTNER = "e2e/fixtures/partner-files";
const together = serverForFile({
  file: ["leads-insights", "cosell-insights", "azure-ip-cosell-deal-registrations"]
    .map((name) => `${PARTNER}/${name}-download.csv`)
    .join(","),
});
const undated = serverForFile({
  file: `${PARTNER}/leads-insights-download.csv,${PARTNER}/cosell-opportunities-download.csv`,
});
expectQuietConsole();

// Counted by hand in the two files: 12 leads and 8 deals.
const CREATED = 20;
const REACHED = { accepted: 11, won: 4 };

test("leads, deals and registrations are one set of referrals in every view, and what no file has is said", async ({
  page,
}) => {
  test.slow();
  await test.step("leads, deals and registrations are one set of referrals in every view", async () => {
    await page.goto(together().url);
    const figures = page.getByRole("region", { name: "Key figures" });
    await expect(figures).toContainText(`Created${CREATED}`);
    await expect(figures).toContainText(`Accepted${REACHED.accepted}`);
    await expect(figures).toContainText(`Won${REACHED.won}`);
    // Pending or without a status, and older than a day: two leads and a deal.
    await expect(figures).toContainText("Overdue3");
    await expect(page.getByText("as of Nov 24, 2026 (newest date in the file)")).toBeVisible();

    await page.goto(`${together().url}/funnel`);
    await expect(page.getByRole("region", { name: "From created to won" })).toContainText("11 implied");
    await expect(page.getByText(/these files don’t contain accepted date/)).toBeVisible();

    await page.goto(`${together().url}/times`);
    await expect(page.getByRole("region", { name: "Answered on time" })).toContainText(
      "These files don’t contain: acknowledged date and accepted date. Open files that have these dates, or connect the Referrals API.",
    );
    await expect(page.getByText("Nothing is overdue")).toHaveCount(0);

    await page.goto(`${together().url}/markets`);
    await expect(page.getByRole("columnheader", { name: "Days to accept" })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Routing" })).toContainText(
      "Add a file that contains this information.",
    );
  });
  await test.step("the list leaves out what no file has, and finds a customer", async () => {
    await goTo(page, `${together().url}/referrals`);
    await expect(page.getByRole("heading", { name: `${CREATED} referrals` })).toBeVisible();
    const heads = page.getByRole("columnheader");
    await expect(heads.filter({ hasText: "Outcome" })).toBeVisible();
    for (const absent of ["Partner market", "Organisation size", "Response time"])
      await expect(heads.filter({ hasText: absent })).toHaveCount(0);
    await page.getByRole("searchbox", { name: "Search names and IDs" }).fill("rheinwerk");
    await expect(page.getByRole("row").filter({ hasText: "Tailspin Toys" })).toHaveCount(0);
    await expect(page.getByRole("row").filter({ hasText: "Rheinwerk Muster GmbH" })).toContainText("Won");
  });
  await test.step("a period over a date that no file has says so, and leads back", async () => {
    await goTo(page, `${together().url}/trends?basis=accepted`);
    await expect(page.getByText("These files don’t contain the accepted date")).toBeVisible();
    await page.getByRole("button", { name: "Use the created date" }).click();
    await expect(page.getByRole("region", { name: "Referrals over time" })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "By date" })).toContainText(
      "accepted (not in these files)",
    );
  });
  await test.step("data quality says what was read, what is missing, and notes nothing that the files never had", async () => {
    await goTo(page, together().url);
    await page.getByRole("button", { name: "Check data quality" }).click();
    const quality = page.getByRole("region", { name: "Data quality" });
    await expect(quality).toContainText("leads-insights-download.csv: leads download, 12 rows");
    await expect(quality).toContainText("cosell-insights-download.csv: co-sell insights download, 8 rows");
    await expect(quality).toContainText("6 deal registrations have no referral in these files.");
    await expect(quality).toContainText("These files don’t contain: organisation size and partner market.");
    await expect(async () => {
      const [, ...rows] = await readTable(quality.getByRole("table"));
      const counts = Object.fromEntries(rows.map(([name, count]) => [name?.value ?? "", count?.value]));
      expect(counts).toMatchObject({
        "unnamed-market": "0",
        "status-against-dates": "0",
        "no-created-date": "0",
      });
    }).toPass({ timeout: 20_000 });
  });
});

test("where some have no created date nothing is called complete, and overdue is a least", async ({
  page,
}) => {
  await page.goto(undated().url);
  await expect(page.getByText("Partly read")).toBeVisible();
  const figures = page.getByRole("region", { name: "Key figures" });
  await expect(figures).toContainText("not answered within 24 hours, at least");
  await page.getByRole("button", { name: "Check data quality" }).click();
  await expect(page.getByRole("region", { name: "Data quality" })).toContainText(
    "1 deal was closed as an error and is in no figure.",
  );
});

for (const [language, sentence] of [
  ["de", "Diese Dateien enthalten nicht: Bestätigungsdatum und Annahmedatum."],
  ["zh-Hant", "這些檔案不包含：確認日期和接受日期。"],
] as const)
  test(`says what is missing in ${language}`, async ({ page }) => {
    await page.goto(`${together().url}/times?lang=${language}`);
    await expect(page.getByText(sentence).first()).toBeVisible();
  });
