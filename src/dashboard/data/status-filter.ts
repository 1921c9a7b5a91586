import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, termIs } from "#partner-center/filter-build.ts";
import { type Outcome, outcomeOf } from "#referrals/outcome.ts";
import { MAX_UNCONFIRMED } from "./use-selected-records.ts";

/**
 * Restricts a filter (null: all) to statuses that may mean one of these open outcomes; null where even those are too
 * many. `cube` is grouped by status.
 */
export function statusFilter(cube: Cube, filter: Filter | null, outcomes: readonly Outcome[]): Filter | null {
  const found = rowsOf(rollUp(cube, [{ field: "status" }])).filter(({ keys: [status = null] }) =>
    outcomes.includes(outcomeOf(status, () => false)),
  );
  if (found.reduce((sum, { count }) => sum + count, 0) > MAX_UNCONFIRMED) return null;
  // An empty status is grouped as none: both are meant. Without any status at all nothing has to be found.
  const spellings = found.flatMap(({ keys: [status = null] }) => (status === null ? [null, ""] : [status]));
  return allOf([filter, termIs("status", spellings.length === 0 ? ["New"] : spellings)]);
}
