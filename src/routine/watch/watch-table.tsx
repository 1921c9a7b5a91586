import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Judgement } from "#referrals/watch/judge-rule.ts";
import { isWatchedRate } from "#referrals/watch/watch-figures.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import type { Column, TableModel } from "#table/column.ts";
import { boundText, intervalText, ruleSentence, runningText, type WatchNames } from "./watch-sentences.ts";
import { WatchValue } from "./watch-value.tsx";

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
