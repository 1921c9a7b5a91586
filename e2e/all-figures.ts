import { expect, type Page } from "playwright/test";
import { quiet, watchCalls } from "./calls.ts";

export const VIEW_PATHS = ["/", "/funnel", "/trends", "/markets", "/times", "/referrals"] as const;

/** Every exact figure of a view, in order, once nothing is on its way any more. */
export async function figuresAt(page: Page, url: string): Promise<string[]> {
  const watched = watchCalls(page);
  await page.goto(url);
  await expect(page.locator("main data").first()).toBeVisible({ timeout: 60_000 });
  await quiet(watched);
  // What explains the figures of the Overview comes after all else.
  if (new URL(url).pathname === "/")
    await expect(page.locator("#why p, #why table").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".panel__loading, .is-old, .panel__note--waiting")).toHaveCount(0);
  // What is asked last is asked when all else is here.
  await quiet(watched);
  // What is new since the last visit depends on the visits.
  return page
    .locator("main data")
    .evaluateAll((nodes) =>
      nodes.flatMap((node) => (node.closest(".overview__since") ? [] : [(node as HTMLDataElement).value])),
    );
}

/** Ages in ms move with the clock; no count comes near to a million. */
export function withoutAges(figures: readonly string[]): string[] {
  return figures.map((figure) => (Math.abs(Number(figure)) >= 1_000_000 ? "age" : figure));
}
