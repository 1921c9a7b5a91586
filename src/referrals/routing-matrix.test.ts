import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnelOf } from "./funnel.ts";
import { marketCode } from "./market.ts";
import { type RouteOutcomeCount, type RoutingLine, routingMatrix } from "./routing-matrix.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";

const route = (
  customerMarket: string | null,
  partnerMarket: string | null,
  count: number,
): RouteOutcomeCount => ({
  customerMarket,
  partnerMarket,
  outcome: "won",
  acknowledged: true,
  accepted: true,
  count,
});
const marketsIn = (line: RoutingLine) => (line.kind === "market" ? [line.market] : line.members);

describe("a routing matrix", () => {
  const matrix = routingMatrix(
    [
      route("US", "DE", 5),
      route("us ", "US", 9),
      route("FR", "DE", 3),
      route("AT", "CH", 1),
      route(null, null, 2),
    ],
    2,
  );

  it("ranks customer and partner markets, the rest as Other", () => {
    expect(matrix.rows).toEqual([
      { kind: "market", market: "US", count: 14 },
      { kind: "market", market: "FR", count: 3 },
      { kind: "other", members: ["", "AT"], count: 3 },
    ]);
    expect(matrix.columns).toEqual([
      { kind: "market", market: "DE", count: 8 },
      { kind: "market", market: "", count: 2 },
      { kind: "other", members: ["CH"], count: 1 },
    ]);
  });

  it("has domestic referrals apart; two missing markets are not the same one", () => {
    expect(matrix.domestic.map(({ created }) => created)).toEqual([9, 0, 0]);
    expect(matrix.cells.map((row) => row.map(({ created }) => created))).toEqual([
      [5, 0, 0],
      [3, 0, 0],
      [0, 2, 1],
    ]);
  });

  it("counts each referral once, in the cell of its two markets", () => {
    const anyMarket = fc.constantFrom("US", " us", "DE", "FR", "AT", "", null);
    const anyRoute = fc
      .tuple(anyOutcomeCount, anyMarket, anyMarket)
      .map(([one, customerMarket, partnerMarket]) => ({ ...one, customerMarket, partnerMarket }));
    fc.assert(
      fc.property(fc.array(anyRoute), fc.integer({ min: 1, max: 5 }), (outcomeCounts, max) => {
        const { rows, columns, cells, domestic, all } = routingMatrix(outcomeCounts, max);
        const inCell = (row: RoutingLine, column: RoutingLine | null) =>
          outcomeCounts.filter((one) => {
            const [customer, partner] = [marketCode(one.customerMarket), marketCode(one.partnerMarket)];
            const isDomestic = customer === partner && customer !== "";
            if (column === null || isDomestic)
              return isDomestic && !column && marketsIn(row).includes(customer);
            return marketsIn(row).includes(customer) && marketsIn(column).includes(partner);
          });
        for (const [at, row] of rows.entries()) {
          expect(domestic[at]).toEqual(funnelOf(inCell(row, null)));
          expect(cells[at]).toEqual(columns.map((column) => funnelOf(inCell(row, column))));
        }
        expect(all).toEqual(funnelOf(outcomeCounts));
        const counts = [...cells.flat(), ...domestic].map(({ created }) => created);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.created);
      }),
    );
  });
});
