import type { Page } from "playwright/test";
import { countChange } from "../oracle/comparison.ts";
import type { Referral } from "../oracle/csv.ts";
import { countFunnel, type FunnelCount } from "../oracle/funnel.ts";
import { has } from "../oracle/outcome.ts";
import { dayOfStep, type FunnelFigures, funnelFigures } from "../oracle/parts.ts";
import type { Period } from "../oracle/period.ts";
import { intervalText, type RateName, rateOf, shareOf } from "../oracle/rates.ts";
import { bucketsOf, type Grain, startOf } from "../oracle/trend.ts";
import { bucketStates } from "../oracle/trend-figures.ts";
import { exact, panel, readColumn, readTable } from "../page.ts";

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
    exits: await leaves("Drop-offs"),
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

const COHORTS = "Conversion by cohort";

/** The figures of each cohort by its first day. */
export function readCohorts(page: Page): Promise<[string, FunnelFigures][]> {
  return readParts(page, COHORTS);
}

/** Cohorts by the day of creation, as far as they have come by now. */
export function expectedCohorts(
  created: readonly Referral[],
  period: Period,
  grain: Grain,
): [string, FunnelFigures][] {
  return cohortsOf(created, period, grain).map(([start, some]) => [start, funnelFigures(some)]);
}

function cohortsOf(created: readonly Referral[], period: Period, grain: Grain): [string, Referral[]][] {
  return bucketsOf(period, grain).map((start) => [
    start,
    created.filter((one) => startOf(dayOfStep(one, "created"), grain) === start),
  ]);
}

/** What is said of each cohort: whether its rates may still change, and why. */
export async function readCohortStatus(page: Page): Promise<string[]> {
  const [, ...rows] = await readTable(panel(page, COHORTS).getByRole("table"));
  return rows.map((cells) => cells[10]?.text ?? "");
}

export function expectedCohortStatus(
  cohorts: readonly (readonly [string, FunnelFigures])[],
  period: Period,
  grain: Grain,
): string[] {
  const states = bucketStates(period, grain, Date.now());
  return cohorts.map(([, [, , , , open = 0]], at) => {
    const { isFinished = false, covered = 0, days = 0 } = states[at] ?? {};
    if (isFinished) return open === 0 ? "final" : `not final: ${open} still open`;
    return `not final: ${covered} of ${days} days, ${open === 0 ? "none" : open} still open`;
  });
}

/** The intervals of acceptance and win rate of each row of a table of funnels. */
export async function readIntervals(page: Page, title: string): Promise<string[][]> {
  const [, ...rows] = await readTable(panel(page, title).getByRole("table"));
  return rows.map((cells) => [7, 9].map((at) => cells[at]?.text ?? ""));
}

/** The intervals that belong to rows of figures. */
export function expectedIntervals(rows: readonly (readonly [string, FunnelFigures])[]): string[][] {
  return rows.map(([, [base = 0, , accepted = 0, won = 0]]) =>
    [accepted, won].map((part) => intervalText({ part, base })),
  );
}

type Compared = Record<string, (number | string | null)[]>;

/** Both sides and the change of the comparison, and both intervals of a rate, by figure. */
export async function readComparison(page: Page): Promise<Compared> {
  const [, ...rows] = await readTable(panel(page, "Side-by-side comparison").getByRole("table"));
  return Object.fromEntries(
    rows.map(([key, a, b, ...rest]) => {
      // Other days are also shown judged the other way, a rival is not.
      const [change, ...intervals] = rest.slice(-3);
      return [key?.value, [...[a, b, change].map(exact).map(rounded), ...intervals.map(({ text }) => text)]];
    }),
  );
}

export function expectedComparison(a: readonly Referral[], b: readonly Referral[]): Compared {
  const sides = [a, b] as const;
  const counts = sides.map((side) => {
    const [created = 0, acknowledged = 0, accepted = 0, won = 0, open = 0] = funnelFigures(side);
    return { created, acknowledged, accepted, won, exits: created - won - open, open };
  });
  const ofCounts = Object.keys(counts[0] ?? {}).map((key) => {
    const [x = 0, y = 0] = counts.map((side) => side[key as keyof typeof side]);
    return [key, [...[x, y, countChange(y, x)].map(rounded), "", ""]];
  });
  const ofRates = (["acceptance", "win", "close"] as const satisfies RateName[]).map((name) => {
    const shares = sides.map((side) => shareOf(side, name));
    const [x = 0, y = 0] = shares.map(rateOf);
    return [name, [...[x, y, (x - y) * 100].map(rounded), ...shares.map((one) => intervalText(one))]];
  });
  return Object.fromEntries([...ofCounts, ...ofRates]);
}

function rounded(value: number | null): number | null {
  return value === null || Number.isNaN(value) ? null : Math.round(value * 1e9) / 1e9;
}
