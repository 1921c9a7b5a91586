import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "../crm.ts";
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

test("the Overview says on top what fired, with the referrals behind it, and a rule can be written", async ({
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
  await page.getByRole("button", { name: "Write a rule" }).click();
  const form = panel(page, "Watch");
  await form.getByLabel("Figure").selectOption("Created");
  await form.getByLabel("Number").fill("1");
  await form.getByLabel("Interval").selectOption("Month");
  await expect(page.getByText("Created: over 1 in the last full month.")).toBeVisible();
  await page.getByRole("button", { name: "Add the rule" }).click();
  await expect(rows.nth(3)).toContainText("Fires");
  const created = happened("createdDate", december ? "2017-12" : "", null);
  await expect(alerts.last().locator("data")).toHaveText(String(created));
  await alerts.last().getByRole("link").click();
  await expect(page.getByRole("heading", { name: `${created} referrals`, exact: true })).toBeVisible();
});
