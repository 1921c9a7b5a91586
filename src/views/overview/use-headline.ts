import { useView } from "#dashboard/context/view-context.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type LatestMonth, latestMonth } from "#referrals/latest-month.ts";
import type { Period } from "#referrals/period.ts";
import { type Headline, headlineOf } from "./headline-model.ts";

const NO_FIELDS = [] as const;

/** What came in a month; still on its way; or nothing, where no day of the selection has passed. */
export type News =
  | { kind: "success"; headline: Headline; month: LatestMonth; queries: readonly string[] }
  | { kind: "pending" | "none" }
  | Extract<QueryState<unknown>, { kind: "error" }>;

/** What came in the latest month of the selection, against the month before. */
export function useHeadline(): News {
  const { viewData, isQuiet } = useView();
  const { resolved, dataset, dataTime } = viewData;
  const { period, date, filters } = resolved;
  const month = latestMonth(period, dayOfInstant(dataTime));
  const begins = dataset.months?.first ?? null;
  const hasBefore = month !== null && begins !== null && month.before.from >= begins;
  const query = (part: Period) => ({ population: periodFilter(date, part), filters, fields: NO_FIELDS });
  const states = [
    useOutcomeCounts(month && isQuiet ? query(month.days) : null),
    useOutcomeCounts(hasBefore && isQuiet ? query(month.before) : null),
  ] as const;
  const [came, cameBefore] = [currentData(states[0]), currentData(states[1])];
  if (month === null) return { kind: "none" };
  if (came === null || (hasBefore && cameBefore === null))
    return states.find((one) => one.kind === "error") ?? { kind: "pending" };
  const countBefore = cameBefore?.rows.reduce((sum, { count }) => sum + count, 0) ?? null;
  const queries = [...came.queries, ...(cameBefore?.queries ?? [])];
  return { kind: "success", headline: headlineOf(came.rows, countBefore), month, queries };
}
