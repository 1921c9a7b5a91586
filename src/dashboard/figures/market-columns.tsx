import type { ReactNode } from "react";
import { marketColour } from "#charts/series-colour.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { compareMarkets } from "#referrals/market.ts";
import type { MarketRow } from "#referrals/market-table.ts";
import type { Column, TableModel, TableSort } from "#table/column.ts";
import { Figure } from "./figure.tsx";
import { figureColumns } from "./figure-columns.tsx";
import { marketMark } from "./filter-mark.tsx";

type SparklineProps = { values: readonly number[]; colour: string };

const WIDTH = 96;
const HEIGHT = 20;

/** A small trend beside a figure, scaled from 0 to its own maximum; shows a shape, not values. */
function Sparkline({ values, colour }: SparklineProps): ReactNode {
  const highest = Math.max(1, ...values);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const points = values.map((value, at) => {
    const y = HEIGHT - 1.5 - (value / highest) * (HEIGHT - 3);
    return `${(at * step).toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <polyline points={points.join(" ")} fill="none" stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}

export type MarketLook = {
  nameOf: (market: string) => string;
  /** Rank of a market by count in the whole data, which decides its colour. */
  rankOf: (market: string) => number;
};

/** With bars and sparklines; `barPx` is the longest bar in CSS pixels. */
export type MarketPicture = { barPx: number };

/** Columns shared by all tables of customer markets. */
export function marketColumns<Row extends MarketRow>(
  i18n: I18n,
  { nameOf, rankOf }: MarketLook,
  rows: readonly Row[],
  picture: MarketPicture | null,
) {
  const { t } = i18n;
  const make = figureColumns<Row>(i18n);
  const largest = Math.max(1, ...rows.map(({ referrals }) => referrals));
  const colourOf = ({ market }: Row) => marketColour(rankOf(market));
  const markets = ({ market }: Row) => ({ markets: [market] });
  return {
    market: make.name({
      id: "market",
      header: t("markets.market"),
      named: ({ market }) => ({ code: market, name: nameOf(market) }),
      cell: ({ market }) => marketMark(market, nameOf(market)),
    }),
    referrals: make.count({
      id: "referrals",
      header: t("markets.referrals"),
      value: ({ referrals }) => referrals,
      drill: markets,
      ...(picture && {
        cell: (row: Row) => (
          <BarAndCount row={row} px={(row.referrals / largest) * picture.barPx} colour={colourOf(row)} />
        ),
      }),
    }),
    share: make.share({
      id: "share",
      header: t("markets.share"),
      className: "markets__share",
      rate: ({ share }) => share,
      drill: markets,
    }),
    acceptance: make.rate({
      id: "acceptance",
      header: t("markets.acceptance"),
      rate: ({ acceptance }) => acceptance,
      drill: (row) => ({ ...markets(row), reached: "accepted" }),
    }),
    win: make.rate({
      id: "win",
      header: t("markets.win"),
      rate: ({ win }) => win,
      drill: (row) => ({ ...markets(row), outcomes: ["won"] }),
    }),
    open: make.count({
      id: "open",
      header: t("markets.open"),
      className: "markets__open",
      value: ({ open }) => open,
      drill: (row) => ({ ...markets(row), fate: "open" }),
    }),
    /** Decorative: has no value. */
    trend: picture ? [trendColumn<Row>(t("markets.trend"), colourOf)] : [],
  };
}

function trendColumn<Row extends MarketRow>(header: string, colourOf: (row: Row) => string): Column<Row> {
  return {
    id: "trend",
    header,
    className: "markets__trend",
    cell: (row) => <Sparkline values={row.sparkline} colour={colourOf(row)} />,
  };
}

function BarAndCount({ row, px, colour }: { row: MarketRow; px: number; colour: string }): ReactNode {
  return (
    <>
      <span className="markets__bar" style={{ width: `${px}px`, background: colour }} />
      <Figure value={row.referrals} drill={{ markets: [row.market] }} />
    </>
  );
}

/** A table of markets; ties are ordered by code. */
export function marketTableModel<Row extends MarketRow>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: TableSort,
): TableModel<Row> {
  return {
    columns,
    rows: rows.toSorted((a, b) => compareMarkets(a.market, b.market)),
    rowKey: ({ market }) => market,
    sort,
  };
}
