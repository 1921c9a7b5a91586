import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";
import { visit } from "../views/referrals-page.ts";

/** Every page of the dashboard, with what its address must hold to show all of it. */
export const PAGES = ["/", "/funnel", "/trends", "/markets", "/times", "/referrals", "/help"] as const;

export const LANGUAGES = ["en", "de", "zh-Hant"] as const;
export const COLOURS = ["light", "dark", "forced colours"] as const;
export const WIDTHS = [1280, 320] as const;

/** Shows all that follows in these colours and this width. */
export async function look(
  page: Page,
  colours: (typeof COLOURS)[number],
  width: number,
  height = 900,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: colours === "dark" ? "dark" : "light",
    forcedColors: colours === "forced colours" ? "active" : "none",
  });
}

/** Goes to an address of the page that is loaded, and waits until all of it is there in that language. */
export async function show(page: Page, address: string, language: string): Promise<void> {
  await visit(page, `${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
  await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
  const path = address.replace(/\?.*/, "");
  if (path === "/help") await expect(page.locator(".help")).toBeVisible();
  else await expect(page.locator(`nav a[aria-current=page][href^="${path}?"]`)).toHaveCount(1);
  await expect(page.locator("main .panel").first()).toBeVisible();
  await settle(page);
}

/** Waits until nothing is on its way any more. */
export async function settle(page: Page): Promise<void> {
  await expect(
    page.locator(".panel__loading, .skeleton, [role=progressbar], [aria-busy=true]"),
    "nothing is loading",
  ).toHaveCount(0);
}

/** A rule that axe leaves out by itself. */
const TARGETS = { "target-size": { enabled: true } };

/** What axe finds on the page, or in a part of it: the rule, and where. */
export async function barriers(
  page: Page,
  part?: string,
  rules: Readonly<Record<string, { enabled: boolean }>> = TARGETS,
): Promise<unknown[]> {
  // What passes is not described: that takes longer than the rules themselves.
  // In legacy mode axe puts its findings together where it has made them, not in a second page, which takes three times as
  // long; that is for frames of other sites, of which these pages have none.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    rules,
  });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  return violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  ]);
}
