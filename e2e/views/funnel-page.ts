import type { Page } from "playwright/test";
import type { Referral } from "../oracle/csv.ts";
import { countFunnel, type FunnelCount } from "../oracle/funnel.ts";
import { has } from "../oracle/outcome.ts";
import type { FunnelFigures } from "../oracle/parts.ts";
import { panel, readColumn, readTable } from "../page.ts";

/** Stages, exits and open ones of the first panel's table, and what is implied. */
export async function readFunnelTable(page: Page): Promise<object> {
  const region = panel(page, "From created to won");
  const leaves = async (name: string) => {
    const [, ...rows] = await readTable(region.getByRole("table", { name }));
    return Object.fromEntries(
      rows.map(([outcome, stage, count]) => [`${outcome?.text} / ${stage?.text}`, Number(count?.value)]),
    );
  };
  return {
    stages: await readColumn(region.getByRole("table", { name: "Stages" }), "Referrals"),
    implied: await readColumn(region.getByRole("table", { name: "Stages" }), "Implied"),
    exits: await leaves("Exits"),
    open: await leaves("Still open"),
  };
}

export function expectedFunnelTable(referrals: readonly Referral[]): FunnelCount & { implied: object } {
  const reached = (stage: "Acknowledged" | "Accepted" | "Won") =>
    referrals.filter((one) => countFunnel([one]).stages[stage] === 1);
  const without = (some: readonly Referral[], step: string) => some.filter((one) => !has(one, step)).length;
  const implied = {
    Created: 0,
    Acknowledged: without(reached("Acknowledged"), "acknowledged"),
    Accepted: without(reached("Accepted"), "accepted"),
    Won: without(reached("Won"), "won"),
  };
  return { ...countFunnel(referrals), implied };
}

/** Rows of funnel figures by the value (or the text) of their first cell. */
export async function readParts(page: Page, title: string): Promise<[string, FunnelFigures][]> {
  const [, ...rows] = await readTable(panel(page, title).getByRole("table"));
  return rows.map(([name, ...cells]) => {
    const figures = [0, 1, 2, 3, 4, 5, 7].map((at) => {
      const { value = "", text = "" } = cells[at] ?? {};
      return text === "–" ? Number.NaN : Number(value || Number.NaN);
    });
    return [name?.value || (name?.text ?? "").replace(/^No (market|size)$/, ""), figures];
  });
}
