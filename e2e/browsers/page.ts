import { expect } from "playwright/test";
import type { Driver } from "./drivers.ts";

/** A cell of a table: what is read, and the exact value behind it ("" where there is none). */
export type Cell = { text: string; value: string };
export type Table = { caption: string; rows: Cell[][] };

/** All tables of the panel with this title. */
export function readTables(driver: Driver, title: string): Promise<Table[]> {
  return driver.run((wanted: string) => {
    const nameOf = (element: Element) => {
      const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const named = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      return (named || element.getAttribute("aria-label") || "").trim();
    };
    const panel = [...document.querySelectorAll("main section")].find((one) => nameOf(one) === wanted);
    return [...(panel?.querySelectorAll("table") ?? [])].map((table) => ({
      caption: table.caption?.textContent ?? table.getAttribute("aria-label") ?? "",
      rows: [...table.rows].map((row) =>
        [...row.cells].map((cell) => ({
          text: (cell.textContent ?? "").trim(),
          value: cell.querySelector("data")?.value ?? cell.querySelector("time")?.dateTime ?? "",
        })),
      ),
    }));
  }, title);
}

/** The exact numbers of a column by what names their row: its value, else its text. */
export async function readColumn(
  driver: Driver,
  title: string,
  column: string,
  key: "value" | "text",
): Promise<Record<string, number>> {
  for (const { rows } of await readTables(driver, title)) {
    const [head = [], ...lines] = rows;
    const at = head.findIndex(({ text }) => text === column);
    if (at > 0) return Object.fromEntries(lines.map((cells) => [cells[0]?.[key], Number(cells[at]?.value)]));
  }
  return {};
}

/** Waits until what is read is what it should be: an answer may still be on its way. */
export async function expectSoon(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect(async () => {
    expect(await read()).toEqual(expected);
  }).toPass({ intervals: [100, 250, 500], timeout: 60_000 });
}

/** Presses the first visible element of a kind whose name or text is this. */
export async function press(driver: Driver, kind: string, name: string | RegExp): Promise<void> {
  const wanted = typeof name === "string" ? `^${name}$` : name.source;
  await expect(async () => {
    const isThere = await driver.run(
      ([selector, pattern]: [string, string]) => {
        for (const old of document.querySelectorAll("[data-pressed]")) old.removeAttribute("data-pressed");
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
          (one) =>
            one.getClientRects().length > 0 &&
            new RegExp(pattern).test((one.getAttribute("aria-label") ?? one.textContent ?? "").trim()),
        );
        found?.setAttribute("data-pressed", "");
        found?.scrollIntoView({ block: "center" });
        return found !== undefined;
      },
      [kind, wanted],
    );
    expect(isThere, `${kind} ${wanted}`).toBe(true);
    await driver.click("[data-pressed]");
  }).toPass({ timeout: 60_000 });
}
