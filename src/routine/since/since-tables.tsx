import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import {
  EVENT_DATES,
  type OutcomeChange,
  type PossibleCount,
  type SinceEvent,
  type Stretch,
} from "#records/changes-since.ts";
import { DATE_BASES, dateFieldOf } from "#referrals/date-basis.ts";
import type { Drill } from "#selection/drill.ts";
import type { ValueColumn } from "#table/column.ts";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { Count } from "#ui/value.tsx";
import type { Counted } from "./use-since.ts";

/** "between 3 and 7" */
export function betweenText({ low, high }: PossibleCount, { t, formats }: I18n): string {
  return t("since.between", { low: formats.count(low), high: formats.count(high) });
}

function rangeNote(range: PossibleCount | null, i18n: I18n): string | null {
  return range && betweenText(range, i18n);
}

/** Events and changed outcomes as tables. */
export function sinceTables(
  counted: Counted,
  caption: string,
  events: readonly SinceEvent[],
  i18n: I18n,
): PanelTable[] {
  return [panelTable(eventTable(counted, caption, events, i18n)), panelTable(changeTable(counted, i18n))];
}

function eventTable(counted: Counted, caption: string, events: readonly SinceEvent[], i18n: I18n) {
  const { t } = i18n;
  const { changes } = counted;
  return {
    caption,
    columns: [
      figureColumns<{ event: SinceEvent }>(i18n).name({
        id: "event",
        header: t("key.figure"),
        named: (row) => ({ code: row.event, name: t(`since.${row.event}`) }),
      }),
      referralColumn<{ event: SinceEvent }>(i18n, {
        value: (row) => changes.counts[row.event],
        note: (row) => rangeNote(changes.ranges[row.event], i18n),
        cell: (row) => (
          <>
            <EventFigure event={row.event} counted={counted} />
            <span className="second"> {rangeNote(changes.ranges[row.event], i18n)}</span>
          </>
        ),
      }),
    ],
    rows: events.map((event) => ({ event })),
    rowKey: (row: { event: SinceEvent }) => row.event,
  };
}

function changeTable({ changes, stretch }: Counted, i18n: I18n) {
  const { t } = i18n;
  const outcome = (id: "from" | "to") =>
    figureColumns<OutcomeChange>(i18n).name({
      id,
      header: t(`since.${id}`),
      className: "text",
      named: (row) => ({ code: row[id], name: t(`outcome.${row[id]}`) }),
    });
  return {
    caption: t("since.changes"),
    columns: [
      outcome("from"),
      outcome("to"),
      referralColumn<OutcomeChange>(i18n, {
        value: ({ count }) => count,
        cell: (row) => <ChangeFigure change={row} stretch={stretch} />,
      }),
    ],
    rows: changes.changes,
    rowKey: ({ from, to, date }: OutcomeChange) => `${from} ${to} ${date}`,
  };
}

function referralColumn<Row>(
  { t }: I18n,
  made: Pick<ValueColumn<Row>, "value" | "note" | "cell">,
): ValueColumn<Row> {
  return { id: "referrals", header: t("key.value"), kind: "count", ...made };
}

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
