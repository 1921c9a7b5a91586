import { expect, type Locator, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "../crm.ts";
import { barriers } from "../everyone/looks.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { expectQuietConsole, panel } from "../page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const rule = { markets: [], partners: [], sizes: [], interval: "month", inARow: 2 };

/** Referrals with this outcome whose date is in a month. */
function happened(field: "wonDate" | "createdDate", month: string, outcome: string | null): number {
  return CRM_REFERRALS.filter(
    (one) => (one[field] ?? "").startsWith(month) && (outcome === null || outcomeOf(one) === outcome),
  ).length;
}

/** Presses Tab until an element has the focus, as somebody without a pointer does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${wanted}.`);
}

/** Rules are written, changed and removed without a pointer. */
async function writeByKeyboard(page: Page): Promise<void> {
  const rows = page.locator("#watch tbody tr");
  const form = panel(page, "Watch");
  await tabTo(page, page.getByRole("button", { name: "Write a rule" }));
  await page.keyboard.press("Enter");
  await expect(form.locator(":focus")).toHaveCount(1);
  await tabTo(page, form.getByLabel("Figure"));
  await page.keyboard.type("Created");
  await tabTo(page, form.getByLabel("Number"));
  await page.keyboard.type("1");
  await tabTo(page, form.getByLabel("Interval"));
  await page.keyboard.type("Month");
  await expect(page.getByText("Created: over 1 in the last full month.")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Add the rule" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Write a rule" })).toBeFocused();
  await expect(rows).toHaveCount(4);
  await page.getByRole("link", { name: "All rules" }).press("Enter");
  await tabTo(page, rows.last().getByRole("button", { name: /^Change/ }));
  await page.keyboard.press("Enter");
  await expect(form.getByLabel("Figure")).toBeFocused();
  await tabTo(page, form.getByLabel("Number"));
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(rows.last()).toContainText("Created: over 2 in the last full month");
  await page.getByRole("link", { name: "All rules" }).press("Enter");
  await tabTo(page, rows.nth(2).getByRole("button", { name: /^Remove/ }));
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(3);
  await expect(rows.last().getByRole("button", { name: /^Remove/ })).toBeFocused();
}

test("the Overview says on top what fired, with the referrals behind it, and rules are written by keyboard", async ({
  page,
}) => {
  const [november, december] = ["2017-11", "2017-12"].map((month) => happened("wonDate", month, "Won"));
  const rules = [
    { ...rule, figure: "won", comparison: "over", threshold: Math.min(november ?? 0, december ?? 0) - 1 },
    { ...rule, figure: "won", comparison: "over", threshold: Math.min(november ?? 0, december ?? 0) },
    { ...rule, figure: "acceptanceRate", comparison: "missesTarget", threshold: null },
  ];
  await page.addInitScript((kept) => localStorage.setItem("watch:", kept), JSON.stringify(rules));
  await page.goto(`${crm().url}/?market=DE`);
  const alerts = page.locator(".watch__alert");
  await expect(alerts).toHaveCount(1);
  await expect(page.getByText("1 rule isn’t judged yet.")).toBeVisible();
  const counts = await alerts
    .locator("data")
    .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(counts).toEqual([november, december]);

  await page.getByRole("link", { name: "All rules" }).click();
  const rows = page.locator("#watch tbody tr");
  await expect(rows.nth(0)).toContainText("Fires");
  await expect(rows.nth(1)).toContainText("Quiet");
  await expect(rows.nth(2)).toContainText("there is no target for this rate");
  await writeByKeyboard(page);
  expect(await barriers(page, "main")).toEqual([]);
  await expect(rows.last()).toContainText("Fires");
  const created = happened("createdDate", december ? "2017-12" : "", null);
  await expect(alerts.last().locator("data")).toHaveText(String(created));
  await alerts.last().getByRole("link").click();
  await expect(page.getByRole("heading", { name: `${created} referrals`, exact: true })).toBeVisible();
});

test("notifies once of what fires, where the browser allows it", async ({ page, context }) => {
  const fires = { ...rule, figure: "won", comparison: "over", threshold: 0, inARow: 1 };
  await page.addInitScript(
    (kept) => {
      if (localStorage.getItem("watch:") === null) localStorage.setItem("watch:", kept);
      const shown: string[] = [];
      class Noted extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          this.onshow = () => shown.push(`${title}: ${this.body}`);
        }
      }
      Object.assign(window, { shown, Notification: Noted });
    },
    JSON.stringify([fires]),
  );
  const shown = () => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
  const button = page.getByRole("button", { name: "Notify me in this browser" });
  const alerts = page.locator(".watch__alert");

  // By keyboard: the panels above are drawn when one gets here, and grow.
  // Not asked yet: the press asks, and nobody answers.
  await page.goto(crm().url);
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "false");
  // What is granted to a page of a test denies it everything else.
  await context.grantPermissions(["geolocation"]);
  await page.reload();
  await expect(panel(page, "Watch")).toContainText("This browser blocks notifications of this page.");
  await expect(button).toHaveCount(0);

  await context.grantPermissions(["notifications"]);
  await page.reload();
  // What is judged after the press would be notified of before the reload.
  await expect(alerts).toHaveCount(1);
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect.poll(shown).toEqual(["Watch: Won: over 0 in the last full month"]);
  await page.reload();
  await expect(alerts).toHaveCount(1);
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "false");
  expect(await shown()).toEqual([]);
});
