import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { MarketRow } from "#referrals/market-table.ts";
import { MarketsTable } from "./markets-table.tsx";

/** Markets shown before "Show all". */
const FIRST_MARKETS = 8;

export type MarketsPictureProps = { rows: readonly MarketRow[]; rankOf: (market: string) => number };

/** The largest markets with their bars and courses; the others behind a button. */
export function MarketsPicture({ rows, rankOf }: MarketsPictureProps): ReactNode {
  const { t } = useI18n();
  const [showsAll, setShowsAll] = useState(false);
  return (
    <>
      <div className="table-scroll">
        <MarketsTable
          rows={rows}
          rankOf={rankOf}
          picture={{ rows: showsAll ? rows.length : FIRST_MARKETS }}
        />
      </div>
      {rows.length > FIRST_MARKETS && (
        <button type="button" className="link panel__more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll
            ? t("markets.showTop", { count: FIRST_MARKETS })
            : t("markets.showAll", { count: rows.length })}
        </button>
      )}
    </>
  );
}
