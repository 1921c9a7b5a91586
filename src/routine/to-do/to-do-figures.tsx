import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { TO_DO_KINDS, type ToDoKind } from "#records/to-do.ts";
import { DATE_BASES, dateFieldOf } from "#referrals/date-basis.ts";
import type { Drill } from "#selection/drill.ts";
import { Count } from "#ui/value.tsx";
import type { ToDoList } from "./use-to-do.ts";

/** The number of tasks per kind, linked to the referrals. */
export function ToDoCounts({ list }: { list: ToDoList }): ReactNode {
  const { t } = useI18n();
  const kinds = TO_DO_KINDS.filter((kind) => list.counts[kind] > 0);
  if (kinds.length === 0) return <p className="message">{t("toDo.none")}</p>;
  return (
    <p className="to-do__counts">
      {kinds.map((kind) => (
        <span key={kind}>
          {isOpened(list, kind) ? (
            <Selected list={list} kind={kind}>
              <Figure value={list.counts[kind]} drill={openedBy(list, kind)} />
            </Selected>
          ) : (
            <Count value={list.counts[kind]} />
          )}{" "}
          {t(`toDo.count.${kind}`)}
        </span>
      ))}
    </p>
  );
}

export function openedBy({ filters }: ToDoList, kind: ToDoKind): Drill {
  const { date: _, ...drill } = filters[kind] ?? {};
  return drill;
}

/** Whether its referrals can be opened: those without a created date are outside every period. */
export function isOpened({ pastCloseCreated }: ToDoList, kind: ToDoKind): boolean {
  return kind !== "pastClose" || pastCloseCreated !== null;
}

type SelectedProps = { list: ToDoList; kind: ToDoKind; children: ReactNode };

/** Links are for all periods. */
export function Selected({ list, kind, children }: SelectedProps): ReactNode {
  return <Reselected part={periodOf(list, kind)}>{children}</Reselected>;
}

/** The days of a kind, by its date. */
export function periodOf({ filters, pastCloseCreated }: ToDoList, kind: ToDoKind) {
  const { first: after, last: upTo } = pastCloseCreated ?? { first: 0, last: 0 };
  const { date = "createdDate", happened = { after, upTo } } = filters[kind] ?? {};
  return {
    basis: DATE_BASES.find((one) => dateFieldOf(one) === date) ?? "created",
    from: dayOfInstant(happened.after),
    to: dayOfInstant(happened.upTo),
  };
}
