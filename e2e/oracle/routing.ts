import type { Referral } from "./csv.ts";
import { marketOf } from "./markets.ts";
import { keyOf, largestKeys } from "./trend-figures.ts";

/** A row or a column: the markets in it, by one code alone or all that are not among the first eight. */
export type Line = { name: string; markets: readonly string[] };

export type RoutingCount = {
  columns: Line[];
  rows: { line: Line; domestic: Referral[]; cells: Referral[][] }[];
};

const partnerOf = (referral: Referral) => keyOf(referral, "partner");

/** From a market to a partner of the same, and both are known. */
export function isDomestic(referral: Referral): boolean {
  return marketOf(referral) !== "" && marketOf(referral) === partnerOf(referral);
}

/** Customer markets by the partner markets of those that cross a border. */
export function countRouting(referrals: readonly Referral[]): RoutingCount {
  const crossing = referrals.filter((one) => !isDomestic(one));
  const columns = linesOf(largestKeys(crossing, "partner"));
  const rows = linesOf(largestKeys(referrals, "market")).map((line) => {
    const own = referrals.filter((one) => line.markets.includes(marketOf(one)));
    const cells = columns.map(({ markets }) =>
      own.filter((one) => !isDomestic(one) && markets.includes(partnerOf(one))),
    );
    return { line, domestic: own.filter(isDomestic), cells };
  });
  return { columns, rows };
}

function linesOf({ series, rest }: { series: string[]; rest: string[] }): Line[] {
  const lines = series.map((market) => ({ name: market, markets: [market] }));
  return rest.length === 0 ? lines : [...lines, { name: `Other (${rest.length})`, markets: rest }];
}
