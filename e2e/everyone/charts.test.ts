import { expect, type Locator, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { type Cell, expectQuietConsole, panel, readTable } from "../page.ts";
import { show } from "./looks.ts";

const server = serverForFile({});
expectQuietConsole();

const QUARTERS = "from=2025-01-01&to=2025-12-31&grain=quarter&compare=none";

/** The row of a bucket in the table of a panel: what its cells say. */
async function rowOf(page: Page, title: string, bucket: string): Promise<string[]> {
  const rows = await readTable(panel(page, title).getByRole("table").first());
  const row: Cell[] = rows.find(([name]) => name?.text === bucket) ?? [];
  return row.map(({ text }) => text.replace(/few$/, "").trim());
}

/** Goes to the second quarter with the arrow keys, and gives what is told of it. */
async function readSecondQuarter(region: Locator): Promise<string> {
  const slider = region.getByRole("slider");
  await slider.focus();
  await slider.press("Home");
  await slider.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^Apr – Jun 2025/);
  const said = await region.getByRole("status").allTextContents();
  return `${await slider.getAttribute("aria-valuetext")} ${said.join(" ")}`;
}

test("each chart over time says its sentence and its points, and picks one by keyboard", async ({ page }) => {
  test.slow();
  await page.goto(server().url);
  for (const [address, title, name] of [
    ["/", "Referrals over time", /^Referrals over time\. Lowest: .* Last full quarter/],
    ["/trends", "Referrals over time", /^Referrals over time.*Lowest: .* Last full quarter/],
    ["/times", "Over time", /^Over time\. The median of full intervals ranges from/],
  ] as const) {
    await show(page, `${address}?${QUARTERS}`, "en");
    const region = panel(page, title);
    await expect(region.getByRole("figure", { name })).toBeVisible();
    const told = await readSecondQuarter(region);
    await show(page, `${address}?${QUARTERS}&as=table`, "en");
    const [, ...cells] = await rowOf(page, title, "Apr – Jun 2025");
    const figures = cells.filter((text) => /^\d/.test(text));
    expect(figures.length).toBeGreaterThan(2);
    for (const figure of figures) expect(told).toContain(figure);
    await show(page, `${address}?${QUARTERS}`, "en");
    await readSecondQuarter(region);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/from=2025-04-01&to=2025-06-30/);
    await page.locator("body").press("Control+z");
    await expect(page).toHaveURL(/from=2025-01-01&to=2025-12-31/);
  }
});

test("the funnel, its cohorts and the comparison are read without a picture", async ({ page }) => {
  await page.goto(`${server().url}/funnel?${QUARTERS.replace("none", "last-year")}`);
  const flow = panel(page, "From created to won");
  await expect(flow.getByText(/^Of [\d,]+ referrals, [\d.]+% were accepted/)).toBeVisible();
  const tree = await flow.ariaSnapshot();
  for (const stage of ["Created", "Acknowledged", "Accepted", "Won"]) expect(tree).toContain(stage);
  for (const outcome of ["Declined", "Expired", "Lost"])
    expect(tree).toMatch(new RegExp(`button "${outcome}`));
  const cohorts = panel(page, "Conversion by cohort");
  // Until the rates at an age are calculated, the chart shows today's.
  await expect(cohorts.getByRole("figure", { name: /cohorts have reached 30 days/ })).toBeVisible();
  const cursor = cohorts.getByRole("slider");
  await cursor.press("Home");
  await expect(cursor).toHaveAttribute("aria-valuetext", "Jan – Mar 2025");
  await cursor.press("ArrowRight");
  await expect(cursor).toHaveAttribute("aria-valuetext", "Apr – Jun 2025");
  await expect(cohorts.getByRole("status")).toHaveText(/^30 days: Acceptance rate [\d.]+%, win rate [\d.]+%/);
  await expect(panel(page, "Side-by-side comparison").getByRole("term").first()).toHaveText("Created");
});
