import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "../crm.ts";
import { expectQuietConsole, panel } from "../page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

test("on the Overview's chart a press shows a series alone and all again, a drag its days, and Other opens", async ({
  page,
}) => {
  await page.goto(`${crm().url}/?from=2017-01-01&to=2017-12-31&grain=month`);
  const trend = panel(page, "Referrals over time");
  const chart = trend.getByRole("slider", { name: "Explore chart" });
  await expect(chart).toHaveAttribute("aria-valuemax", "11");
  await trend.getByRole("button", { name: "United States", exact: true }).click();
  await expect(page).toHaveURL(/market=US/);
  const press = async (share: number) => {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) throw new Error("The chart is not drawn.");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * share);
  };
  // The United States are all that is left, and stand on the ground.
  await press(0.98);
  await expect(page).not.toHaveURL(/market=/);
  await expect(trend.getByRole("link", { name: "Other", exact: true })).toBeVisible();
  const box = await chart.boundingBox();
  if (!box) throw new Error("The chart is not drawn.");
  const xOf = (month: number) => box.x + (box.width * month) / 11;
  await page.mouse.move(xOf(2), box.y + 40);
  await page.mouse.down();
  await page.mouse.move(xOf(5), box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2017-03-01&to=2017-06-30/);
  await trend.getByRole("link", { name: "Other", exact: true }).click();
  await expect(page).toHaveURL(/\/trends\?.*other=1/);
  await expect(page.getByRole("region", { name: "Included in Other" })).toBeVisible();
});
