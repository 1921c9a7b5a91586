import type { Page } from "playwright/test";
import { panel, readTable } from "../page.ts";

/** The columns of the table up to "All": keys, and the exact figures by bucket. */
export async function readCounts(
  page: Page,
  title: string,
): Promise<{ columns: string[]; rows: number[][] }> {
  const [head = [], ...rows] = await readTable(panel(page, title).getByRole("table"));
  const last = head.findIndex(({ text }) => text === "All");
  const columns = head.slice(1, last + 1);
  return {
    columns: columns.map(({ text, value }) => (["Other", "All"].includes(text) ? text : value)),
    rows: rows.map((cells) =>
      cells.slice(1, last + 1).map(({ value }) => (value === "" ? Number.NaN : Number(value))),
    ),
  };
}
