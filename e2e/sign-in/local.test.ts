import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "../crm.ts";
import { barriers } from "../everyone/looks.ts";
import { expectQuietConsole } from "../page.ts";
import { chooseInAccountMenu, expectFigures, expectSignInPage, pick, pressSignIn } from "./steps.ts";

const server = serverForFile({ file: CRM_FILE, signIn: "local" });
expectQuietConsole();

test("SIGN_IN=local signs in and out on the dashboard's own origin, under its policy", async ({ page }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(`${server().url}/?grain=year`);
  await pressSignIn(page);
  await pick(page, "Referrals admin");
  await expectFigures(page);
  await expect(page.getByText("Source: crm-opportunities.csv")).toBeVisible();
  expect(page.url()).toBe(`${server().url}/?grain=year`);
  await chooseInAccountMenu(page, "Sign out");
  await expectSignInPage(page);
  expect([...hosts]).toEqual([server().url]);
});

async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}

for (const [colorScheme, mark] of [
  ["light", ""],
  ["dark", " @long"],
] as const) {
  test(`the way in has no barrier that axe finds, ${colorScheme}${mark}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(server().url);
    await expectSignInPage(page);
    await expectNoBarrier(page);
    await pressSignIn(page);
    await expect(page.getByRole("button", { name: "Referrals admin" })).toBeVisible();
    await expectNoBarrier(page);
  });
}
