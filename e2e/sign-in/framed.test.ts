import { expect } from "playwright/test";
import { test } from "./fixtures.ts";

test("in a frame the page offers the same view in a new tab, where it signs in", async ({ page, world }) => {
  await page.goto(world.url);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.title = "Dashboard";
    frame.src = "/?grain=month";
    document.body.append(frame);
  });
  const link = page.frameLocator("iframe").getByRole("link", { name: "Open in a new tab" });
  await expect(link).toHaveAttribute("href", "/?grain=month");
  const tab = page.waitForEvent("popup");
  await link.click();
  await expect((await tab).getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});
