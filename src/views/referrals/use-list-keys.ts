import { useMemo } from "react";
import { useDealFields } from "#dashboard/context/source-limits.ts";
import {
  DEAL_COLUMNS,
  REFERRAL_KEYS,
  type ReferralColumn,
  type ReferralKeys,
} from "#selection/keys/referrals.ts";
import { type KeysState, useKeys } from "#selection/use-selection.ts";

/** Whether the source has data for a column. */
export function useToldColumns(): (column: ReferralColumn) => boolean {
  const told = useDealFields();
  return useMemo(() => {
    const untold: ReadonlySet<ReferralColumn> = new Set(DEAL_COLUMNS.filter((column) => !told.has(column)));
    return (column) => !untold.has(column);
  }, [told]);
}

/** The list's keys; without a choice of columns, all that the source can fill. */
export function useListKeys(): KeysState<ReferralKeys> {
  const { keys, change, ...rest } = useKeys(REFERRAL_KEYS);
  const isTold = useToldColumns();
  const usual = useMemo(() => {
    const more = DEAL_COLUMNS.filter(isTold).map((column) => ({ column, isPinned: false }));
    return [...REFERRAL_KEYS.columns.fallback, ...more];
  }, [isTold]);
  const { fallback } = REFERRAL_KEYS.columns;
  const nameOf = (columns: ReferralKeys["columns"]) => JSON.stringify(columns);
  const columns =
    nameOf(keys.columns) === nameOf(fallback) ? usual : keys.columns.filter(({ column }) => isTold(column));
  return {
    ...rest,
    keys: { ...keys, columns: columns.length > 0 ? columns : usual },
    change: (part, replace) =>
      change(
        part.columns && nameOf(part.columns) === nameOf(usual) ? { ...part, columns: fallback } : part,
        replace,
      ),
  };
}
