import type { CSSProperties, ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { type CountOrRate, figureColumns, rateValue } from "#dashboard/figures/figure-columns.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { mapData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import { type RoutingLine, type RoutingMatrix, routingMatrix } from "#referrals/routing-matrix.ts";
import type { Drill } from "#selection/drill.ts";
import { CELL_FIGURES, type CellFigure, MARKETS_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { Market, useMarketName } from "#ui/value.tsx";

const ROUTE = ["customerMarket", "partnerMarket"] as const;

/** Referrals by customer and partner market. */
export function RoutingPanel(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const nameOf = useMarketName();
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const { keys, change } = useKeys(MARKETS_KEYS);
  const state = useOutcomeCounts({ population, filters, fields: ROUTE });
  const matrix = mapData(state, ({ rows }) =>
    routingMatrix(
      rows.map(({ keys: [customerMarket = null, partnerMarket = null], ...outcomeCount }) => ({
        ...outcomeCount,
        customerMarket,
        partnerMarket,
      })),
    ),
  );
  const model = (value: RoutingMatrix, isPicture: boolean) =>
    routingTable({ matrix: value, cell: keys.cell, isPicture, nameOf }, i18n);
  return (
    <QueryPanel
      name="routing"
      needs={["partnerMarket"]}
      title={t("routing.title")}
      subtitle={t("routing.subtitle")}
      state={matrix}
      figures={["routing", "market", "acceptance", "win", "interval", "other"]}
      source={state.kind === "success" ? state.value : null}
      action={
        <Choice
          isBare
          label={t("routing.cell")}
          value={keys.cell}
          options={CELL_FIGURES.map((key) => ({ key, name: t(`routing.cell.${key}`) }))}
          onChange={(cell) => change({ cell })}
        />
      }
      chart={(value) =>
        value.all.created === 0 ? (
          <Empty />
        ) : (
          <>
            <ScrolledTable {...model(value, true)} />
            <Sentence matrix={value} />
          </>
        )
      }
      tables={(value) => [panelTable(model(value, false))]}
    />
  );
}

function Sentence({ matrix }: { matrix: RoutingMatrix }): ReactNode {
  const { t, formats } = useI18n();
  const all = matrix.all.created;
  const domestic = matrix.domestic.reduce((sum, { created }) => sum + created, 0);
  const values = {
    domestic: formats.count(domestic),
    all: formats.count(all),
    share: formats.percent(domestic / all),
    crossed: formats.count(all - domestic),
  };
  return <p className="panel__note">{t("routing.sentence", values)}</p>;
}

type RoutingTableProps = {
  matrix: RoutingMatrix;
  cell: CellFigure;
  /** Shades cells by value; otherwise plain figures. */
  isPicture: boolean;
  nameOf: (market: string) => string;
};

/** A customer market, or the others, with its row index. */
type Row = { line: RoutingLine; at: number };

function lineName(line: RoutingLine, nameOf: (market: string) => string, { t }: I18n): string {
  return line.kind === "other" ? t("routing.other", { count: line.members.length }) : nameOf(line.market);
}

function drillOf(
  line: RoutingLine,
  named: readonly string[],
  key: "markets" | "partners",
  notKey: "notMarkets" | "notPartners",
): Drill {
  return line.kind === "market" ? { [key]: [line.market] } : { [notKey]: named };
}

const NONE = <data value={0}>–</data>;

/** Customer by partner markets; domestic referrals have their own column, so that rows add up. */
function routingTable({ matrix, cell, isPicture, nameOf }: RoutingTableProps, i18n: I18n): TableModel<Row> {
  const { t } = i18n;
  const { rows, columns, cells, domestic, all } = matrix;
  const [customers, partners] = [namedMarkets(rows), namedMarkets(columns)];
  const ofRow = ({ line }: Row) => drillOf(line, customers, "markets", "notMarkets");
  const ofColumn = (line: RoutingLine) => drillOf(line, partners, "partners", "notPartners");
  const nameOfLine = (line: RoutingLine) => lineName(line, nameOf, i18n);
  const make = figureColumns<Row>(i18n);
  const column = (made: CellColumn) => cellColumn(made, { cell, isPicture }, i18n);
  // Without domestic referrals, whose large counts would make all others look alike.
  const mostCrossing = largestOf(cells.flat());
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
        cell: ({ line }) => <LineMark line={line} filterKey="markets" name={nameOfLine(line)} />,
      }),
      make.count({ id: "all", header: t("routing.all"), value: ({ line }) => line.count, drill: ofRow }),
      column({
        head: { id: "domestic", header: t("routing.domestic") },
        funnelOf: ({ at }) => domestic[at] ?? all,
        drill: (row) => ({ ...ofRow(row), route: "domestic" }),
        largest: largestOf(domestic),
      }),
      ...columns.map((line, place) =>
        column({
          head: {
            id: `to ${keyOf(line)}`,
            header: nameOfLine(line),
            head: <LineMark line={line} filterKey="partners" name={nameOfLine(line)} />,
          },
          funnelOf: ({ at }) => cells[at]?.[place] ?? all,
          drill: (row) => ({ ...ofRow(row), ...ofColumn(line), notRoute: "domestic" }),
          largest: mostCrossing,
        }),
      ),
    ],
    rows: rows.map((line, at) => ({ line, at })),
    rowKey: ({ line }) => keyOf(line),
  };
}

type CellColumn = {
  head: Pick<ValueColumn<Row>, "id" | "header" | "head">;
  funnelOf: (row: Row) => Funnel;
  drill: (row: Row) => Drill;
  largest: number;
};

function cellColumn(
  { head, funnelOf, drill, largest }: CellColumn,
  { cell, isPicture }: Pick<RoutingTableProps, "cell" | "isPicture">,
  i18n: I18n,
): ValueColumn<Row> {
  const column = figureColumns<Row>(i18n).figure({
    ...head,
    figure: (row) => figureOfCell(funnelOf(row), cell),
    drill: (row) => ({ ...drill(row), ...PART_OF_CELL[cell] }),
    cellProps: (row) => ({ style: isPicture ? shadeOf(funnelOf(row), cell, largest) : undefined }),
  });
  return { ...column, cell: (row) => (funnelOf(row).created === 0 ? NONE : column.cell?.(row)) };
}

/** A rate without a base is shown as count 0. */
function figureOfCell(funnel: Funnel, cell: CellFigure): CountOrRate {
  const { created } = funnel;
  if (cell === "count" || created === 0) return { kind: "count", count: created };
  return { kind: "rate", rate: cell === "acceptance" ? acceptanceRate(funnel) : winRate(funnel) };
}

const PART_OF_CELL: Record<CellFigure, Drill> = {
  count: {},
  acceptance: { reached: "accepted" },
  win: { outcomes: ["won"] },
};

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

/** The accent colour, stronger for larger values; the number is always shown too. */
function shadeOf(funnel: Funnel, cell: CellFigure, largest: number): CSSProperties | undefined {
  if (funnel.created === 0) return undefined;
  const figure = figureOfCell(funnel, cell);
  const share = figure.kind === "count" ? figure.count / largest : (rateValue(figure.rate) ?? 0);
  return { background: `color-mix(in oklab, var(--accent) ${Math.round(share * 28)}%, transparent)` };
}
