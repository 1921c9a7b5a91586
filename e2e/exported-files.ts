import { readFile } from "node:fs/promises";
import { type Download, expect, type FrameLocator, type Locator, type Page } from "playwright/test";
import { csvRows } from "./oracle/csv.ts";
import { panel } from "./page.ts";

/** The panels that can be taken away, by the address of their view. */
export const PANELS: Record<string, string[]> = {
  "/": ["Key figures", "Status funnel", "Referrals over time", "Markets"],
  "/funnel": [
    "From created to won",
    "Funnel by customer market",
    "Side-by-side comparison",
    "Conversion by cohort",
  ],
  "/trends": ["Referrals over time"],
  "/markets": ["Customer markets", "Routing"],
  "/times": [
    "Response times",
    "What to answer next",
    "Answered on time",
    "How long it took",
    "Over time",
    "By customer market",
  ],
};

/** Opens the menu by which a panel or the list is taken away. */
export async function openMenu(place: Page | FrameLocator, region: Locator): Promise<Locator> {
  await region.getByRole("button", { name: /^Export: / }).click();
  const menu = place.getByRole("dialog", { name: /^Export: / });
  await expect(menu.getByRole("button", { name: "CSV", exact: true })).toBeVisible();
  return menu;
}

/** Takes a panel or the list away. */
export async function take(page: Page, title: string, choice: string): Promise<Download> {
  const menu = await openMenu(page, panel(page, title));
  const arrives = page.waitForEvent("download");
  await menu.getByRole("button", { name: choice, exact: true }).click();
  const download = await arrives;
  await expect(menu.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
  await page.keyboard.press("Escape");
  return download;
}

/** All tables of a panel as it shows them, heads included: what each cell says exactly, times in hours. */
export async function readChartTables(region: Locator): Promise<string[][][]> {
  await expect(region.getByText("…", { exact: true })).toHaveCount(0);
  return region.getByRole("table").evaluateAll((tables) => {
    const inHours = ({ value, dataset }: HTMLDataElement) =>
      dataset.unit === "ms" ? String(+value / 3_600_000) : value;
    const exact = (cell: HTMLTableCellElement) => {
      const [data, time] = [cell.querySelector("data"), cell.querySelector("time")];
      const isFigure = cell.tagName === "TD" && data?.value && !Number.isNaN(+data.value);
      if (isFigure) return inHours(data);
      const text = data === null && time ? time.dateTime : (cell.textContent ?? "").trim();
      return text === "–" ? "" : text;
    };
    return tables.map((table) =>
      [...(table as HTMLTableElement).rows].map((row) => [...row.cells].map(exact)),
    );
  });
}

/** What is said above the tables of a CSV. */
export function notesOf(text: string): string[] {
  return csvRows(text).flatMap(([first = ""]) => (first.startsWith("# ") ? [first.slice(2)] : []));
}

/** The tables of a CSV, without their titles, the columns of codes and notes, and the unit in heads. */
function tablesOf(text: string, count: number): string[][][] {
  const blocks: string[][][] = [[]];
  for (const row of csvRows(text).filter(([first]) => !first?.startsWith("# "))) {
    if (count > 1 && row.every((field) => field === "")) blocks.push([]);
    else blocks.at(-1)?.push(row);
  }
  return blocks.map((block) => {
    const rows = count > 1 ? block.slice(1) : block;
    const kept = (rows[0] ?? []).flatMap((name, at) => (/^$|\((code|note)\)$/.test(name) ? [] : [at]));
    return rows.map((row) => kept.map((at) => (row[at] ?? "").replace(/ \(hours\)$/, "")));
  });
}

/**
 * Takes a panel away while it shows its picture; again where figures were still on their way. Gives the panel's mark
 * of figures that are not complete, which the file has to bear too.
 */
export async function expectSameCsv(page: Page, title: string): Promise<string | null> {
  const region = panel(page, title);
  let mark: string | null = null;
  await expect(async () => {
    const download = await take(page, title, "CSV");
    const text = await readFile(await download.path(), "utf8");
    await region.getByRole("button", { name: "Show as table" }).click();
    const tables = await readChartTables(region);
    [mark = null] = await region.locator(".panel__mark").allTextContents();
    await region.getByRole("button", { name: "Show as chart" }).click();
    expect(tables.flat().length, title).toBeGreaterThan(1);
    expect(tablesOf(text, tables.length), title).toEqual(tables);
    const ending = mark === null ? "" : "-incomplete";
    const name = new RegExp(`^referrals-[a-z]+-(?:\\d{4}-\\d\\d-\\d\\d_?){2}${ending}\\.csv$`);
    expect(download.suggestedFilename()).toMatch(name);
    const said = notesOf(text).filter((note) => note.startsWith("Completeness: "));
    expect(said).toEqual(mark === null ? [] : [`Completeness: ${mark}`]);
  }).toPass();
  return mark;
}
