import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import { EVENT_DATES, type OutcomeChange, type SinceEvent, type Stretch } from "#records/changes-since.ts";
import { DATE_BASES, dateFieldOf } from "#referrals/date-basis.ts";
import type { Drill } from "#selection/drill.ts";
import { Count } from "#ui/value.tsx";
import type { Counted } from "./use-since.ts";

/** The count of an event, linked to its referrals. */
export function EventFigure({ event, counted }: { event: SinceEvent; counted: Counted }): ReactNode {
  const { stretch, changes } = counted;
  const { date, outcomes } = EVENT_DATES[event];
  const drill = { happened: stretch, ...(outcomes.length > 0 && { outcomes }) };
  return <Happened {...{ date, stretch, drill }} count={changes.counts[event]} />;
}

/** The count of a change of outcome; linked where a filter finds exactly those referrals. */
export function ChangeFigure({ change, stretch }: { change: OutcomeChange; stretch: Stretch }): ReactNode {
  const { from, to, date, isOwn, count } = change;
  if (!isOwn) return <Count value={count} />;
  const drill = { happened: stretch, outcomes: [to], was: { at: stretch.after, outcomes: [from] } };
  return <Happened {...{ date, stretch, drill, count }} />;
}

type HappenedProps = { date: DateField; stretch: Stretch; drill: Drill; count: number };

/** Links are by this date and range of time, instead of the page's period. */
function Happened({ date, stretch, drill, count }: HappenedProps): ReactNode {
  const basis = DATE_BASES.find((one) => dateFieldOf(one) === date) ?? "created";
  const part = { basis, from: dayOfInstant(stretch.after), to: dayOfInstant(stretch.upTo) };
  return (
    <Reselected part={part}>
      <Figure value={count} drill={drill} />
    </Reselected>
  );
}
