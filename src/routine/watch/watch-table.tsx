import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useView } from "#dashboard/context/view-context.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { DATE_BASES, dateFieldOf } from "#referrals/date-basis.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import { rateOf } from "#referrals/rate.ts";
import type { Judgement, WatchedValue } from "#referrals/watch/judge-rule.ts";
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
import type { Column, TableModel } from "#table/column.ts";
import { allMonthsOf } from "./use-judgement.ts";
import { boundText, intervalText, ruleSentence, runningText, type WatchNames } from "./watch-sentences.ts";

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

/** A rule, its state in words, and its judgement once there is one. */
export type WatchedRule = { rule: WatchRule; place: number; judgement: Judgement | null; verdict: string };

type Actions = { edit: (place: number) => void; remove: (place: number) => void };

/** Rules in figures; `actions` adds buttons to change and remove each. */
export function watchTable(
  rows: readonly WatchedRule[],
  names: WatchNames,
  i18n: I18n,
  actions?: Actions,
): TableModel<WatchedRule> {
  const { t } = i18n;
  const { text } = figureColumns<WatchedRule>(i18n);
  return {
    className: "watch__table",
    columns: [
      text({
        id: "rule",
        header: t("watch.rule"),
        className: "text",
        value: ({ rule }) => ruleSentence(rule, names, i18n),
      }),
      text({
        id: "verdict",
        header: t("watch.verdict"),
        className: "text watch__verdict",
        value: ({ verdict }) => verdict,
      }),
      ...valueColumns(i18n),
      ...(actions ? [actionColumn(actions, names, i18n)] : []),
    ],
    rows,
    rowKey: ({ place }) => String(place),
    rowClass: ({ judgement }) => `watch__row--${judgement?.verdict.kind ?? "pending"}`,
  };
}

function valueColumns(i18n: I18n): Column<WatchedRule>[] {
  const { t } = i18n;
  const { text } = figureColumns<WatchedRule>(i18n);
  const last = ({ judgement }: WatchedRule) => judgement?.values.at(-1) ?? null;
  return [
    {
      id: "value",
      header: t("watch.value"),
      kind: ({ rule }) => (isWatchedRate(rule.figure) ? "share" : "count"),
      value: (row) => {
        const value = last(row)?.value ?? null;
        return value !== null && isWatchedRate(row.rule.figure) ? value / 100 : value;
      },
      cell: (row) =>
        row.judgement?.values.length
          ? row.judgement.values.map((value) => (
              <span key={value.from} className="watch__value">
                <span className="second">{intervalText(row.rule, value, i18n)}</span>{" "}
                <WatchValue rule={row.rule} value={value} />
              </span>
            ))
          : "–",
    },
    text({
      id: "interval",
      header: t("watch.judged"),
      className: "text watch__judged",
      value: (row) => {
        const value = last(row);
        return value && intervalText(row.rule, value, i18n);
      },
    }),
    text({
      id: "threshold",
      header: t("watch.threshold"),
      className: "watch__more",
      value: ({ rule, judgement }) => judgement && boundText(rule, judgement, i18n),
    }),
    text({
      id: "running",
      header: t("watch.soFar"),
      className: "text watch__more",
      value: ({ rule, judgement }) => judgement && runningText(rule, judgement, i18n),
    }),
  ];
}

function actionColumn({ edit, remove }: Actions, names: WatchNames, i18n: I18n): Column<WatchedRule> {
  const { t } = i18n;
  return {
    id: "actions",
    header: t("watch.edit"),
    head: <span className="visually-hidden">{t("watch.edit")}</span>,
    cell: ({ rule, place }) => {
      const name = ruleSentence(rule, names, i18n);
      return (
        <span className="watch__buttons no-print">
          <button
            type="button"
            className="link"
            aria-label={t("watch.editRule", { name })}
            onClick={() => edit(place)}
          >
            {t("watch.edit")}
          </button>
          <button
            type="button"
            className="link"
            aria-label={t("watch.removeRule", { name })}
            onClick={() => remove(place)}
          >
            {t("targets.remove")}
          </button>
        </span>
      );
    },
  };
}
