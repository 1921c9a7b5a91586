import { expect } from "playwright/test";
import { CRM_REFERRALS, WHOLE_TIME } from "../crm.ts";
import { addressOf, expectedFunnel, expectedMarkets, ofMarkets } from "../expected.ts";
import { readFunnel, readMarkets } from "../overview-page.ts";
import { expectSoon, goTo } from "../page.ts";
import { REFUSED_CALL, test } from "./fixtures.ts";
import { accountButton, expectFigures, pick, pressSignIn, signInAs } from "./steps.ts";

test("who may see one market sees its figures alone, whatever the address says", async ({ page, world }) => {
  const german = ofMarkets(CRM_REFERRALS, ["DE"]);
  await signInAs(page, "One-market user (Germany)", world.url + addressOf(WHOLE_TIME));
  await expectSoon(() => readFunnel(page), expectedFunnel(german, WHOLE_TIME));
  await expectSoon(() => readMarkets(page), expectedMarkets(german, WHOLE_TIME));
  await goTo(page, world.url + addressOf(WHOLE_TIME, "&market=FR"));
  await expectSoon(() => readFunnel(page), expectedFunnel([], WHOLE_TIME));
});

test.describe("without the role", () => {
  test.use({ provoked: REFUSED_CALL });

  test("the page says which role is missing, with the identifiers of the call", async ({ page, world }) => {
    await signInAs(page, "Without the role", world.url);
    const alert = page.getByRole("alert").first();
    await expect(alert).toContainText("no referral role in Partner Center");
    await expect(alert).toContainText(/Request ID [0-9a-f-]{36}, correlation ID [0-9a-f-]{36}/);
    await expect(accountButton(page)).toBeVisible();
  });
});

test("a declined consent is told, and can be given at the next try", { tag: "@long" }, async ({
  page,
  world,
}) => {
  await page.goto(world.url);
  await pressSignIn(page);
  await pick(page, "First visit");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("alert")).toContainText("was declined");
  await expect(page.getByRole("alert")).toContainText("AADSTS65004");
  await page.getByRole("button", { name: "Try again" }).click();
  // The account is signed in at the provider by now: consent alone is missing.
  await page.getByRole("button", { name: "Accept" }).click();
  await expectFigures(page);
});
