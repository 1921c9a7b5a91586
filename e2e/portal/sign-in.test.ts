import { expect, type FrameLocator, type Page } from "playwright/test";
import { pick, signInAs } from "../sign-in/steps.ts";
import { framed, portalAddress } from "./addresses.ts";
import { test } from "./fixtures.ts";

/** Signs in from the button in the frame, through the relay's window and the provider's. */
async function signInFramed(page: Page, frame: FrameLocator, name = "Sign in"): Promise<void> {
  const opening = page.waitForEvent("popup");
  await frame.getByRole("button", { name, exact: true }).click();
  const relay = await opening;
  const providing = relay.waitForEvent("popup");
  await relay.getByRole("button", { name: "Continue" }).click();
  await pick(await providing, "Referrals admin");
  await expectFramedFigures(frame);
}

async function expectFramedFigures(frame: FrameLocator): Promise<void> {
  const figures = frame.getByRole("region", { name: "Key figures", exact: true });
  await expect(figures.getByText("Created").first()).toBeVisible({ timeout: 30_000 });
}

test("storage of a framed page is its own, and the provider's cookies do not reach it", {
  tag: "@long",
}, async ({ page, world, portal }) => {
  await signInAs(page, "Referrals admin", world.url);
  await page.evaluate(() => localStorage.setItem("probe", "top"));
  await page.goto(portalAddress(portal, world.url));
  const frame = framed(page);
  await expect(frame.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  expect(await frame.locator("body").evaluate(() => localStorage.getItem("probe"))).toBeNull();
});

test("in a frame of another site one signs in through a window, and a reload keeps the session", async ({
  page,
  world,
  portal,
}) => {
  await page.goto(portalAddress(portal, world.url));
  await signInFramed(page, framed(page));
  await page.reload();
  await expectFramedFigures(framed(page));
});

test.describe("where no window may open", () => {
  test.use({ provoked: /allow-popups/ });

  test("that is told, and a new tab would show the same view", async ({ page, world, portal }) => {
    await page.goto(`${portal.origin}/empty`);
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-forms");
      frame.title = "Dashboard 1";
      frame.src = src;
      document.body.append(frame);
    }, `${world.url}/markets?grain=month&chrome=none`);
    const frame = framed(page);
    await frame.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(frame.getByRole("alert")).toContainText("blocked the sign-in window");
    const link = frame.getByRole("link", { name: "Open in a new tab" });
    await expect(link).toHaveAttribute("href", "/markets?grain=month");
  });
});

test.describe("in a portal that says it is Teams, and is not", () => {
  // Its library asks for a list of domains that it has a copy of.
  test.use({ provoked: /validDomains/ });

  test("nobody is kept waiting", { tag: "@long" }, async ({ page, world, portal }) => {
    await page.goto(portalAddress(portal, world.url, { path: "/?host=teams" }));
    await expect(framed(page).getByRole("button", { name: "Sign in", exact: true })).toBeVisible({
      timeout: 15_000,
    });
  });
});

test("a sign-in window of a frame that is closed by hand is said to be closed, and the next one signs in", async ({
  page,
  world,
  portal,
}) => {
  await page.goto(portalAddress(portal, world.url));
  const frame = framed(page);
  const opening = page.waitForEvent("popup");
  await frame.getByRole("button", { name: "Sign in", exact: true }).click();
  await (await opening).close();
  await expect(frame.getByRole("alert")).toContainText(/was (closed|cancelled)/, { timeout: 4_000 });
  await signInFramed(page, frame, "Try again");
});
