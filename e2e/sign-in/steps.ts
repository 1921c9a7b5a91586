import { expect, type Page } from "playwright/test";
import { panel } from "../page.ts";

export type StaffName =
  | "Referrals admin"
  | "One-market user (Germany)"
  | "Without the role"
  | "Must do MFA"
  | "Short session"
  | "First visit";

/** Presses the one button of the dashboard before sign-in. */
export async function pressSignIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Chooses an account on the provider's page. */
export async function pick(page: Page, name: StaffName): Promise<void> {
  await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
  await page.getByRole("button", { name }).click();
}

/** Opens an address of the dashboard, signs in as somebody, and waits for their name in its head. */
export async function signInAs(page: Page, name: StaffName, address: string): Promise<void> {
  await page.goto(address);
  await pressSignIn(page);
  await pick(page, name);
  await expect(accountButton(page)).toContainText(name);
}

export function accountButton(page: Page) {
  return page.getByRole("button", { name: /^Account: / });
}

export async function chooseInAccountMenu(page: Page, action: string): Promise<void> {
  await accountButton(page).click();
  await page.getByRole("button", { name: action }).click();
}

/** Waits until the figures are drawn. */
export async function expectFigures(page: Page): Promise<void> {
  await expect(panel(page, "Key figures").getByText("Created").first()).toBeVisible({ timeout: 30_000 });
}

export async function expectSignInPage(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Key figures" })).toHaveCount(0);
}

/** Paths of the calls to the endpoint and of loaded code, from now on. */
export function watchRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}
