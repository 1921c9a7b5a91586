import type { Filter } from "#partner-center/filter.ts";
import { allOf, daysWithin } from "#partner-center/filter-build.ts";
import { OVERDUE_LIMITS, overdueBefore } from "../open-age.ts";
import type { Period } from "../period.ts";
import { watchIntervals } from "./judge-rule.ts";
import { isWatchedNow, watchDate } from "./watch-figures.ts";
import type { WatchRule } from "./watch-rule.ts";

/** The referrals that a rule is about, before its filters. `allMonths`: from the first to the last with referrals. */
export function watchPopulation(rule: WatchRule, dataTime: number, allMonths: Period | null): Filter | null {
  const date = watchDate(rule.figure);
  if (!isWatchedNow(rule.figure)) {
    const { finished, running } = watchIntervals(rule, dataTime);
    const last = running ?? finished.at(-1);
    return daysWithin(date, finished[0]?.from ?? "", last?.to ?? "");
  }
  const ever = allMonths && daysWithin(date, allMonths.from, allMonths.to);
  const instant = overdueBefore(dataTime, OVERDUE_LIMITS.answerMs);
  return rule.figure === "open"
    ? ever
    : allOf([ever, { kind: "date", field: date, operator: "lt", instant }]);
}
