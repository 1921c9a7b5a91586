import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { marketColour } from "#charts/series-colour.ts";
import { Sparkline } from "#charts/sparkline.tsx";
import { Figure, RateFigure, ShareFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { MarketRow } from "#referrals/market-table.ts";
import type { Rate } from "#referrals/rate.ts";
import { SortButton } from "#ui/sort-button.tsx";
import { Market, useMarketName } from "#ui/value.tsx";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, MarketRow>();

const rateValue = (rate: Rate) => (rate.kind === "rate" ? rate.value : undefined);

export type MarketsTableProps = {
  rows: readonly MarketRow[];
  rankOf: (market: string) => number;
  /** With bars and sparklines, and only so many rows; else every row in figures alone. */
  picture: { rows: number } | null;
};

/** The customer markets, sortable by each column; a click on a market looks at it alone. */
export function MarketsTable({ rows, rankOf, picture }: MarketsTableProps): ReactNode {
  const { t, locale } = useI18n();
  const nameOf = useMarketName();
  const columns = useMemo(() => {
    const compare = new Intl.Collator(locale).compare;
    return helper.columns([
      helper.accessor("market", {
        header: t("markets.market"),
        sortFn: (a, b) => compare(nameOf(a.original.market), nameOf(b.original.market)),
      }),
      helper.accessor("referrals", { header: t("markets.referrals"), sortDescFirst: true }),
      helper.accessor((row) => rateValue(row.share), {
        id: "share",
        header: t("markets.share"),
        ...DESCENDING,
      }),
      helper.accessor((row) => rateValue(row.acceptance), {
        id: "acceptance",
        header: t("markets.acceptance"),
        ...DESCENDING,
      }),
      helper.accessor((row) => rateValue(row.win), {
        id: "win",
        header: t("markets.win"),
        ...DESCENDING,
      }),
      helper.accessor("open", { header: t("markets.open"), sortDescFirst: true }),
    ]);
  }, [t, locale, nameOf]);
  const data = rows as MarketRow[];
  const table = useTable({ features, columns, data, enableSortingRemoval: false, initialState: INITIAL });
  const sorted = table.getRowModel().rows.map(({ original }) => original);
  const shown = picture ? sorted.slice(0, picture.rows) : sorted;
  const largest = Math.max(1, ...rows.map(({ referrals }) => referrals));

  return (
    <table className="table markets">
      <caption className="visually-hidden">{t("markets.title")}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <th
                key={header.id}
                scope="col"
                className={`markets__${header.column.id}`}
                aria-sort={ariaSort(header.column.getIsSorted())}
              >
                <SortButton
                  name={String(header.column.columnDef.header)}
                  onClick={() => header.column.toggleSorting()}
                />
              </th>
            ))}
            {picture && (
              <th scope="col" className="markets__trend">
                {t("markets.trend")}
              </th>
            )}
          </tr>
        ))}
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.market}>
            <th scope="row">
              {picture ? (
                <FilterMark filterKey="markets" value={row.market} name={nameOf(row.market)}>
                  <Market code={row.market} />
                </FilterMark>
              ) : (
                <Market code={row.market} />
              )}
            </th>
            <td className={picture ? "barred" : undefined}>
              {picture && (
                <span
                  className="markets__bar"
                  style={{
                    width: `${(row.referrals / largest) * 96}px`,
                    background: marketColour(rankOf(row.market)),
                  }}
                />
              )}
              <Figure value={row.referrals} drill={{ markets: [row.market] }} />
            </td>
            <td className="markets__share">
              <ShareFigure rate={row.share} drill={{ markets: [row.market] }} />
            </td>
            <td className="markets__acceptance">
              <RateFigure rate={row.acceptance} drill={{ markets: [row.market], reached: "accepted" }} />
            </td>
            <td className="markets__win">
              <RateFigure rate={row.win} drill={{ markets: [row.market], outcomes: ["won"] }} />
            </td>
            <td className="markets__open">
              <Figure value={row.open} drill={{ markets: [row.market], fate: "open" }} />
            </td>
            {picture && (
              <td className="markets__trend">
                <Sparkline values={row.sparkline} colour={marketColour(rankOf(row.market))} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const DESCENDING = { sortDescFirst: true, sortUndefined: "last" } as const;
const INITIAL = { sorting: [{ id: "referrals", desc: true }] };

function ariaSort(sorted: false | "asc" | "desc"): "ascending" | "descending" | "none" {
  if (sorted === false) return "none";
  return sorted === "asc" ? "ascending" : "descending";
}
