import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { putFaults } from "../faults.ts";
import { expectQuietConsole, panel } from "../page.ts";
import { pictures } from "../pictures.ts";
import { chooseInAccountMenu, expectFigures, expectSignInPage, signInAs } from "./steps.ts";

const server = serverForFile({ signIn: "local" });
expectQuietConsole();

/** Holds every response back, so that there is time to look at the picture. */
const HELD = [{ kind: "slow", ms: 700 }];

test.afterEach(() => putFaults(server().url, []));

async function visit(page: Page, name: Parameters<typeof signInAs>[1] = "Referrals admin"): Promise<void> {
  await signInAs(page, name, `${server().url}/`);
  await expectFigures(page);
}

async function visitAndKeep(page: Page): Promise<void> {
  await visit(page);
  await expect.poll(() => pictures(page), { timeout: 20_000 }).toBe(1);
  await putFaults(server().url, HELD);
}

/** Ends the session of this tab, and the one with the provider; what is on the device stays. */
async function forgetWho(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.evaluate(() => sessionStorage.clear());
}

const mark = (page: Page) => page.getByRole("status").filter({ hasText: "Figures from" });

async function expectNoPicture(page: Page): Promise<void> {
  await expectFigures(page);
  expect(await page.evaluate(() => Reflect.get(window, "hadPicture"))).toBeUndefined();
}

/** Notes that a picture was shown, however short. */
async function notePictures(page: Page): Promise<void> {
  await page.addInitScript(() => addEventListener("picture", () => Reflect.set(window, "hadPicture", true)));
}

test("a second visit begins with the last figures and their time, takes up a press, and forgets them at sign-out", async ({
  page,
}) => {
  await visitAndKeep(page);
  const headline = await page.locator(".headline").textContent();
  await page.reload();
  await expect(mark(page)).toContainText("Loading the current ones");
  expect(await page.locator("#picture .headline").textContent()).toBe(headline);
  await expect(panel(page, "Status funnel").getByRole("table")).toHaveCount(0);
  await panel(page, "Status funnel").getByRole("button", { name: "Show as table" }).click();
  await expect(mark(page)).toHaveCount(0);
  await expect(panel(page, "Status funnel").getByRole("table").first()).toBeVisible();
  await putFaults(server().url, []);
  await chooseInAccountMenu(page, "Sign out");
  await expectSignInPage(page);
  expect(await pictures(page)).toBe(0);
  for (const name of ["picture", "months"])
    expect(await page.evaluate((key) => localStorage.getItem(key), name)).toBeNull();
});

/** Whether a call is for the months of the data, from which the usual period follows. */
const isSummary = ({ href }: URL) => /\?groupby=customerMarket,createdDate&/.test(decodeURIComponent(href));

test("a second visit asks for its figures before it knows the months of the data, and is right where these have changed", async ({
  page,
}) => {
  await visitAndKeep(page);
  await putFaults(server().url, []);
  const headline = (await page.locator(".headline").textContent()) ?? "";
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(isSummary, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  const ofPeriod = () => asked.filter((url) => /\?filter=createdDate/.test(url));
  await expect.poll(() => ofPeriod().length).toBeGreaterThan(2);
  release();
  await expect(mark(page)).toHaveCount(0);
  await expect(page.locator("#root .headline")).toHaveText(headline);
  await page.evaluate(() => localStorage.setItem("months", "2012-01-01 2012-05-01"));
  await page.reload();
  await expect(mark(page)).toHaveCount(0);
  await expect(page.locator("#root .headline")).toHaveText(headline);
  expect(await page.evaluate(() => localStorage.getItem("months"))).not.toContain("2012");
});

test("the page takes the picture's place without a jump @long", async ({ page }) => {
  await visitAndKeep(page);
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += Reflect.get(entry, "value");
      Reflect.set(window, "shifts", sum);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.reload();
  await expect(mark(page)).toBeVisible();
  await expect(mark(page)).toHaveCount(0, { timeout: 20_000 });
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => Number(Reflect.get(window, "shifts") ?? 0))).toBeLessThanOrEqual(0.02);
});

test("a picture does not stay where the page cannot take its place @long", async ({ page }) => {
  await visitAndKeep(page);
  await putFaults(server().url, [{ kind: "slow", ms: 60_000 }]);
  await page.clock.install();
  await page.reload();
  await expect(mark(page)).toBeVisible();
  await page.clock.fastForward(25_000);
  await expect(mark(page)).toBeVisible();
  await page.clock.fastForward(6000);
  await expect(page.locator("#picture")).toHaveCount(0);
  await expect(page.locator("#root .skeleton").first()).toBeVisible();
});

for (const [what, change] of [
  ["another build", "build"],
  ["another language", "languages"],
  ["another look", "theme"],
  ["another source", "source"],
  ["somebody who has signed out", "token"],
  ["a window of another width", "width"],
] as const)
  test(`a picture of ${what} is not shown @long`, async ({ page }) => {
    await visitAndKeep(page);
    await notePictures(page);
    expect(await pictures(page, change)).toBe(1);
    await page.reload();
    await expectNoPicture(page);
  });

test("nobody sees the picture of another account, nor of another address @long", async ({ page }) => {
  await visitAndKeep(page);
  await notePictures(page);
  await page.goto(`${server().url}/?market=DE`);
  await expectNoPicture(page);
  await forgetWho(page);
  await page.goto(`${server().url}/`);
  await expectSignInPage(page);
  await visit(page, "One-market user (Germany)");
  await expectNoPicture(page);
});

test("an audience leaves no picture, and a device without room neither @long", async ({ page }) => {
  await signInAs(page, "Referrals admin", `${server().url}/?audience=safe`);
  await expect(page.getByRole("main").getByRole("table").first()).toBeVisible({ timeout: 20_000 });
  await page.waitForTimeout(3000);
  expect(await pictures(page)).toBe(0);
  await page.addInitScript(() =>
    Reflect.set(IDBFactory.prototype, "open", () => {
      throw new Error("refused");
    }),
  );
  await forgetWho(page);
  await visit(page);
  await page.reload();
  await expectFigures(page);
});

test("nothing that somebody puts into a stored picture can run @long", async ({ page }) => {
  await visitAndKeep(page);
  expect(await pictures(page, "tree")).toBe(1);
  await page.reload();
  await expect(page.locator("#picture p").getByText("Harmless")).toBeAttached();
  await page.locator("#picture").getByText("Wrong link").click();
  await page.locator("#picture").getByText("Harmless").hover();
  expect(
    await page.evaluate(() => [
      document.querySelectorAll("#picture img, #picture script, #picture [href], #picture [onclick]").length,
      document.documentElement.hidden,
      Reflect.get(window, "ran"),
    ]),
  ).toEqual([0, false, undefined]);
});
