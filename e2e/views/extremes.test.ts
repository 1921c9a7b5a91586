import { fileURLToPath } from "node:url";
import { expect, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole, panel, readTable } from "../page.ts";

/** 240 referrals of 2026, and one created in 2062. */
const TYPO = fileURLToPath(new URL("../fixtures/files-in-the-wild/03-future-typo.csv", import.meta.url));

const server = serverForFile({ file: TYPO });
expectQuietConsole();

test("a mistyped year steers no period and no axis, and is reached under data quality", async ({ page }) => {
  await page.goto(`${server().url}/?as=table`);
  const created = panel(page, "Key figures").getByRole("row", { name: /^Created/ });
  await expect(created.locator('data[value="240"]')).toBeVisible();
  await page.goto(`${server().url}/?as=table&from=2026-01-01&to=2026-03-31`);
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByRole("button", { name: "All time" }).click();
  await page.keyboard.press("Escape");
  await expect(created.locator('data[value="240"]')).toBeVisible();
  const [, ...buckets] = await readTable(panel(page, "Referrals over time").getByRole("table"));
  expect(buckets.length).toBeLessThanOrEqual(60);

  await page.getByRole("button", { name: /records? with issues|Check data quality|No issues/ }).click();
  const quality = page.getByRole("region", { name: "Data quality" });
  await expect(quality).toContainText(/1 referral was created .*2062.* after the time of the data/);
  await quality
    .getByText(/created .*2062/)
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/\/referrals\?from=2062/);
  await expect(page.getByRole("grid").getByText(/2062/)).toBeVisible();
});
