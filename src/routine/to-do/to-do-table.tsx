import { CustomerLink } from "#dashboard/figures/customer-link.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { marketMark } from "#dashboard/figures/filter-mark.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { TableModel } from "#table/column.ts";
import { isOpened, openedBy, Selected } from "./to-do-figures.tsx";
import { type ToDoRow, toDoRow } from "./to-do-row.ts";
import type { ToDoList } from "./use-to-do.ts";

/** The first tasks as a table: customer, market, reason, and deadline. */
export function toDoTable(
  list: ToDoList,
  limit: number,
  nameOf: (market: string) => string,
  i18n: I18n,
): TableModel<ToDoRow> {
  const { t, formats } = i18n;
  const make = figureColumns<ToDoRow>(i18n);
  const instant = (id: "since" | "deadline", value: (row: ToDoRow) => number | null) => ({
    id,
    header: t(`toDo.${id}`),
    className: "text to-do__time",
    kind: "dateTime" as const,
    value,
    cell: (row: ToDoRow) => {
      const at = value(row);
      return at === null ? "–" : <time dateTime={new Date(at).toISOString()}>{formats.dateTime(at)}</time>;
    },
  });
  return {
    className: "to-do__table",
    columns: [
      make.text({
        id: "customer",
        header: t("times.overdue.name"),
        value: ({ customer }) => customer || t("times.overdue.noName"),
        cell: ({ id, customer, kind }) => (
          <Selected list={list} kind={kind}>
            <CustomerLink id={isOpened(list, kind) ? id : ""} name={customer} drill={openedBy(list, kind)} />
          </Selected>
        ),
      }),
      make.name({
        id: "market",
        header: t("times.overdue.market"),
        className: "text to-do__market",
        named: ({ market }) => ({ code: market, name: nameOf(market) }),
        cell: ({ market }) => marketMark(market, nameOf(market), "plain-button"),
      }),
      make.name({
        id: "kind",
        header: t("toDo.kind"),
        className: "text to-do__kind",
        named: ({ kind }) => ({ code: kind, name: t(`toDo.kind.${kind}`) }),
      }),
      make.text({ id: "reason", header: t("toDo.reason"), className: "text", value: ({ reason }) => reason }),
      instant("deadline", ({ deadline }) => deadline),
      instant("since", ({ since }) => since),
      make.text({ id: "id", header: "ID", className: "text to-do__id", value: ({ id }) => id }),
    ],
    rows: list.items.slice(0, limit).map((item) => toDoRow(list, item, i18n)),
    rowKey: ({ row }) => String(row),
  };
}
