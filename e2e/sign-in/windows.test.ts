import { expect, type Locator, type Page } from "playwright/test";
import { REFUSED_CALL, test } from "./fixtures.ts";
import {
  chooseInAccountMenu,
  expectFigures,
  expectSignInPage,
  pick,
  pressSignIn,
  signInAs,
} from "./steps.ts";

test.use({ provoked: REFUSED_CALL });

/** Two seconds, and what a busy machine adds to them. */
const SOON = { timeout: 4_000 };

function continueButton(page: Page): Locator {
  return page.getByRole("button", { name: "Continue in a new window" });
}

async function openWindow(page: Page): Promise<Page> {
  const window = page.waitForEvent("popup");
  await continueButton(page).click();
  const opened = await window;
  await expect(opened.getByRole("button", { name: "Approve" })).toBeVisible();
  return opened;
}

test("a sign-in window that is closed by hand is said to be closed, and another one can be opened", async ({
  page,
  world,
}) => {
  await signInAs(page, "Must do MFA", world.url);
  const first = await openWindow(page);
  await first.close();
  await expect(page.getByRole("alert").filter({ hasText: "was closed before" })).toBeVisible(SOON);
  await expect(continueButton(page)).toBeEnabled();
  const second = await openWindow(page);
  await second.getByRole("button", { name: "Approve" }).click();
  await expectFigures(page);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a window that is left open keeps nobody waiting, and goes when another one is opened", async ({
  page,
  world,
}) => {
  await signInAs(page, "Must do MFA", world.url);
  const first = await openWindow(page);
  await expect(continueButton(page)).toBeEnabled(SOON);
  await expect(page.getByText("If you can’t find it, start again.")).toBeVisible();
  await expect(page.getByText("was closed before")).toHaveCount(0);
  const second = await openWindow(page);
  await second.getByRole("button", { name: "Approve" }).click();
  await expectFigures(page);
  await expect.poll(() => first.isClosed()).toBe(true);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("after a window that is left open one can go on in the page itself", { tag: "@long" }, async ({
  page,
  world,
}) => {
  await signInAs(page, "Must do MFA", world.url);
  await openWindow(page);
  await page.getByRole("button", { name: "Continue on this page" }).click();
  await page.getByRole("button", { name: "Approve" }).click();
  await expectFigures(page);
});

test("after a window that is left open one can sign out", { tag: "@long" }, async ({ page, world }) => {
  await signInAs(page, "Must do MFA", world.url);
  await openWindow(page);
  await chooseInAccountMenu(page, "Sign out");
  await expectSignInPage(page);
});

test("two tabs that sign in at the same time both come back", { tag: "@long" }, async ({
  page,
  context,
  world,
}) => {
  const second = await context.newPage();
  for (const tab of [page, second]) {
    await tab.goto(world.url);
    await pressSignIn(tab);
    await expect(tab.getByRole("heading", { name: "Pick an account" })).toBeVisible();
  }
  for (const tab of [page, second]) await pick(tab, "Referrals admin");
  for (const tab of [page, second]) await expectFigures(tab);
});
