import type { ReactNode } from "react";
import { marketColour } from "#charts/series-colour.ts";
import { Sparkline } from "#charts/sparkline.tsx";
import { ChangeValue } from "#dashboard/figures/change.tsx";
import { Figure, OpenRecords, RateFigure, ShareFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { DAY_MS } from "#lib/calendar.ts";
import type { TimesSummary } from "#referrals/times.ts";
import { MARKET_COLUMNS, type MarketColumn, type MarketSort } from "#selection/keys/markets.ts";
import { SortButton } from "#ui/sort-button.tsx";
import { Market, useMarketName } from "#ui/value.tsx";
import type { RankedMarket } from "./markets-view-model.ts";

const HEADS: Record<MarketColumn, MessageKey> = {
  market: "markets.market",
  referrals: "markets.referrals",
  change: "ranked.change",
  share: "markets.share",
  acceptance: "markets.acceptance",
  win: "markets.win",
  close: "ranked.close",
  days: "ranked.days",
  open: "markets.open",
  overdue: "ranked.overdue",
};

export type RankedTableProps = {
  rows: readonly RankedMarket[];
  sort: MarketSort;
  rankOf: (market: string) => number;
  /** With bars and courses over time, else in figures alone. */
  isPicture: boolean;
  onSort: (sort: MarketSort) => void;
};

/** Every customer market with its figures, sortable by each; a name filters the page, a number opens its referrals. */
export function RankedTable({ rows, sort, rankOf, isPicture, onSort }: RankedTableProps): ReactNode {
  const { t } = useI18n();
  const largest = Math.max(1, ...rows.map(({ referrals }) => referrals));
  return (
    <table className="table ranked">
      <caption className="visually-hidden">{t("ranked.title")}</caption>
      <thead>
        <tr>
          {MARKET_COLUMNS.map((column) => (
            <SortHead key={column} column={column} sort={sort} onSort={onSort} />
          ))}
          {isPicture && <th scope="col">{t("markets.trend")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MarketLine
            key={row.market}
            row={row}
            colour={marketColour(rankOf(row.market))}
            largest={largest}
            isPicture={isPicture}
          />
        ))}
      </tbody>
    </table>
  );
}

type SortHeadProps = { column: MarketColumn; sort: MarketSort; onSort: (sort: MarketSort) => void };

function SortHead({ column, sort, onSort }: SortHeadProps): ReactNode {
  const { t } = useI18n();
  const isSorted = sort.column === column;
  const first = column !== "market" && column !== "days";
  const direction = sort.isDescending ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={isSorted ? direction : "none"}>
      <SortButton
        name={t(HEADS[column])}
        onClick={() => onSort({ column, isDescending: isSorted ? !sort.isDescending : first })}
      />
    </th>
  );
}

type MarketLineProps = { row: RankedMarket; colour: string; largest: number; isPicture: boolean };

function MarketLine({ row, colour, largest, isPicture }: MarketLineProps): ReactNode {
  const nameOf = useMarketName();
  const markets = [row.market];
  return (
    <tr>
      <th scope="row">
        <FilterMark filterKey="markets" value={row.market} name={nameOf(row.market)}>
          <Market code={row.market} />
        </FilterMark>
      </th>
      <td className={isPicture ? "barred" : undefined}>
        {isPicture && (
          <span
            className="ranked__bar"
            style={{ width: `${(row.referrals / largest) * 64}px`, background: colour }}
          />
        )}
        <Figure value={row.referrals} drill={{ markets }} />
      </td>
      <td>{row.change && <ChangeValue change={row.change} drill={{ markets }} />}</td>
      <td>
        <ShareFigure rate={row.share} drill={{ markets }} />
      </td>
      <td>
        <RateFigure rate={row.acceptance} drill={{ markets, reached: "accepted" }} />
      </td>
      <td>
        <RateFigure rate={row.win} drill={{ markets, outcomes: ["won"] }} />
      </td>
      <td>
        <RateFigure rate={row.close} drill={{ markets, outcomes: ["won"] }} />
      </td>
      <td>
        <Days days={row.days} market={row.market} />
      </td>
      <td>
        <Figure value={row.open} drill={{ markets, fate: "open" }} />
      </td>
      <td>{row.overdue !== null && <Figure value={row.overdue} drill={{ markets, overdue: "answer" }} />}</td>
      {isPicture && (
        <td>
          <Sparkline values={row.sparkline} colour={colour} />
        </td>
      )}
    </tr>
  );
}

function Days({ days, market }: { days: TimesSummary | null; market: string }): ReactNode {
  const { t } = useI18n();
  if (days === null) return null;
  if (days.kind === "absent") return <span>–</span>;
  const value = Math.round((days.median / DAY_MS) * 10) / 10;
  return (
    <OpenRecords drill={{ markets: [market], days: "created-accepted" }} count={days.count}>
      <data value={value}>{t("ranked.days.value", { days: value })}</data>
    </OpenRecords>
  );
}
