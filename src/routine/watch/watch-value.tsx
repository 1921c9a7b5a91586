import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useView } from "#dashboard/context/view-context.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { DATE_BASES, dateFieldOf } from "#referrals/date-basis.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import { rateOf } from "#referrals/rate.ts";
import type { WatchedValue } from "#referrals/watch/judge-rule.ts";
import {
  isWatchedEvent,
  isWatchedRate,
  WATCHED_EVENTS,
  type WatchedRate,
  type WatchFigure,
  watchDate,
} from "#referrals/watch/watch-figures.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import type { Drill } from "#selection/drill.ts";
import { allMonthsOf } from "./use-judgement.ts";

const OF_RATES: Record<WatchedRate, Drill> = {
  acceptanceRate: { reached: "accepted" },
  winRate: { outcomes: ["won"] },
  closeRate: { outcomes: ["won"] },
  expiredRate: { outcomes: ["expired"] },
};

function drillOf(figure: WatchFigure): Drill {
  if (isWatchedRate(figure)) return OF_RATES[figure];
  if (figure === "overdue") return { overdue: "answer" };
  if (!isWatchedEvent(figure)) return { outcomes: ["open-accepted", ...WAITING_OUTCOMES] };
  const { outcomes } = WATCHED_EVENTS[figure];
  return outcomes.length > 0 ? { outcomes } : {};
}

/** The figure of an interval, linked to its referrals: those of the rule, whatever is selected in the page. */
export function WatchValue({ rule, value }: { rule: WatchRule; value: WatchedValue }): ReactNode {
  const { dataset } = useView().viewData;
  const { figure, markets, partners, sizes } = rule;
  const isNow = !isWatchedEvent(figure) && !isWatchedRate(figure);
  const period = isNow ? allMonthsOf(dataset.months) : { from: value.from, to: value.to };
  const basis = DATE_BASES.find((one) => dateFieldOf(one) === watchDate(figure)) ?? "created";
  const drill = drillOf(figure);
  return (
    <Reselected part={{ markets, partners, sizes, outcomes: [], deal: {}, basis, ...period }}>
      {value.base === null ? (
        <Figure value={value.part} drill={drill} />
      ) : (
        <RateFigure rate={rateOf(value.part, value.base)} drill={drill} />
      )}
    </Reselected>
  );
}
