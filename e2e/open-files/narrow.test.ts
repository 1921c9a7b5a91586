import { readFileSync } from "node:fs";
import { expect, test } from "playwright/test";
import { expectQuietConsole } from "../page.ts";
import { goTo } from "./opening.ts";
import { staticSite } from "./static-site.ts";

const site = staticSite();
expectQuietConsole();

const FILES = [
  "leads-insights-download.csv",
  "cosell-opportunities-download.csv",
  "azure-ip-cosell-deal-registrations-download.csv",
].map((name) => ({
  ...{ name, mimeType: "text/csv" },
  buffer: readFileSync(new URL(`../fixtures/partner-files/${name}`, import.meta.url)),
}));

test("at 390 px in German, rejected rows and the first amounts are in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site()}/?lang=de`);
  const chooses = page.waitForEvent("filechooser");
  await page.getByRole("banner").getByRole("button", { name: "Dateien öffnen" }).click();
  await (await chooses).setFiles(FILES);
  const dialog = page.getByRole("dialog", { name: "Dateien öffnen" });
  for (const name of ["Zeilen", "Abgelehnt"])
    await expect(dialog.getByRole("columnheader", { name })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: "Öffnen", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("in diesem Tab geöffnet")).toBeVisible();
  await goTo(page, "/deals?lang=de&from=2026-01-01&to=2026-12-31");
  const values = page.getByRole("region", { name: "Wert nach Währung" });
  // What is open, and what was won.
  for (const name of ["38.280 USD", "39.360,58 USD"]) {
    const amount = values.getByText(name, { exact: true });
    await amount.scrollIntoViewIfNeeded();
    expect(await amount.evaluate((text) => text.closest(".table-scroll")?.scrollLeft)).toBe(0);
    await expect(amount).toBeInViewport({ ratio: 1 });
  }
});
