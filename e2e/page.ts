import { expect, type FrameLocator, type Locator, type Page, test } from "playwright/test";

/** A cell of a table: what is read, and the exact value behind it ("" where there is none). */
export type Cell = { text: string; value: string };

/**
 * Goes to an address: within the page where one of the same site is loaded, as its links do. To load it anew takes eight
 * times as long, and is for tests of what the load does.
 */
export async function goTo(page: Page, url: string): Promise<void> {
  if (page.url().startsWith(new URL(url).origin))
    await page.evaluate((to) => history.pushState(null, "", to), url);
  else await page.goto(url);
}

/** A panel of any view, by its title. */
export function panel(page: Page | FrameLocator, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** Waits until what is read from the page is what it should be: a new answer may still be on its way. */
export async function expectSoon(read: () => Promise<object>, expected: object): Promise<void> {
  await expect(async () => {
    expect(await read()).toEqual(expected);
  }).toPass({ intervals: [50, 100, 150, 250], timeout: 30_000 });
}

/** Every test of the file ends in failure when the page has written an error to the console. */
export function expectQuietConsole(): void {
  const errors: string[] = [];
  test.beforeEach(({ page }) => {
    errors.length = 0;
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
  });
  test.afterEach(() => expect(errors).toEqual([]));
}

/** All rows of a table, the head included. */
export async function readTable(table: Locator): Promise<Cell[][]> {
  return table.evaluate((node) => {
    const exact = (cell: Element) =>
      cell.querySelector("data")?.value ?? cell.querySelector("time")?.dateTime ?? "";
    return [...(node as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((cell) => ({ text: (cell.textContent ?? "").trim(), value: exact(cell) })),
    );
  });
}

/** The exact number of a cell; null where it has none. */
export function exact(cell: Cell | undefined): number | null {
  return cell === undefined || cell.value === "" ? null : Number(cell.value);
}

/** A number that was counted, as `exact` reads it: null for NaN. */
export function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** The exact numbers of a column by the first cell of their row; `key` makes a name of that cell. */
export async function readColumn(
  table: Locator,
  column: string,
  key: (cell: Cell) => string = ({ text }) => text,
): Promise<Record<string, number>> {
  const [head = [], ...rows] = await readTable(table);
  const at = head.findIndex(({ text }) => text === column);
  expect(at, `column ${column}`).toBeGreaterThan(0);
  return Object.fromEntries(rows.map((cells) => [key(cells[0] ?? NO_CELL), Number(cells[at]?.value)]));
}

const NO_CELL: Cell = { text: "", value: "" };
