import { expect, type Page } from "playwright/test";
import { REFUSED_CALL, test } from "./fixtures.ts";
import { expectFigures, signInAs } from "./steps.ts";

test.use({ provoked: REFUSED_CALL });

const ASKED = "Partner Center needs you to verify your identity.";

async function openWindow(page: Page): Promise<Page> {
  const window = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Continue in a new window" }).click();
  return window;
}

test("a second factor that a call asks for is given in a window, and the call goes on", async ({
  page,
  world,
}) => {
  await signInAs(page, "Must do MFA", world.url);
  await expect(page.getByText(ASKED)).toBeVisible();
  const window = await openWindow(page);
  await window.getByRole("button", { name: "Approve" }).click();
  await expectFigures(page);
  await expect(page.getByText(ASKED)).toHaveCount(0);
});

test("it can be given on the page itself, which returns to its view", { tag: "@long" }, async ({
  page,
  world,
}) => {
  const address = `${world.url}/?grain=year`;
  await signInAs(page, "Must do MFA", address);
  await page.getByRole("button", { name: "Continue on this page" }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expectFigures(page);
  expect(page.url()).toBe(address);
});

test("a refused second factor is told, and can be given after all", { tag: "@long" }, async ({
  page,
  world,
}) => {
  await signInAs(page, "Must do MFA", world.url);
  const first = await openWindow(page);
  await first.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "was declined" })).toBeVisible();
  const second = await openWindow(page);
  await second.getByRole("button", { name: "Approve" }).click();
  await expectFigures(page);
});

test("without it the page says what is missing", { tag: "@long" }, async ({ page, world }) => {
  await signInAs(page, "Must do MFA", world.url);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("alert").first()).toContainText("verify your identity");
});
