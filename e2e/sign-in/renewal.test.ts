import { expect, type Page, type Request } from "playwright/test";
import { REFUSED_CALL, test } from "./fixtures.ts";
import { expectFigures, expectSignInPage, pick, pressSignIn, signInAs } from "./steps.ts";

/** How tokens were asked for, from now on: `authorization_code`, `refresh_token`. */
function watchGrants(page: Page): string[] {
  const grants: string[] = [];
  page.on("request", (request) => {
    const grant = new URLSearchParams(request.postData() ?? "").get("grant_type");
    if (grant && request.method() === "POST") grants.push(grant);
  });
  return grants;
}

test("a token that ends within minutes is renewed without a word", async ({ page, world }) => {
  const grants = watchGrants(page);
  await signInAs(page, "Short session", world.url);
  await expectFigures(page);
  // MSAL renews a token in its last five minutes.
  await page.clock.setSystemTime(Date.now() + 60_000);
  await page.reload();
  await expectFigures(page);
  const [first, ...later] = grants;
  expect(first).toBe("authorization_code");
  expect([...new Set(later)]).toEqual(["refresh_token"]);
});

test.describe("a token that the service holds for expired", () => {
  test.use({ provoked: REFUSED_CALL });

  test("is renewed, and the refused call made again", async ({ page, world }) => {
    await signInAs(page, "Referrals admin", world.url);
    await expectFigures(page);
    const grants = watchGrants(page);
    world.acceptance.end();
    await page.reload();
    await expectFigures(page);
    // Calls that were refused one after the other each ask for a new token.
    expect([...new Set(grants)]).toEqual(["refresh_token"]);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("lets the person sign in again in a window when it cannot be renewed", { tag: "@long" }, async ({
    page,
    world,
  }) => {
    await signInAs(page, "Referrals admin", world.url);
    await expectFigures(page);
    world.faults.refuseRenewal = true;
    world.acceptance.end();
    await page.reload();
    const window = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Continue in a new window" }).click();
    await window;
    await expectFigures(page);
    await expect(page.getByRole("heading", { name: "Sign in again to continue" })).toHaveCount(0);
  });

  test("lets them go on later", { tag: "@long" }, async ({ page, world }) => {
    await signInAs(page, "Referrals admin", world.url);
    await expectFigures(page);
    world.faults.refuseRenewal = true;
    world.acceptance.end();
    await page.reload();
    await page.getByRole("button", { name: "Not now" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Your session has expired. Sign in again.");
    await page.getByRole("button", { name: "Try again" }).first().click();
    await page.getByRole("button", { name: "Continue on this page" }).click();
    await expectFigures(page);
  });
});

test.describe("while the provider is down", () => {
  test.use({ provoked: /status of (401|503)|CORS policy|net::ERR_FAILED/ });

  test("signing in says so, and works once it is back", { tag: "@long" }, async ({ page, world }) => {
    await page.goto(world.url);
    await pressSignIn(page);
    await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
    // Between the answer of the provider's page and the token that is fetched for it.
    const takeDown = (request: Request) => {
      if (request.url().includes("/sign-in-bridge.html")) world.faults.down = true;
    };
    page.on("request", takeDown);
    await pick(page, "Referrals admin");
    await expect(page.getByRole("alert")).toContainText("The sign-in service isn’t responding.");
    world.faults.down = false;
    page.off("request", takeDown);
    await page.getByRole("button", { name: "Try again" }).click();
    await expectFigures(page);
  });

  test("figures whose token cannot be renewed come by themselves once it is back", { tag: "@long" }, async ({
    page,
    world,
  }) => {
    await signInAs(page, "Referrals admin", world.url);
    await expectFigures(page);
    const failed = page.waitForEvent("console", (message) => /CORS policy/.test(message.text()));
    world.faults.down = true;
    world.acceptance.end();
    await page.reload();
    await failed;
    world.faults.down = false;
    await expectFigures(page);
  });
});

test.describe("clocks that differ", () => {
  test("by a minute disturb nobody", { tag: "@long" }, async ({ page, world }) => {
    world.faults.clockSkewSeconds = 45;
    await signInAs(page, "Referrals admin", world.url);
    await expectFigures(page);
  });

  test("by a day in the browser disturb nobody", async ({ page, world }) => {
    await page.clock.setSystemTime(Date.now() + 24 * 3600_000);
    await signInAs(page, "Referrals admin", world.url);
    await expectFigures(page);
  });

  test.describe("by hours at the provider", () => {
    test.use({ provoked: REFUSED_CALL });

    test("are told, with the service's own words", async ({ page, world }) => {
      world.faults.clockSkewSeconds = 3 * 3600;
      await signInAs(page, "Referrals admin", world.url);
      await expect(page.getByRole("alert").first()).toContainText("not valid yet. Check the clocks");
    });
  });
});

test("going back from the provider's page leaves a page that signs in", { tag: "@long" }, async ({
  page,
  world,
}) => {
  await page.goto(world.url);
  await pressSignIn(page);
  await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
  await page.goBack();
  const again = page.getByRole("button", { name: /^(Sign in|Try again)$/ });
  await expect(again).toBeEnabled();
  await again.click();
  await pick(page, "Referrals admin");
  await expectFigures(page);
  await expect(page).toHaveTitle("Overview – Referral analytics");
});

test("a stranger's answer at the bridge signs nobody in", async ({ page, world }) => {
  await page.goto(`${world.url}/sign-in-bridge.html#code=stolen&state=made-up`);
  await expect(page.getByRole("link", { name: "Go to the dashboard" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the dashboard" }).click();
  await expectSignInPage(page);
});

test.describe("the bridge's page", () => {
  test.use({ locale: "de-DE" });

  test("speaks the reader's language", { tag: "@long" }, async ({ page, world }) => {
    await page.goto(`${world.url}/sign-in-bridge.html`);
    await expect(page.getByRole("link", { name: "Zum Dashboard" })).toBeVisible();
  });
});
