import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { OutcomeChange, PossibleCount, SinceEvent } from "#records/changes-since.ts";
import type { ValueColumn } from "#table/column.ts";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { ChangeFigure, EventFigure } from "./since-figures.tsx";
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
