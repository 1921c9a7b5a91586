import { type Funnel, funnelOf, type OutcomeCount } from "./funnel.ts";
import { compareMarkets, marketCode } from "./market.ts";
import { routeOf } from "./route.ts";

/** Outcome counts by customer and partner market, spelled as in the data. */
export type RouteOutcomeCount = OutcomeCount & {
  customerMarket: string | null;
  partnerMarket: string | null;
};

/** A row or column of the matrix: a market code ("" is none), or the others with their codes. */
export type RoutingLine =
  | { kind: "market"; market: string; count: number }
  | { kind: "other"; members: readonly string[]; count: number };

/**
 * Customer by partner markets, largest first (columns without domestic referrals), the others last.
 * `cells[row][column]` excludes domestic referrals (both markets known and equal), which are in `domestic[row]`. `all`
 * is everything.
 */
export type RoutingMatrix = {
  rows: readonly RoutingLine[];
  columns: readonly RoutingLine[];
  cells: readonly (readonly Funnel[])[];
  domestic: readonly Funnel[];
  all: Funnel;
};

type Coded = { customer: string; partner: string; outcomeCount: OutcomeCount };

function linesOf(coded: readonly Coded[], codeOf: (one: Coded) => string, max: number): RoutingLine[] {
  const counts = new Map<string, number>();
  for (const one of coded) counts.set(codeOf(one), (counts.get(codeOf(one)) ?? 0) + one.outcomeCount.count);
  const ranked = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, count], [b, other]) => other - count || compareMarkets(a, b));
  const rest = ranked.slice(max);
  const lines = ranked.slice(0, max).map(([market, count]) => ({ kind: "market", market, count }) as const);
  if (rest.length === 0) return lines;
  const count = rest.reduce((sum, [, one]) => sum + one, 0);
  return [...lines, { kind: "other", members: rest.map(([market]) => market), count }];
}

/** Index of each market's row or column. */
function placesOf(lines: readonly RoutingLine[]): Map<string, number> {
  return new Map(
    lines.flatMap((line, place) =>
      (line.kind === "market" ? [line.market] : line.members).map((market) => [market, place] as const),
    ),
  );
}

/** Outcome counts per cell; one more column holds domestic referrals. */
function sortIntoCells(
  coded: readonly Coded[],
  rows: readonly RoutingLine[],
  columns: readonly RoutingLine[],
): OutcomeCount[][][] {
  const cells = rows.map(() => Array.from({ length: columns.length + 1 }, (): OutcomeCount[] => []));
  const [rowOf, columnOf] = [placesOf(rows), placesOf(columns)];
  for (const { customer, partner, outcomeCount } of coded) {
    const isDomestic = routeOf(customer, partner) === "domestic";
    const column = isDomestic ? columns.length : columnOf.get(partner);
    cells[rowOf.get(customer) ?? -1]?.[column ?? -1]?.push(outcomeCount);
  }
  return cells;
}

/** The routing matrix with at most `max` named customer markets and partner markets. */
export function routingMatrix(outcomeCounts: Iterable<RouteOutcomeCount>, max = 8): RoutingMatrix {
  const coded = Array.from(outcomeCounts, (outcomeCount) => ({
    customer: marketCode(outcomeCount.customerMarket),
    partner: marketCode(outcomeCount.partnerMarket),
    outcomeCount,
  }));
  const rows = linesOf(coded, ({ customer }) => customer, max);
  // Domestic referrals have their own column, so they do not decide which partner markets get one.
  const crossing = coded.filter(({ customer, partner }) => routeOf(customer, partner) !== "domestic");
  const columns = linesOf(crossing, ({ partner }) => partner, max);
  const cells = sortIntoCells(coded, rows, columns).map((row) => row.map(funnelOf));
  return {
    rows,
    columns,
    cells: cells.map((row) => row.slice(0, columns.length)),
    domestic: cells.map((row) => row[columns.length] ?? funnelOf([])),
    all: funnelOf(coded.map(({ outcomeCount }) => outcomeCount)),
  };
}
