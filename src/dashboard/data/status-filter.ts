import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { anyOf } from "#partner-center/filter-build.ts";
import { totalCounted } from "#referrals/funnel.ts";
import { type Outcome, outcomeOf } from "#referrals/outcome.ts";

/** `count`: how many referrals pass. */
export type StatusFilter = { filter: Filter; count: number };

/** Passes statuses that may mean one of these open outcomes. `cube` is grouped by status. */
export function statusFilter(cube: Cube, outcomes: readonly Outcome[]): StatusFilter {
  const found = rowsOf(rollUp(cube, [{ field: "status" }])).filter(({ keys: [status = null] }) =>
    mayMean(status, outcomes),
  );
  // An empty status is grouped as none: both are meant. Without any status at all nothing has to be found.
  const [first = "New", ...rest] = found.flatMap(({ keys: [status = null] }) =>
    status === null ? [null, ""] : [status],
  );
  return { filter: anyOf([is(first), ...rest.map(is)]), count: totalCounted(found) };
}

const is = (value: string | null): Filter => ({ kind: "term", field: "status", operator: "eq", value });

/** Where there is no status, the accepted date decides. */
function mayMean(status: string | null, outcomes: readonly Outcome[]): boolean {
  const present = [() => false, (field: DateField) => field === "acceptedDate"];
  return present.some((has) => outcomes.includes(outcomeOf(status, has)));
}
