import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";
import { type PartnerCenterCounts, partnerCenterCounts } from "#referrals/partner-center-counts.ts";

/** Partner Center's figures of the selection, and the funnel that ours are made of. */
export type Reconciled = QuerySource & { theirs: PartnerCenterCounts; funnel: Funnel };

/** Counts the selection as Partner Center does. */
export function usePartnerCenter(): QueryState<Reconciled> {
  const { resolved, dataTime } = useView().viewData;
  const { population, filters, period, date } = resolved;
  const fields = useMemo(() => [date, "createdDate", "acceptedDate"] as const, [date]);
  const state = useOutcomeCounts({ population, filters, fields, level: "day" });
  const counted = currentData(state);
  const today = dayOfInstant(dataTime);
  const value = useMemo((): Reconciled | null => {
    if (counted === null) return null;
    const rows = counted.rows.map(({ keys: [day = null, createdOn = null, acceptedOn = null], ...row }) => ({
      ...row,
      date: day,
      createdOn,
      acceptedOn,
    }));
    return { ...counted, theirs: partnerCenterCounts(rows, period, today), funnel: funnelOf(rows) };
  }, [counted, period, today]);
  return combineStates(value, useLast(value), [state]);
}
