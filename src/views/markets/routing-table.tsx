import type { ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import type { RoutingLine, RoutingMatrix } from "#referrals/routing-matrix.ts";
import type { Drill } from "#selection/drill.ts";
import type { CellFigure } from "#selection/keys/markets.ts";
import { Market, useMarketName } from "#ui/value.tsx";

export type RoutingTableProps = {
  matrix: RoutingMatrix;
  cell: CellFigure;
  /** Cells shaded by their figure, else in figures alone. */
  isPicture: boolean;
};

/** Customer markets by partner markets; domestic referrals stand in a column of their own, and the lines add up. */
export function RoutingTable({ matrix, cell, isPicture }: RoutingTableProps): ReactNode {
  const { words } = useI18n();
  const { rows, columns, cells, domestic, all } = matrix;
  // Domestic ones are so many that beside them all others would look alike.
  const [most, mostCrossing] = [largestOf(domestic), largestOf(cells.flat())];
  const shade = (funnel: Funnel, largest: number) => (isPicture ? shadeOf(funnel, cell, largest) : undefined);
  const named = namedMarkets(rows);
  return (
    <table className="table routing">
      <caption className="visually-hidden">{words("routing.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("routing.from")}</th>
          <th scope="col">{words("routing.all")}</th>
          <th scope="col">{words("routing.domestic")}</th>
          {columns.map((column) => (
            <th key={keyOf(column)} scope="col">
              <LineName line={column} term="partners" />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={keyOf(row)}>
            <th scope="row">
              <LineName line={row} term="markets" />
            </th>
            <td>
              <Figure value={row.count} drill={ofRow(row, named)} />
            </td>
            <td style={shade(domestic[at] ?? all, most)}>
              <CellValue
                funnel={domestic[at] ?? all}
                cell={cell}
                drill={{ ...ofRow(row, named), route: "domestic" }}
              />
            </td>
            {columns.map((column, place) => {
              const funnel = cells[at]?.[place] ?? all;
              const partner = ofColumn(column, namedMarkets(columns));
              const drill: Drill = { ...ofRow(row, named), ...partner, notRoute: "domestic" };
              return (
                <td key={keyOf(column)} style={shade(funnel, mostCrossing)}>
                  <CellValue funnel={funnel} cell={cell} drill={drill} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function largestOf(funnels: readonly Funnel[]): number {
  return Math.max(1, ...funnels.map(({ created }) => created));
}

type CellValueProps = { funnel: Funnel; cell: CellFigure; drill: Drill };

function CellValue({ funnel, cell, drill }: CellValueProps): ReactNode {
  if (funnel.created === 0) return <data value={0}>–</data>;
  if (cell === "count") return <Figure value={funnel.created} drill={drill} />;
  if (cell === "acceptance")
    return <RateFigure rate={acceptanceRate(funnel)} drill={{ ...drill, reached: "accepted" }} />;
  return <RateFigure rate={winRate(funnel)} drill={{ ...drill, outcomes: ["won"] }} />;
}

function LineName({ line, term }: { line: RoutingLine; term: "markets" | "partners" }): ReactNode {
  const { words } = useI18n();
  const nameOf = useMarketName();
  if (line.kind === "other") return words("routing.other", { count: line.members.length });
  return (
    <FilterMark term={term} value={line.market} name={nameOf(line.market)} className="plain-button">
      <Market code={line.market} />
    </FilterMark>
  );
}

function keyOf(line: RoutingLine): string {
  return line.kind === "market" ? `market ${line.market}` : "other";
}

function namedMarkets(lines: readonly RoutingLine[]): string[] {
  return lines.flatMap((line) => (line.kind === "market" ? [line.market] : []));
}

function ofRow(line: RoutingLine, named: readonly string[]): Drill {
  return line.kind === "market" ? { markets: [line.market] } : { notMarkets: named };
}

function ofColumn(line: RoutingLine, named: readonly string[]): Drill {
  return line.kind === "market" ? { partners: [line.market] } : { notPartners: named };
}

/** The accent, as strong as the figure is high; the number stands beside it always. */
function shadeOf(funnel: Funnel, cell: CellFigure, largest: number): { background: string } | undefined {
  if (funnel.created === 0) return undefined;
  const rate = cell === "acceptance" ? acceptanceRate(funnel) : winRate(funnel);
  const share = cell === "count" ? funnel.created / largest : rate.kind === "rate" ? rate.value : 0;
  return { background: `color-mix(in oklab, var(--accent) ${Math.round(share * 28)}%, transparent)` };
}
