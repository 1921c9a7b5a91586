import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { OutcomeChange, SinceEvent } from "#records/changes-since.ts";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { ChangeFigure, EventFigure } from "./since-figures.tsx";
import type { Counted } from "./use-since.ts";

/** Events and changed outcomes as tables. */
export function sinceTables(
  counted: Counted,
  caption: string,
  events: readonly SinceEvent[],
  i18n: I18n,
): PanelTable[] {
  const { t } = i18n;
  const { changes, stretch } = counted;
  const event = figureColumns<{ event: SinceEvent }>(i18n);
  const change = figureColumns<OutcomeChange>(i18n);
  const outcome = (id: "from" | "to") =>
    change.name({
      id,
      header: t(`since.${id}`),
      className: "text",
      named: (row) => ({ code: row[id], name: t(`outcome.${row[id]}`) }),
    });
  return [
    panelTable({
      caption,
      columns: [
        event.name({
          id: "event",
          header: t("key.figure"),
          named: (row) => ({ code: row.event, name: t(`since.${row.event}`) }),
        }),
        {
          id: "referrals",
          header: t("key.value"),
          kind: "count",
          value: (row) => changes.counts[row.event],
          cell: (row) => <EventFigure event={row.event} counted={counted} />,
        },
      ],
      rows: events.map((one) => ({ event: one })),
      rowKey: (row) => row.event,
    }),
    panelTable({
      caption: t("since.changes"),
      columns: [
        outcome("from"),
        outcome("to"),
        {
          id: "referrals",
          header: t("key.value"),
          kind: "count",
          value: ({ count }) => count,
          cell: (row) => <ChangeFigure change={row} stretch={stretch} />,
        },
      ],
      rows: changes.changes,
      rowKey: ({ from, to, date }) => `${from} ${to} ${date}`,
    }),
  ];
}
