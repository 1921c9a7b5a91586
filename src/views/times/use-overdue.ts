import { MOST_UNASKED, type SelectedReading } from "#dashboard/data/use-selected-records.ts";
import type { Asked } from "#queries/asked.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import { here } from "./here.ts";
import { type Overdue, overdueOf } from "./overdue.ts";
import { useWaitingRecords } from "./use-waiting-records.ts";

/**
 * What waits for an answer: from the records of the selection, or, where those are too many to be read unasked, from
 * the records that wait alone. Null where even those are too many.
 */
export function useOverdue({ asked, count }: SelectedReading, limits: OverdueLimits): Asked<Overdue> | null {
  const needsFew = asked.kind === "waiting" && (count ?? 0) > MOST_UNASKED;
  const few = useWaitingRecords(needsFew);
  const source = needsFew ? few : asked;
  const records = source?.kind === "here" ? source.value : null;
  const overdue = records && overdueOf(records, limits);
  return source && here(source, overdue);
}
