import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, test } from "playwright/test";
import { take } from "../exported-files.ts";
import { readCsv } from "../oracle/csv.ts";
import { expectQuietConsole } from "../page.ts";
import { confirm, drop, expectDrawn, goTo, report } from "./opening.ts";
import { staticSite } from "./static-site.ts";

const site = staticSite();
expectQuietConsole();

const OLDER = readFileSync(
  new URL("../fixtures/partner-files/cosell-insights-download.csv", import.meta.url),
  "utf8",
);
/** A week later: one deal is gone from the download, one was accepted, one was lost. */
const NEWER = OLDER.split("\n")
  .filter((line) => !line.startsWith("c0000000-0000-4000-8000-000000000003"))
  .map((line) =>
    line.startsWith("c0000000-0000-4000-8000-000000000006") ? line.replace("Pending", "Accepted") : line,
  )
  .map((line) =>
    line.startsWith("c0000000-0000-4000-8000-000000000008") ? line.replace("Accepted", "Lost") : line,
  )
  .join("\n");

test("a newer import of what is kept dates what changed, keeps what it lacks @long", async ({ page }) => {
  await page.goto(`${site()}/?lang=en`);
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await drop(page, [{ name: "deals.csv", text: OLDER }]);
  await confirm(page);
  const quality = page.getByRole("region", { name: "Data quality" });
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("kept on this device, not uploaded")).toBeVisible();
  await page.getByRole("button", { name: "Check data quality" }).click();
  await expect(quality).toContainText("1 import is kept");
  await expect(quality).toContainText("Import newer files again next week");

  await drop(page, [{ name: "deals.csv", text: NEWER }]);
  await expect(report(page).getByRole("combobox")).toHaveValue("newer");
  await expect(report(page).getByText("8 referrals found")).toBeVisible();
  await report(page).getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("kept on this device, not uploaded")).toBeVisible();
  await expectDrawn(page);
  await page.reload();
  await expectDrawn(page);
  await page.getByRole("button", { name: "Check data quality" }).click();
  await expect(quality).toContainText("2 imports are kept");
  await expect(quality).toContainText("2 dates are known only to lie between two imports");

  const accepted = "c0000000-0000-4000-8000-000000000006";
  await goTo(page, `/?lang=en&since=${new Date().toISOString().slice(0, 10)}`);
  const since = page.getByRole("region", { name: "Since your last visit" });
  await expect(since).toContainText(/1 accepted.*1 lost.*2 outcomes changed/);
  await goTo(page, `/referrals?lang=en&from=2026-01-01&to=2026-12-31&row=${accepted}`);
  await expect(page.getByRole("dialog", { name: "=Test AG" })).toContainText(
    /Accepted.*about .+ later.*between two imports.*Created to accepted: about /,
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "8 referrals" })).toBeVisible();
  const text = await readFile(await (await take(page, "8 referrals", "CSV")).path(), "utf8");
  const [deal] = readCsv(text).filter(({ ID }) => ID === accepted);
  expect(deal?.["Accepted (note)"]).toMatch(/^between .+ and .+|^on /);
  expect(deal?.["Response time (note)"]).toBe(deal?.["Accepted (note)"]);
  await goTo(page, "/times?lang=en&from=2026-01-01&to=2026-12-31");
  await expect(page.getByText("1 date is known only to lie between two imports")).toBeVisible();
});
