import { useMemo } from "react";
import { absentFields, missingForOutcomes, useDealFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { Field } from "#partner-center/fields.ts";
import {
  DEAL_COLUMNS,
  REFERRAL_KEYS,
  type ReferralColumn,
  type ReferralKeys,
} from "#selection/keys/referrals.ts";
import { type KeysState, useKeys } from "#selection/use-selection.ts";

/** Whether the source has data for a column. */
export function useKnownColumns(): (column: ReferralColumn) => boolean {
  const present = useDealFields();
  return useMemo(() => {
    const absent: ReadonlySet<ReferralColumn> = new Set(
      DEAL_COLUMNS.filter((column) => !present.has(column)),
    );
    return (column) => !absent.has(column);
  }, [present]);
}

const FIELDS_OF: Partial<Record<ReferralColumn, readonly Field[]>> = {
  answer: ["acknowledgedDate", "acceptedDate"],
  partner: ["partnerMarket"],
  size: ["customerOrgSize"],
  acknowledged: ["acknowledgedDate"],
  accepted: ["acceptedDate"],
  closed: ["wonDate", "lostDate", "declinedDate", "expiredDate"],
};

/** Columns that depend on outcomes. */
const OUTCOME_COLUMNS: readonly ReferralColumn[] = ["outcome", "age", "status"];

/** The usual columns without those that the source lacks. */
function useUsualColumns(): ReferralKeys["columns"] {
  const { data } = useView().config;
  return useMemo(() => {
    const absent = missingForOutcomes(data).length > 0 ? OUTCOME_COLUMNS : [];
    return REFERRAL_KEYS.columns.fallback.filter(({ column }) => {
      if (absent.includes(column)) return false;
      const fields = FIELDS_OF[column] ?? [];
      return fields.length === 0 || absentFields(data, fields).length < fields.length;
    });
  }, [data]);
}

/** The list's keys; without a choice of columns, all that the source can fill. */
export function useListKeys(): KeysState<ReferralKeys> {
  const { keys, change, ...rest } = useKeys(REFERRAL_KEYS);
  const isKnown = useKnownColumns();
  const own = useUsualColumns();
  const usual = useMemo(() => {
    const more = DEAL_COLUMNS.filter(isKnown).map((column) => ({ column, isPinned: false }));
    return [...own, ...more];
  }, [own, isKnown]);
  const { fallback } = REFERRAL_KEYS.columns;
  const nameOf = (columns: ReferralKeys["columns"]) => JSON.stringify(columns);
  const columns =
    nameOf(keys.columns) === nameOf(fallback) ? usual : keys.columns.filter(({ column }) => isKnown(column));
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
