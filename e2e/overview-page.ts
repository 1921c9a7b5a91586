import { expect, type Locator, type Page, test } from "playwright/test";
import type { FunnelCount, Stage } from "./oracle/funnel.ts";
import type { TrendCount } from "./oracle/trend.ts";

/** A cell of a table: what is read, and the exact value behind it ("" where there is none). */
export type Cell = { text: string; value: string };

export type PanelName = "Key figures" | "Status funnel" | "Referrals over time" | "Markets";

/** A panel of the page, by its title. */
export function panel(page: Page, name: PanelName): Locator {
  return page.getByRole("region", { name, exact: true });
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

/** The twin of the funnel: its stages and its exits ("outcome / stage left"). */
export async function readFunnel(page: Page): Promise<Pick<FunnelCount, "stages" | "exits">> {
  const region = panel(page, "Status funnel");
  const stages = region.getByRole("table").filter({ has: page.getByRole("rowheader", { name: "Created" }) });
  const counts = await readColumn(stages.first(), "Referrals");
  const [, ...exits] = await readTable(region.getByRole("table", { name: "Exits" }));
  return {
    stages: counts as Record<Stage, number>,
    exits: Object.fromEntries(
      exits.map(([outcome, stage, count]) => [`${outcome?.text} / ${stage?.text}`, Number(count?.value)]),
    ),
  };
}

/** A column of the twin of the Markets table, by market code. */
export function readMarkets(page: Page, column = "Referrals"): Promise<Record<string, number>> {
  return readColumn(panel(page, "Markets").getByRole("table"), column, ({ value }) => value);
}

/** The twin of the trend: columns by market code, and "Other" and "All"; what else it tells is left out. */
export async function readTrend(page: Page): Promise<TrendCount> {
  const [head = [], ...rows] = await readTable(panel(page, "Referrals over time").getByRole("table"));
  const last = head.findIndex(({ text }) => text === "All");
  const isMarket = (cell: Cell) => !["Other", "All"].includes(cell.text);
  return {
    columns: head.slice(1, last + 1).map((cell) => (isMarket(cell) ? cell.value : cell.text)),
    rows: rows.map(([start, ...cells]) => ({
      start: start?.value ?? "",
      counts: cells.slice(0, last).map(({ value }) => Number(value)),
    })),
  };
}

/** The twin of the key figures: the exact value of each by its name. */
export async function readKeyFigures(page: Page): Promise<Record<string, number>> {
  const rows = await readTable(panel(page, "Key figures").getByRole("table"));
  return Object.fromEntries(rows.slice(1).map(([name, value]) => [name?.text ?? "", Number(value?.value)]));
}

/** Waits until what is read from the page is what it should be: a new answer may still be on its way. */
export async function expectSoon(read: () => Promise<object>, expected: object): Promise<void> {
  await expect(async () => {
    expect(await read()).toEqual(expected);
  }).toPass({ timeout: 30_000 });
}
