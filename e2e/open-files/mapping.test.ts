import { readFile } from "node:fs/promises";
import { expect, test } from "playwright/test";
import { expectQuietConsole } from "../page.ts";
import { confirm, drop, goTo, report } from "./opening.ts";
import { staticSite } from "./static-site.ts";

const site = staticSite();
expectQuietConsole();

/** A table of another program: a creation date that is known by its name and content, the rest by nobody. */
const deals = (name: string, first: number) => ({
  name,
  text: `Deal,Where,What became of it,Created on,Sold\n${first},Germany,won,2026-10-01,Backup\n${first + 1},France,still on,2026-10-02,Mesh\n`,
});

test("an unknown table is mapped in the page, and the next one like it is known", async ({ page }) => {
  await page.goto(site());
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await drop(page, [deals("deals.csv", 1)]);
  const dialog = report(page);
  await expect(dialog.getByText("This table has an unknown format.")).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^Where Germany · France/ })).toBeVisible();
  await expect(dialog.getByLabel("Created on", { exact: true })).toHaveValue("createdDate");
  for (const [column, field] of [
    ["Deal", "id"],
    ["Where", "customerMarket"],
    ["What became of it", "status"],
    ["Sold", "solutions"],
  ] as const)
    await dialog.getByLabel(column, { exact: true }).selectOption(field);
  // Words that are no status are asked for, once their column is said to be the status.
  await dialog.getByLabel(/still on/).selectOption("Accepted");
  const arrives = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as JSON" }).click();
  const saved = await arrives;
  expect(saved.suggestedFilename()).toBe("mapping.json");
  expect(JSON.parse(await readFile(await saved.path(), "utf8"))).toEqual({
    columns: {
      "Created on": "createdDate",
      Deal: "id",
      Where: "customerMarket",
      "What became of it": "status",
      Sold: "solutions",
    },
    statuses: { "still on": "Accepted" },
  });
  await dialog.getByRole("button", { name: "Use these columns" }).click();
  await expect(dialog.getByText("2 referrals found.")).toBeVisible();
  await confirm(page);
  await drop(page, [deals("more-deals.csv", 3)]);
  await expect(dialog.getByText("2 referrals found.")).toBeVisible();
  await dialog.getByLabel("The files that are open now").selectOption("add");
  await expect(dialog.getByText("4 referrals found.")).toBeVisible();
  await confirm(page);
  await expect(page.getByText("deals.csv, more-deals.csv: opened in this tab")).toBeVisible();
  await goTo(page, "/trends?from=2026-01-01&to=2026-12-31&as=table&split=solution");
  await expect(page.getByRole("columnheader", { name: "Mesh" })).toBeVisible();
  await goTo(page, "/?from=2026-01-01&to=2026-12-31&outcome=open-accepted");
  await expect(page.getByText("2 referrals", { exact: true }).first()).toBeVisible();
});

test("an unknown table is mapped by keyboard, at 390 px", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site());
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await drop(page, [deals("deals.csv", 1)]);
  const dialog = report(page);
  const column = (name: string) => dialog.getByLabel(name, { exact: true });
  // A way on without an ID, too.
  await expect(
    dialog.getByText(/If there is none: add a column with a different ID in each row/),
  ).toBeVisible();
  for (const [name, typed, field] of [
    ["Deal", "referral", "id"],
    ["Where", "customer m", "customerMarket"],
    ["What became of it", "status", "status"],
  ] as const) {
    // The first one has the focus by itself.
    await expect(column(name)).toBeFocused();
    await page.keyboard.type(typed);
    await expect(column(name)).toHaveValue(field);
    await page.keyboard.press("Tab");
  }
  await expect(column("Created on")).toBeFocused();
  for (const _ of ["Sold", "still on", "Use these columns"]) await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Use these columns" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("2 referrals found.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Open", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("deals.csv: opened in this tab")).toBeVisible();
});

test("damaged columns of the device are told where they are asked for again, once", async ({ page }) => {
  await page.goto(site());
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await drop(page, [deals("deals.csv", 1)]);
  const dialog = report(page);
  const damage = dialog.getByText("The columns kept on this device for such files couldn’t be read.");
  const use = async () => {
    await dialog.getByLabel("Deal", { exact: true }).selectOption("id");
    await dialog.getByRole("button", { name: "Use these columns" }).click();
    await expect(dialog.getByText("2 referrals found.")).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
  };
  await expect(dialog.getByLabel("Deal", { exact: true })).toBeVisible();
  await expect(damage).toHaveCount(0);
  await use();
  await page.evaluate(() => {
    const [name = "", text = ""] =
      Object.entries(localStorage).find(([key]) => key.endsWith("file-mappings")) ?? [];
    localStorage.setItem(name, text.replace('"id"', '"nothing"'));
  });
  await drop(page, [deals("deals.csv", 1)]);
  await expect(damage).toHaveCount(1);
  await use();
  await drop(page, [deals("deals.csv", 1)]);
  await expect(dialog.getByText("2 referrals found.")).toBeVisible();
  await expect(damage).toHaveCount(0);
});
