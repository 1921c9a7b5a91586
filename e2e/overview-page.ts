import type { Page } from "playwright/test";
import type { FunnelCount, Stage } from "./oracle/funnel.ts";
import type { TrendCount } from "./oracle/trend.ts";
import { type Cell, panel, readColumn, readTable } from "./page.ts";

/** The panels of the Overview. */
export type PanelName = "Key figures" | "Status funnel" | "Referrals over time" | "Markets";

/** The table of the funnel: its stages and its exits ("outcome / stage left"). */
export async function readFunnel(page: Page): Promise<Pick<FunnelCount, "stages" | "exits">> {
  const region = panel(page, "Status funnel");
  const stages = region.getByRole("table").filter({ has: page.getByRole("rowheader", { name: "Created" }) });
  const counts = await readColumn(stages.first(), "Referrals");
  const [, ...exits] = await readTable(region.getByRole("table", { name: "Drop-offs" }));
  return {
    stages: counts as Record<Stage, number>,
    exits: Object.fromEntries(
      exits.map(([outcome, stage, count]) => [`${outcome?.text} / ${stage?.text}`, Number(count?.value)]),
    ),
  };
}

/** A column of the Markets table, by market code. */
export function readMarkets(page: Page, column = "Referrals"): Promise<Record<string, number>> {
  return readColumn(panel(page, "Markets").getByRole("table"), column, ({ value }) => value);
}

/** The table of the trend: columns by market code, and "Other" and "All"; what else it tells is left out. */
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

/** The table of the key figures: the exact value of each by its name. */
export async function readKeyFigures(page: Page): Promise<Record<string, number>> {
  const rows = await readTable(panel(page, "Key figures").getByRole("table"));
  return Object.fromEntries(rows.slice(1).map(([name, value]) => [name?.text ?? "", Number(value?.value)]));
}
