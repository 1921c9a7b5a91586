import type { ReactNode } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { CustomerLink } from "#dashboard/figures/customer-link.tsx";
import { Figure, OpenRecords } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { marketMark } from "#dashboard/figures/filter-mark.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { useMarketName } from "#ui/value.tsx";
import { Duration, roundTime } from "./duration.tsx";
import { type Overdue, overdueDrill, type WaitingReferral } from "./overdue.ts";

export type OverduePanelProps = { overdue: Overdue; limits: OverdueLimits };

/** Overdue and due referrals: counts, and the first of both. */
export function OverduePicture({ overdue, limits }: OverduePanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const [first, next] = waitingLists({ overdue, limits }, useMarketName(), i18n);
  return (
    <>
      <dl className="figures times__urgent">
        {waitingFigures({ overdue, limits }, i18n).map(({ key, name, count, drill, isUrgent }) => (
          <div key={key} className="figure">
            <dd className={isUrgent && count > 0 ? "figure__value times__late" : "figure__value"}>
              <Figure value={count} drill={drill} />
            </dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <div className="times__lists">
        <WaitingList
          table={first}
          none={t("times.overdue.none")}
          count={overdue.pastAnswer}
          drill={overdueDrill("answer", limits)}
        />
        <WaitingList
          table={next}
          none={t("times.overdue.noneSoon")}
          count={overdue.soon}
          drill={overdueDrill("soon", limits)}
        />
      </div>
      <p className="panel__note">{useSentence({ overdue, limits })}</p>
    </>
  );
}

type NameOf = (market: string) => string;
type WaitingListProps = { table: TableModel<WaitingReferral>; none: string; count: number; drill: Drill };

function WaitingList({ table, none, count, drill }: WaitingListProps): ReactNode {
  const { t } = useI18n();
  const { caption: title, ...list } = table;
  return (
    <section className="times__list" aria-label={title}>
      <h3 className="times__head">{title}</h3>
      {count === 0 ? <p className="panel__note">{none}</p> : <ScrolledTable {...list} />}
      {count > 0 && (
        <p className="times__all no-print">
          <OpenRecords drill={drill} count={count}>
            {t("times.overdue.all", { count })}
          </OpenRecords>
        </p>
      )}
    </section>
  );
}

type WaitingFigure = { key: string; name: string; count: number; drill: Drill; isUrgent: boolean };

function waitingFigures({ overdue, limits }: OverduePanelProps, i18n: I18n): WaitingFigure[] {
  const { t } = i18n;
  const answer = roundTime(limits.answerMs, i18n);
  const figure = (
    key: "pastExpiry" | "pastAnswer" | "soon" | "waiting",
    name: string,
    drill: Parameters<typeof overdueDrill>[0],
    isUrgent = false,
  ): WaitingFigure => ({ key, name, count: overdue[key], drill: overdueDrill(drill, limits), isUrgent });
  return [
    figure("soon", t("times.overdue.soon", { limit: answer }), "soon"),
    figure("pastAnswer", t("times.overdue.pastAnswer", { limit: answer }), "answer", true),
    figure(
      "pastExpiry",
      t("times.overdue.pastExpiry", { limit: roundTime(limits.expiryMs, i18n) }),
      "expiry",
      true,
    ),
    figure("waiting", t("times.overdue.waiting"), "waiting"),
  ];
}

function useSentence({ overdue, limits }: OverduePanelProps): string {
  const i18n = useI18n();
  const nameOf = useMarketName();
  const limit = roundTime(limits.answerMs, i18n);
  const { most, pastAnswer } = overdue;
  if (most === null) return i18n.t("times.overdue.sentenceNone", { limit });
  return i18n.t("times.overdue.sentence", {
    count: pastAnswer,
    limit,
    market: nameOf(most.market),
    part: i18n.formats.count(most.count),
  });
}

/** The counts and both lists as tables. */
export function overdueTables(props: OverduePanelProps, nameOf: NameOf, i18n: I18n): PanelTable[] {
  const { t } = i18n;
  const make = figureColumns<WaitingFigure>(i18n);
  const lists = waitingLists(props, nameOf, i18n).filter(({ rows }) => rows.length > 0);
  return [
    panelTable({
      caption: t("times.overdue.figures"),
      columns: [
        make.name({
          id: "figure",
          header: t("times.overdue.figure"),
          named: ({ key, name }) => ({ code: key, name }),
        }),
        make.count({
          id: "referrals",
          header: t("times.referrals"),
          value: ({ count }) => count,
          drill: ({ drill }) => drill,
        }),
      ],
      rows: waitingFigures(props, i18n),
      rowKey: ({ key }) => key,
    }),
    ...lists.map((list) => panelTable(list)),
  ];
}

/** Overdue referrals, and those due within a day. */
function waitingLists({ overdue, limits }: OverduePanelProps, nameOf: NameOf, i18n: I18n) {
  const { t } = i18n;
  const { answerMs, expiryMs } = limits;
  const list = (caption: string, rows: Overdue["first"], limitMs: number, of: "answer" | "soon") =>
    waitingTable({ caption, rows, limitMs, drill: overdueDrill(of, limits), nameOf }, i18n);
  return [
    list(t("times.overdue.first"), overdue.first, expiryMs, "answer"),
    list(t("times.overdue.next"), overdue.next, answerMs, "soon"),
  ] as const;
}

type WaitingTableProps = {
  caption?: string;
  rows: readonly WaitingReferral[];
  /** The limit that the time left refers to. */
  limitMs: number;
  drill: Drill;
  nameOf: (market: string) => string;
};

/** Unanswered referrals, most urgent first: customer, market, created, and time left. */
function waitingTable(props: WaitingTableProps, i18n: I18n): TableModel<WaitingReferral> {
  const { caption, rows, limitMs, drill, nameOf } = props;
  const { t, formats } = i18n;
  const make = figureColumns<WaitingReferral>(i18n);
  return {
    caption,
    className: "times__waiting",
    columns: [
      make.text({
        id: "customer",
        header: t("times.overdue.name"),
        value: ({ name }) => name || t("times.overdue.noName"),
        cell: ({ id, name }) => <CustomerLink id={id} name={name} drill={drill} />,
      }),
      make.name({
        id: "market",
        header: t("times.overdue.market"),
        className: "text",
        named: ({ market }) => ({ code: market, name: nameOf(market) }),
        cell: ({ market }) => marketMark(market, nameOf(market), "plain-button"),
      }),
      make.name({
        id: "outcome",
        header: t("times.overdue.outcome"),
        className: "text times__status",
        named: ({ outcome }) => ({ code: outcome, name: t(`outcome.${outcome}`) }),
        cell: ({ outcome }) => (
          <>
            <span className="swatch" style={{ background: outcomeColour(outcome) }} />{" "}
            <data value={outcome}>{t(`outcome.${outcome}`)}</data>
          </>
        ),
      }),
      {
        id: "age",
        header: t("times.overdue.age"),
        kind: "duration",
        value: ({ ageMs }) => ageMs,
        cell: ({ createdAt, ageMs }) => (
          <time dateTime={new Date(createdAt).toISOString()} title={formats.dateTime(createdAt)}>
            <Duration ms={ageMs} />
          </time>
        ),
      },
      {
        id: "left",
        header: t("times.overdue.untilExpiry", { limit: roundTime(limitMs, i18n) }),
        kind: "duration",
        value: ({ leftMs }) => leftMs,
        cell: ({ leftMs }) => left(leftMs, i18n),
      },
    ],
    rows,
    rowKey: ({ row }) => String(row),
  };
}

/** Time left until a limit, or past it. */
function left(ms: number, { t, formats }: I18n) {
  const time = formats.duration(Math.abs(ms));
  return (
    <data value={ms} data-unit="ms" className={ms < 0 ? "times__over" : undefined}>
      {t(ms < 0 ? "times.overdue.over" : "times.overdue.left", { time })}
    </data>
  );
}
