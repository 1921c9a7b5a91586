import { expect } from "playwright/test";
import { CRM_REFERRALS, WHOLE_TIME } from "../crm.ts";
import { addressOf, expectedFunnel, ofMarkets } from "../expected.ts";
import { readFunnel } from "../overview-page.ts";
import { expectSoon } from "../page.ts";
import { test } from "./fixtures.ts";
import {
  accountButton,
  chooseInAccountMenu,
  expectFigures,
  expectSignInPage,
  pick,
  pressSignIn,
  signInAs,
  watchRequests,
} from "./steps.ts";

test("before signing in nothing is fetched; it returns to the very view that was asked for, with a token for our own origin only", async ({
  page,
  world,
}) => {
  const bearers: string[] = [];
  const addresses: string[] = [];
  page.on("request", (request) => {
    addresses.push(request.url());
    if (request.headers().authorization) bearers.push(new URL(request.url()).origin);
  });
  const address = addressOf(WHOLE_TIME, "&market=DE%2CFR&grain=quarter");
  const paths = watchRequests(page);
  await page.goto(world.url + address);
  await expectSignInPage(page);
  await page.waitForLoadState("networkidle");
  // The page's code is preloaded, so that it is there when the person comes back from signing in.
  expect(paths.filter((path) => /^\/partner\/|chart/.test(path))).toEqual([]);
  await pressSignIn(page);
  await expect(page).toHaveURL(/^https:\/\/login\.microsoftonline\.com\//);
  await pick(page, "Referrals admin");
  await expectSoon(
    () => readFunnel(page),
    expectedFunnel(ofMarkets(CRM_REFERRALS, ["DE", "FR"]), WHOLE_TIME),
  );
  expect(page.url()).toBe(world.url + address);
  await expect.poll(() => [...new Set(bearers)]).toEqual([world.url]);
  expect(addresses.filter((one) => one.includes("eyJ0") && /token/.test(one))).toEqual([]);

  await expect(accountButton(page)).toHaveText("Referrals admin · contoso.example");
  await accountButton(page).click();
  await expect(page.getByText("referrals.admin@contoso.example")).toBeVisible();
  await expect(page.getByText("Tenant 00c0ffee-0000-4000-8000-00000000c0de")).toBeVisible();
});

test("a reload asks the provider for nothing; signing out forgets figures and tokens, here and there", async ({
  page,
  world,
}) => {
  await signInAs(page, "Referrals admin", world.url);
  await expectFigures(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).hostname));
  await page.reload();
  await expectFigures(page);
  expect(asked).not.toContain("login.microsoftonline.com");
  await chooseInAccountMenu(page, "Sign out");
  await expect(page).toHaveURL(`${world.url}/`);
  await expectSignInPage(page);
  const kept = await page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage));
  expect(kept).not.toMatch(/secret|accesstoken|refreshtoken|eyJ[\w-]+\.eyJ/i);
  await page.goBack();
  await expect(page.getByRole("region", { name: "Key figures" })).toHaveCount(0);
  await page.goto(world.url);
  await pressSignIn(page);
  await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
});

test("another account goes on with figures of its own, and the first one can be taken up again", {
  tag: "@long",
}, async ({ page, world }) => {
  const address = addressOf(WHOLE_TIME);
  const all = expectedFunnel(CRM_REFERRALS, WHOLE_TIME);
  await signInAs(page, "Referrals admin", world.url + address);
  await expectSoon(() => readFunnel(page), all);
  await chooseInAccountMenu(page, "Use another account");
  await pick(page, "One-market user (Germany)");
  await expectSoon(() => readFunnel(page), expectedFunnel(ofMarkets(CRM_REFERRALS, ["DE"]), WHOLE_TIME));
  expect(page.url()).toBe(world.url + address);
  await chooseInAccountMenu(page, "Switch to Referrals admin");
  await expectSoon(() => readFunnel(page), all);
});

test("two tabs sign in each for itself; signing out of one ends both", { tag: "@long" }, async ({
  page,
  context,
  world,
}) => {
  await signInAs(page, "Referrals admin", world.url);
  const second = await context.newPage();
  await second.goto(world.url);
  await pressSignIn(second);
  // The provider knows the account from the first tab, and asks nothing.
  await expectFigures(second);
  await page.reload();
  await expectFigures(page);
  await chooseInAccountMenu(page, "Sign out");
  await expectSignInPage(page);
  await expectSignInPage(second);
});
