import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { type MarketLook, type MarketPicture, marketColumns } from "#dashboard/figures/market-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { DAY_MS } from "#lib/calendar.ts";
import type { Column } from "#table/column.ts";
import type { RankedMarket } from "./markets-view-model.ts";

/** Everything that is said of a customer market. */
export function rankedColumns(
  rows: readonly RankedMarket[],
  picture: MarketPicture | null,
  look: MarketLook,
  i18n: I18n,
): Column<RankedMarket>[] {
  const { t } = i18n;
  const make = figureColumns<RankedMarket>(i18n);
  const of = marketColumns(i18n, look, rows, picture);
  const markets = ({ market }: RankedMarket) => ({ markets: [market] });
  return [
    of.market,
    of.referrals,
    make.change({
      id: "change",
      header: t("ranked.change"),
      change: (row) => row.change && { change: row.change, drill: markets(row) },
    }),
    of.share,
    of.acceptance,
    of.win,
    make.rate({
      id: "close",
      header: t("ranked.close"),
      rate: ({ close }) => close,
      drill: (row) => ({ ...markets(row), outcomes: ["won"] }),
    }),
    {
      id: "days",
      header: t("ranked.days"),
      kind: "number",
      value: daysOf,
      sortValue: ({ days }) => (days?.kind === "times" ? days.median : null),
      sortDescFirst: false,
      cell: (row) => {
        const value = daysOf(row);
        if (row.days?.kind !== "times" || value === null) return row.days && "–";
        return (
          <OpenRecords drill={{ ...markets(row), days: "created-accepted" }} count={row.days.count}>
            <data value={value}>{t("ranked.days.value", { days: value })}</data>
          </OpenRecords>
        );
      },
    },
    of.open,
    make.count({
      id: "overdue",
      header: t("ranked.overdue"),
      value: ({ overdue }) => overdue,
      drill: (row) => ({ ...markets(row), overdue: "answer" }),
      absent: null,
    }),
    ...of.trend,
  ];
}

/** The median, to a tenth of a day. */
function daysOf({ days }: RankedMarket): number | null {
  return days?.kind === "times" ? Math.round((days.median / DAY_MS) * 10) / 10 : null;
}
