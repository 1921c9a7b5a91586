import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "../crm.ts";
import { misfits } from "../everyone/fit.ts";
import { barriers } from "../everyone/looks.ts";
import { expectQuietConsole, panel } from "../page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const RULE = { markets: [], partners: [], sizes: [], interval: "month", inARow: 1 };
const WON = { ...RULE, figure: "won", comparison: "over", threshold: 3 };
const TARGET = { name: "Program", figure: "acceptance", bound: "atLeast", percent: 80 };

/** Damaged in five ways: cut off, of another shape, of another version, no JSON, and one part of it no good. */
const DAMAGED = {
  "watch:": JSON.stringify([WON]).slice(0, -9),
  targets: JSON.stringify([TARGET, { ...TARGET, percent: 0 }]),
  "annotations:": '{"version":9,"notes":[]}',
  "visits:": "yesterday",
  "saved-views": JSON.stringify({
    version: 1,
    views: [{ name: "UK", address: "/?market=GB" }, { name: "" }],
  }),
};

const keptOf = (page: Page, name: string) => page.evaluate((key) => localStorage.getItem(key), name);

async function keep(page: Page, texts: Record<string, string>): Promise<void> {
  await page.evaluate((all) => {
    for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  }, texts);
  await page.reload();
}

/** Brings the panels into view that are far below. */
async function showRoutine(page: Page): Promise<void> {
  for (const part of ["#root .targets", "#root #watch"]) await page.locator(part).scrollIntoViewIfNeeded();
}

test("what this device keeps and nobody can read is said, and stays until it is saved, discarded or replaced", async ({
  page,
}) => {
  await page.goto(server().url);
  await keep(page, DAMAGED);
  const since = panel(page, "Since your last visit");
  await expect(since.getByRole("alert")).toContainText("The visits kept on this device can’t be read.");
  await expect(page.getByText("Your rules can’t be read.")).toBeVisible();
  await showRoutine(page);
  const [targets, watch] = [panel(page, "Targets"), panel(page, "Watch")];
  await expect(targets.getByRole("alert")).toContainText("The targets kept on this device can’t be read");
  await expect(watch.getByRole("alert")).toContainText("The rules kept on this device can’t be read");
  await expect(page.getByText(/No rules yet|No targets yet|From your next visit/)).toHaveCount(0);
  expect(await barriers(page, "main")).toEqual([]);
  await page.reload();
  for (const [name, text] of Object.entries(DAMAGED))
    expect([name, await keptOf(page, name)]).toEqual([name, text]);

  await showRoutine(page);
  const arrives = page.waitForEvent("download");
  await watch.getByRole("button", { name: "Save them as a file" }).click();
  expect(await readFile(await (await arrives).path(), "utf8")).toBe(DAMAGED["watch:"]);
  await watch.getByRole("button", { name: "Write a rule" }).click();
  expect(await keptOf(page, "watch:")).toBe(DAMAGED["watch:"]);
  await watch.getByRole("button", { name: "Add the rule" }).click();
  await expect(watch.getByRole("alert")).toHaveCount(0);
  expect(JSON.parse((await keptOf(page, "watch:")) ?? "")).toHaveLength(1);
  await targets.getByRole("button", { name: "Discard them" }).click();
  await expect(targets).toContainText("No targets yet");
  expect(await keptOf(page, "targets")).toBeNull();
  await since.getByRole("button", { name: "Discard them" }).click();
  await expect(since).toContainText("From your next visit on");
  expect(JSON.parse((await keptOf(page, "visits:")) ?? "").before).toEqual([]);

  await page.getByRole("button", { name: "Notes on days" }).click();
  const notes = page.getByRole("dialog", { name: "Notes on days" });
  await expect(notes.getByText("The notes kept on this device can’t be read")).toBeVisible();
  expect(await keptOf(page, "annotations:")).toBe(DAMAGED["annotations:"]);
  await notes.getByLabel("Note", { exact: true }).fill("Fair");
  await notes.getByLabel("Note", { exact: true }).press("Enter");
  await expect(notes.getByRole("listitem")).toHaveCount(1);
  await expect(notes.getByText("can’t be read")).toHaveCount(0);
  expect(JSON.parse((await keptOf(page, "annotations:")) ?? "").notes).toHaveLength(1);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Saved views" }).click();
  const saved = page.getByRole("dialog", { name: "Saved views" });
  await expect(saved.getByRole("alert")).toContainText("The saved views on this device can’t be read");
  await expect(saved.getByText("No saved views")).toHaveCount(0);
  await saved.getByRole("textbox", { name: "View name" }).fill("Mine");
  expect(await keptOf(page, "saved-views")).toBe(DAMAGED["saved-views"]);
  await saved.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saved.getByRole("alert")).toHaveCount(0);
  expect(JSON.parse((await keptOf(page, "saved-views")) ?? "").views).toMatchObject([{ name: "Mine" }]);
});

test("rules and targets of a second tab are not lost", async ({ page, context }) => {
  await page.goto(server().url);
  await showRoutine(page);
  const second = await context.newPage();
  await second.goto(server().url);
  await showRoutine(second);
  for (const tab of [page, second]) {
    const watch = panel(tab, "Watch");
    await watch.getByRole("button", { name: "Write a rule" }).click();
    if (tab === second) await watch.getByLabel("Number").fill("7");
    await watch.getByRole("button", { name: "Add the rule" }).click();
    await expect(watch.getByRole("button", { name: "Write a rule" })).toBeVisible();
  }
  expect(JSON.parse((await keptOf(page, "watch:")) ?? "")).toMatchObject([
    { threshold: 5 },
    { threshold: 7 },
  ]);
  await expect(panel(page, "Watch").locator("tbody tr")).toHaveCount(2);
  await panel(page, "Targets")
    .getByRole("button", { name: /program targets/ })
    .click();
  await expect(panel(second, "Targets").locator("tbody tr")).toHaveCount(5);
});

for (const [width, language] of [
  [320, "en"],
  [320, "de"],
  [390, "en"],
] as const)
  test(`the panels of the morning fit ${width} px, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server().url}/?reconcile=1&lang=${language}`);
    const longest = { ...WON, ...{ figure: "acceptanceRate", comparison: "missesTarget", threshold: null } };
    await keep(page, {
      "watch:": JSON.stringify([WON, { ...longest, interval: "quarter", inARow: 4 }]),
      targets: JSON.stringify([TARGET, { ...TARGET, figure: "closed", bound: "under", days: 60 }]),
    });
    await expect(page.locator(".overview__watch section")).toBeVisible();
    for (const part of ["#to-do table", ".targets table", "#watch table", ".partner-center__table"]) {
      const table = page.locator(`#root ${part}`);
      await page.locator(`#root ${part.split(" ")[0]}`).scrollIntoViewIfNeeded();
      await expect(table.locator("tbody tr").first()).toBeVisible();
      const wider = await table.evaluate((one) => {
        const { scrollWidth = 0, clientWidth = 0 } = one.closest(".table-scroll") ?? {};
        return scrollWidth - clientWidth;
      });
      expect([part, wider]).toEqual([part, 0]);
    }
    expect(await misfits(page)).toEqual([]);
  });
