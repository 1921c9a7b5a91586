import { MAX_UNASKED, type SelectedReading } from "#dashboard/data/use-selected-records.ts";
import type { QueryState } from "#queries/query-state.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import { here } from "./here.ts";
import { type Overdue, overdueOf } from "./overdue.ts";
import { useWaitingRecords } from "./use-waiting-records.ts";

/**
 * What waits for an answer: from the records of the selection, or, where those are too many to be read unasked, from
 * the records that wait alone. Null where even those are too many.
 */
export function useOverdue(
  { state, count }: SelectedReading,
  limits: OverdueLimits,
): QueryState<Overdue> | null {
  const needsFew = state.kind === "pending" && (count ?? 0) > MAX_UNASKED;
  const few = useWaitingRecords(needsFew);
  const source = needsFew ? few : state;
  const records = source?.kind === "success" ? source.value : null;
  const overdue = records && overdueOf(records, limits);
  return source && here(source, overdue);
}
