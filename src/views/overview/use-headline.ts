import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type LatestMonth, latestMonth } from "#referrals/latest-month.ts";
import { type Headline, headlineOf } from "./headline-model.ts";

const NO_FIELDS = [] as const;

/** What came in a month; still on its way; or nothing, where no day of the selection has passed. */
export type News =
  | { kind: "success"; headline: Headline; month: LatestMonth; queries: readonly string[] }
  | { kind: "pending" | "none" }
  | Extract<QueryState<unknown>, { kind: "error" }>;

/** What came in the latest month of the selection, against the month before. */
export function useHeadline(): News {
  const { dataClient, viewData, isQuiet } = useView();
  const { scope, dataset, dataTime } = viewData;
  const { period, date, filters } = scope;
  const month = useMemo(() => latestMonth(period, dayOfInstant(dataTime)), [period, dataTime]);
  const begins = dataset.months?.first ?? null;
  const hasBefore = month !== null && begins !== null && month.before.from >= begins;
  const [days, before] = useMemo(() => {
    const query = (part: LatestMonth["days"]) => ({
      filter: periodFilter(date, part),
      filters,
      fields: NO_FIELDS,
    });
    if (month === null || !isQuiet) return [null, null];
    return [query(month.days), hasBefore ? query(month.before) : null];
  }, [month, isQuiet, hasBefore, date, filters]);
  const states = [useOutcomeCounts(dataClient, days), useOutcomeCounts(dataClient, before)] as const;
  const [came, cameBefore] = [currentData(states[0]), currentData(states[1])];
  if (month === null) return { kind: "none" };
  if (came === null || (hasBefore && cameBefore === null))
    return states.find((one) => one.kind === "error") ?? { kind: "pending" };
  const countBefore = cameBefore?.rows.reduce((sum, { count }) => sum + count, 0) ?? null;
  const queries = [...came.queries, ...(cameBefore?.queries ?? [])];
  return { kind: "success", headline: headlineOf(came.rows, countBefore), month, queries };
}
