import type { Filter } from "#partner-center/filter.ts";
import { allOf, anyOf, termIs } from "#partner-center/filter-build.ts";
import { FIRST_INSTANT } from "#partner-center/instant.ts";
import {
  CLOSING_DATES,
  needsClosingDates,
  OUTCOME_OF_CLOSING_DATE,
  outcomeGroupOf,
  outcomeOf,
} from "#referrals/outcome.ts";
import type { StandingDate } from "#referrals/standing.ts";

/** The dates any of which proves the outcome of a status; null where none is needed. */
function provingDates(status: string | null): readonly StandingDate[] | null {
  const outcome = outcomeOf(status, () => false);
  if (outcome === "open-new") return null;
  if (outcomeGroupOf(outcome) === "open")
    return outcome === "open-accepted" ? ["acceptedDate"] : ["acknowledgedDate", "acceptedDate"];
  const own = needsClosingDates(status)
    ? CLOSING_DATES
    : CLOSING_DATES.filter((field) => OUTCOME_OF_CLOSING_DATE[field] === outcome);
  return [...own, "archivedDate"];
}

/**
 * The referrals of a filter whose outcome a date proves, given their statuses as they stand in the data; null where no
 * status needs a proof.
 */
export function datedFilter(filter: Filter | null, statuses: readonly (string | null)[]): Filter | null {
  const byDates = new Map<string, { dates: readonly StandingDate[] | null; statuses: (string | null)[] }>();
  for (const status of statuses) {
    const dates = provingDates(status);
    const group = byDates.get(String(dates)) ?? { dates, statuses: [] };
    byDates.set(String(dates), group);
    // The service groups an empty status as null: match both.
    group.statuses.push(...(status === null ? [null, ""] : [status]));
  }
  const groups = [...byDates.values()];
  if (groups.every(({ dates }) => dates === null)) return null;
  const parts = groups.flatMap(({ dates, statuses: ofGroup }) => {
    // Sorted, because dictionary order is arbitrary and equal queries must print equally.
    const status = termIs(
      "status",
      ofGroup.sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    );
    const proofs = (dates ?? []).map(
      (field): Filter => ({ kind: "date", field, operator: "ge", instant: FIRST_INSTANT }),
    );
    const [first, ...rest] = proofs;
    return allOf([status, first ? anyOf([first, ...rest]) : null]) ?? [];
  });
  const [first, ...rest] = parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return allOf([filter, first ? anyOf([first, ...rest]) : null]);
}
