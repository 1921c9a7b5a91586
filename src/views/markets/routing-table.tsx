import type { CSSProperties, ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { figureColumns, rateValue, smallNote } from "#dashboard/figures/figure-columns.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import type { Rate } from "#referrals/rate.ts";
import type { RoutingLine, RoutingMatrix } from "#referrals/routing-matrix.ts";
import type { Drill } from "#selection/drill.ts";
import type { CellFigure } from "#selection/keys/markets.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { Market } from "#ui/value.tsx";

export type RoutingTableProps = {
  matrix: RoutingMatrix;
  cell: CellFigure;
  /** Cells shaded by their figure, else in figures alone. */
  isPicture: boolean;
  nameOf: (market: string) => string;
};

/** A customer market, or the rest of them, with its place in the matrix. */
type Row = { line: RoutingLine; at: number };

/** Customer markets by partner markets; domestic referrals stand in a column of their own, and the lines add up. */
export function routingTable(
  { matrix, cell, isPicture, nameOf }: RoutingTableProps,
  i18n: I18n,
): TableModel<Row> {
  const { t } = i18n;
  const { rows, columns, cells, domestic, all } = matrix;
  const [customers, partners] = [namedMarkets(rows), namedMarkets(columns)];
  const ofRow = ({ line }: Row): Drill =>
    line.kind === "market" ? { markets: [line.market] } : { notMarkets: customers };
  const ofColumn = (line: RoutingLine): Drill =>
    line.kind === "market" ? { partners: [line.market] } : { notPartners: partners };
  const nameOfLine = (line: RoutingLine) =>
    line.kind === "other" ? t("routing.other", { count: line.members.length }) : nameOf(line.market);
  const lineMark = (line: RoutingLine, filterKey: "markets" | "partners") => (
    <LineMark line={line} filterKey={filterKey} name={nameOfLine(line)} />
  );
  const make = figureColumns<Row>(i18n);
  const column = (
    head: Pick<ValueColumn<Row>, "id" | "header" | "head">,
    funnelOf: (row: Row) => Funnel,
    drill: (row: Row) => Drill,
    largest: number,
  ): ValueColumn<Row> => ({
    ...head,
    ...cellOf(cell, funnelOf, drill, i18n),
    cellProps: (row) => ({ style: isPicture ? shadeOf(funnelOf(row), cell, largest) : undefined }),
  });
  // Domestic ones are so many that beside them all others would look alike.
  const [most, mostCrossing] = [largestOf(domestic), largestOf(cells.flat())];
  return {
    caption: t("routing.title"),
    isCaptionHidden: true,
    className: "routing",
    columns: [
      make.text({
        id: "from",
        header: t("routing.from"),
        value: ({ line }) => nameOfLine(line),
        code: ({ line }) => (line.kind === "market" ? line.market : null),
        cell: ({ line }) => lineMark(line, "markets"),
      }),
      make.count({ id: "all", header: t("routing.all"), value: ({ line }) => line.count, drill: ofRow }),
      column(
        { id: "domestic", header: t("routing.domestic") },
        ({ at }) => domestic[at] ?? all,
        (row) => ({ ...ofRow(row), route: "domestic" }),
        most,
      ),
      ...columns.map((line, place) =>
        column(
          { id: `to ${keyOf(line)}`, header: nameOfLine(line), head: lineMark(line, "partners") },
          ({ at }) => cells[at]?.[place] ?? all,
          (row) => ({ ...ofRow(row), ...ofColumn(line), notRoute: "domestic" }),
          mostCrossing,
        ),
      ),
    ],
    rows: rows.map((line, at) => ({ line, at })),
    rowKey: ({ line }) => keyOf(line),
  };
}

/** What is said of the referrals of a cell: nothing more where there are none. */
function cellOf(
  cell: CellFigure,
  funnelOf: (row: Row) => Funnel,
  drill: (row: Row) => Drill,
  i18n: I18n,
): Pick<ValueColumn<Row>, "kind" | "value" | "note" | "cell"> {
  const rateOf = (row: Row) => (cell === "count" ? null : rateOfCell(funnelOf(row), cell));
  return {
    kind: (row) => (rateOf(row) === null ? "count" : "share"),
    value: (row) => {
      const rate = rateOf(row);
      return rate === null ? funnelOf(row).created : rateValue(rate);
    },
    note: (row) => {
      const rate = rateOf(row);
      return rate && smallNote(rate, i18n);
    },
    cell: (row) => {
      const [rate, { created }] = [rateOf(row), funnelOf(row)];
      if (created === 0) return <data value={0}>–</data>;
      if (rate === null) return <Figure value={created} drill={drill(row)} />;
      const part: Drill = cell === "acceptance" ? { reached: "accepted" } : { outcomes: ["won"] };
      return <RateFigure rate={rate} drill={{ ...drill(row), ...part }} />;
    },
  };
}

/** Null where there is nobody to be a part of. */
function rateOfCell(funnel: Funnel, cell: "acceptance" | "win"): Rate | null {
  if (funnel.created === 0) return null;
  return cell === "acceptance" ? acceptanceRate(funnel) : winRate(funnel);
}

function largestOf(funnels: readonly Funnel[]): number {
  return Math.max(1, ...funnels.map(({ created }) => created));
}

type LineMarkProps = { line: RoutingLine; filterKey: "markets" | "partners"; name: string };

function LineMark({ line, filterKey, name }: LineMarkProps): ReactNode {
  if (line.kind === "other") return name;
  return (
    <FilterMark filterKey={filterKey} value={line.market} name={name} className="plain-button">
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

/** The accent, as strong as the figure is high; the number stands beside it always. */
function shadeOf(funnel: Funnel, cell: CellFigure, largest: number): CSSProperties | undefined {
  if (funnel.created === 0) return undefined;
  const rate = cell === "count" ? null : rateOfCell(funnel, cell);
  const share = rate === null ? funnel.created / largest : (rateValue(rate) ?? 0);
  return { background: `color-mix(in oklab, var(--accent) ${Math.round(share * 28)}%, transparent)` };
}
