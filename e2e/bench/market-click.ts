import { expect, type Page } from "playwright/test";
import { panel } from "../page.ts";
import type { Watch } from "./watch.ts";

export type Clicked = { painted: number; requests: number };

/** The first markets of the Overview's table. */
export async function marketNames(page: Page, count: number): Promise<string[]> {
  return (await panel(page, "Markets").locator("tbody th button").allInnerTexts()).slice(0, count);
}

/** A press on a market: from the event's own time to the frame with its last change. */
export async function pressMarket(name: string, page: Page, watching: Watch): Promise<Clicked> {
  const clicked = await press(panel(page, "Markets").getByRole("button", { name, exact: true }), watching);
  await expect(page).toHaveURL(/market=/);
  return clicked;
}

/** The press that takes the market back. */
export function pressRemove(page: Page, watching: Watch): Promise<Clicked> {
  return press(page.getByRole("button", { name: /^Remove / }), watching);
}

export async function press(
  button: { click: () => Promise<void> },
  { settledAfterClick, requests }: Watch,
): Promise<Clicked> {
  const before = requests();
  await button.click();
  const { clickedAt, lastPaint } = await settledAfterClick();
  return { painted: lastPaint - clickedAt, requests: requests() - before };
}
