import { expect, test } from "playwright/test";
import { portalAndDashboard, said } from "./talking.ts";

const sites = portalAndDashboard();

test("a site that is not listed can neither frame the page nor talk to it", async ({ page }) => {
  const { portal, dashboard } = sites();
  await page.goto(`${portal.origin.replace("portal.", "evil.")}/?dashboard=${dashboard}`);
  const frame = page.locator("iframe");
  await expect(frame).toHaveCount(1);
  await expect(page.frameLocator("iframe").getByRole("main")).toHaveCount(0);
  expect(await said(page)).toEqual([]);
});
