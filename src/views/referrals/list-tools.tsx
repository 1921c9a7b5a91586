import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { REFERRAL_KEYS, type ReferralKeys } from "#selection/keys/referrals.ts";
import { TypedInput } from "./column-filter.tsx";
import type { Widths } from "./column-layout.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import type { ListColumns } from "./list-columns.tsx";
import type { List } from "./use-list.ts";

export type ListToolsProps = {
  list: List;
  columns: ListColumns;
  keys: ReferralKeys;
  change: (part: Partial<ReferralKeys>, replace?: boolean) => void;
  widths: Widths;
  onWidths: (widths: Widths) => void;
};

/** Search, columns, and how much of the list is left by what the reader asks of it. */
export function ListTools({ list, columns, keys, change, widths, onWidths }: ListToolsProps): ReactNode {
  const { t, formats } = useI18n();
  const { all, shown } = list;
  const isNarrowed = keys.search !== "" || Object.keys(keys.where).length > 0;
  return (
    <div className="list__tools">
      <TypedInput
        className="input list__search"
        label={t("list.search")}
        placeholder={t("list.search")}
        value={keys.search}
        onChange={(search) => change({ search }, true)}
      />
      <ColumnsMenu
        state={{ keys, change, widths, onWidths }}
        columns={columns}
        onReset={() => {
          onWidths({});
          change({ columns: REFERRAL_KEYS.columns.fallback });
        }}
      />
      <p className="list__shown" role="status">
        {isNarrowed && (
          <data value={shown.length}>
            {t("list.shown", { shown: formats.count(shown.length), all: formats.count(all.length) })}
          </data>
        )}
      </p>
      {isNarrowed && (
        <button type="button" className="link" onClick={() => change({ search: "", where: {} })}>
          {t("list.filter.clear")}
        </button>
      )}
    </div>
  );
}
