import { useMemo } from "react";
import { useDealFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type SelectedRecordsState, useRecordsOf } from "#dashboard/data/use-selected-records.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type PartnerCenterDeals, partnerCenterDeals } from "#records/partner-center-deals.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";
import { type PartnerCenterCounts, partnerCenterCounts } from "#referrals/partner-center-counts.ts";

/** Partner Center's figures of the selection, and the funnel that ours are made of. */
export type Reconciled = QuerySource & {
  theirs: PartnerCenterCounts;
  funnel: Funnel;
  /** Null where the source tells nothing of deals, or single referrals are not loaded. */
  deals: PartnerCenterDeals | null;
};

const DEAL_FIELDS = ["kind", "direction", "solution"] as const;

/** Counts the selection as Partner Center does. */
export function usePartnerCenter(): { state: QueryState<Reconciled>; records: SelectedRecordsState } {
  const { resolved, dataTime } = useView().viewData;
  const { population, filters, period, date } = resolved;
  const fields = useMemo(() => [date, "createdDate", "acceptedDate"] as const, [date]);
  const state = useOutcomeCounts({ population, filters, fields, level: "day" });
  const counted = currentData(state);
  const today = dayOfInstant(dataTime);
  const known = useDealFields();
  const hasDeals = DEAL_FIELDS.some((field) => known.has(field));
  const records = useRecordsOf(population, filters, hasDeals);
  const needsRecords = hasDeals && !records.isTooMany;
  const selected = needsRecords ? currentData(records.state) : null;
  const deals = useMemo(
    () => selected && partnerCenterDeals(selected.table, selected.rows, (field) => known.has(field)),
    [selected, known],
  );
  const value = useMemo((): Reconciled | null => {
    if (counted === null || (needsRecords && deals === null)) return null;
    const rows = counted.rows.map(({ keys: [day = null, createdOn = null, acceptedOn = null], ...row }) => ({
      ...row,
      date: day,
      createdOn,
      acceptedOn,
    }));
    return { ...counted, theirs: partnerCenterCounts(rows, period, today), funnel: funnelOf(rows), deals };
  }, [counted, period, today, deals, needsRecords]);
  const states = needsRecords ? [state, records.state] : [state];
  return { state: combineStates(value, useLast(value), states), records };
}
