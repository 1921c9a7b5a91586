import { expect, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { barriers } from "../everyone/looks.ts";
import { expectQuietConsole, panel } from "../page.ts";

const server = serverForFile({});
expectQuietConsole();

test("a note on a day is written by keyboard, shows on charts and in tables, and no audience sees it", async ({
  page,
}) => {
  await page.goto(`${server().url}/?from=2026-01-01&to=2026-06-30&grain=month`);
  await page.getByRole("button", { name: "Notes on days" }).press("Enter");
  const editor = page.getByRole("dialog", { name: "Notes on days" });
  await editor.getByLabel("Note", { exact: true }).fill("Campaign <b>started</b>");
  await editor.getByLabel("Note", { exact: true }).press("Enter");
  await expect(editor.getByRole("listitem")).toContainText("Jun 30, 2026 Campaign <b>started</b>");
  // The parts of a date are smaller than what else is pressed.
  expect(await barriers(page, "[role=dialog]", {})).toEqual([]);
  await editor.getByLabel("Note", { exact: true }).fill("Holiday");
  await editor.getByLabel("Note", { exact: true }).press("Enter");
  await expect(editor.getByRole("listitem")).toHaveCount(2);
  await editor.getByRole("button", { name: "Edit note: Holiday" }).press("Enter");
  await expect(editor.locator(":focus")).toHaveAttribute("role", "spinbutton");
  await editor.getByLabel("Note", { exact: true }).fill("Fair");
  await editor.getByLabel("Note", { exact: true }).press("Enter");
  await expect(editor.getByRole("listitem").last()).toHaveText(/Fair/);
  await editor.getByRole("button", { name: "Remove note: Fair" }).press("Enter");
  await expect(editor.getByRole("listitem")).toHaveCount(1);
  await expect(editor.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  const notes = panel(page, "Referrals over time").getByRole("region", { name: "Notes on days" });
  await expect(notes.getByRole("listitem")).toHaveText("1 Jun 30, 2026 Campaign <b>started</b>");
  await page.getByRole("button", { name: "Notes on days" }).press("Enter");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
  });
  await editor.getByLabel("Note", { exact: true }).fill("Lost");
  await editor.getByLabel("Note", { exact: true }).press("Enter");
  await expect(editor.getByRole("status")).toContainText("doesn’t allow storage");
  await page.goto(`${server().url}/trends?from=2026-01-01&to=2026-06-30&grain=month`);
  const trends = panel(page, "Referrals over time");
  const chart = trends.getByRole("slider");
  await chart.press("Home");
  await chart.press("End");
  await expect(trends.getByRole("status").filter({ hasText: "Campaign" })).toHaveCount(1);
  await trends.getByRole("button", { name: "Show as table" }).click();
  await expect(trends.getByRole("row").last()).toContainText("Campaign <b>started</b>");
  await page.goto(`${server().url}/trends?from=2026-01-01&to=2026-06-30&audience=safe`);
  await expect(page.getByRole("heading", { name: "Referrals over time" })).toBeVisible();
  await expect(page.getByText("Campaign")).toHaveCount(0);
});
