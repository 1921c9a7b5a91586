import type { Cube } from "#aggregates/cube.ts";
import { rollUp } from "#aggregates/roll-up.ts";
import type { TermField } from "#partner-center/fields.ts";
import { marketCode } from "#referrals/market.ts";
import type { TrendRow } from "#referrals/trend.ts";
import { ofMarkets, outcomeRows } from "./outcome-rows.ts";
import type { StagesAnswer } from "./stages.ts";

/** Terms by which a trend can be split; markets by their codes. */
export const TREND_TERMS = [
  "customerMarket",
  "partnerMarket",
  "customerOrgSize",
] as const satisfies readonly TermField[];

export type TrendTerm = (typeof TREND_TERMS)[number];

function keyOf(term: TrendTerm, text: string | null): string {
  return term === "customerOrgSize" ? (text ?? "") : marketCode(text);
}

/** Created referrals of these customer markets (none: of all) by the values of a term and by bucket. */
export function trendRows(cube: Cube, term: TrendTerm, markets: readonly string[]): TrendRow[] {
  const { level } = cube.query;
  const table = rollUp(ofMarkets(cube, markets), [{ field: term }, { field: "createdDate", grain: level }]);
  const [terms, days] = table.columns;
  if (terms === undefined || days === undefined) return [];
  // Once for each value, not for each row: there are tens of thousands of rows.
  const keys = terms.values.map((text) => keyOf(term, text));
  const rows: TrendRow[] = [];
  table.counts.forEach((count, row) => {
    const day = days.values[days.codes[row] as number] ?? null;
    if (day !== null) rows.push({ key: keys[terms.codes[row] as number] ?? "", day, count });
  });
  return rows;
}

/** The same by outcome; the answer is grouped by created date too. */
export function outcomeTrendRows(answer: StagesAnswer, markets: readonly string[]): TrendRow[] {
  const { stages, closing } = answer;
  const narrowed: StagesAnswer = {
    stages: { ...stages, cube: ofMarkets(stages.cube, markets) },
    closing: closing && { ...closing, cube: ofMarkets(closing.cube, markets) },
  };
  return outcomeRows(narrowed, "createdDate").flatMap(({ key: day, outcome, count }) =>
    day === null ? [] : [{ key: outcome, day, count }],
  );
}
