import { expect, type Locator, type Page } from "playwright/test";

/** Height of a row of the list in CSS pixels. */
export const ROW_PX = 32;

/** Goes to an address within the page, as a link of it does, without loading it anew. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, "", to), address);
}

/** How many referrals the heading says the list holds; -1 while they are not here. */
export function readCount(page: Page): Promise<number> {
  return page
    .locator("main h2 data")
    .first()
    .evaluateAll(([data]) => (data instanceof HTMLDataElement ? Number(data.value) : -1));
}

/** Waits until the heading says this count. */
export async function expectCount(page: Page, count: number, about: string): Promise<void> {
  await expect(async () => expect(await readCount(page), about).toBe(count)).toPass({ timeout: 30_000 });
}

/** The texts of one column of all rows in their order: scrolls through the list. */
export function readAll(page: Page, column: number): Promise<string[]> {
  return page.getByRole("grid").evaluate(
    async (grid, [place, height]: readonly [number, number]) => {
      const box = grid.parentElement as HTMLElement;
      const count = Number(grid.getAttribute("aria-rowcount")) - 2;
      const texts: string[] = [];
      // Columns that are not in sight are not drawn.
      grid.querySelector(`thead [aria-colindex="${place + 1}"]`)?.scrollIntoView({ inline: "center" });
      box.scrollTop = 0;
      await new Promise(requestAnimationFrame);
      while (texts.length < count) {
        const row = grid.querySelector(`tbody [aria-rowindex="${texts.length + 3}"]`);
        const cell = row?.querySelector(`[aria-colindex="${place + 1}"]`);
        if (cell) texts.push(cell.textContent ?? "");
        else {
          box.scrollTop = texts.length * height;
          await new Promise(requestAnimationFrame);
        }
      }
      return texts;
    },
    [column, ROW_PX] as const,
  );
}

/** A cell by its row in the list (from 0) and the place of its column. */
export function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`tr[aria-rowindex="${row + 3}"] > [aria-colindex="${column + 1}"]`);
}

/** The row (from 0; -1 the filters, -2 the head) and the column (from 0) that have the focus. */
export function readFocus(page: Page): Promise<{ row: number; column: number }> {
  return page.evaluate(() => {
    const focused = document.activeElement?.closest("[aria-colindex]");
    const row = Number(focused?.closest("tr")?.getAttribute("aria-rowindex"));
    return { row: row - 3, column: Number(focused?.getAttribute("aria-colindex")) - 1 };
  });
}
