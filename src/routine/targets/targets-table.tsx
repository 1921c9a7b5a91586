import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Rate } from "#referrals/rate.ts";
import type { TargetFigure } from "#referrals/targets.ts";
import type { Drill } from "#selection/drill.ts";
import type { Column, TableModel } from "#table/column.ts";
import type { JudgedTarget } from "./use-judged-targets.ts";

export type TargetNames = { market: (code: string) => string; size: (size: string) => string };

/** Null: no filter of the list finds them. */
const DRILLS: Record<TargetFigure, Drill | null> = {
  acceptance: { reached: "accepted" },
  win: { outcomes: ["won"] },
  close: { outcomes: ["won"] },
  expired: { outcomes: ["expired"] },
  closed: null,
};

/** Targets in figures; `remove` gives each a button that takes it away. */
export function targetsTable(
  rows: readonly JudgedTarget[],
  names: TargetNames,
  i18n: I18n,
  remove?: (place: number) => void,
): TableModel<JudgedTarget> {
  return {
    className: "targets__table",
    columns: [
      ...aimColumns(names, i18n),
      ...standingColumns(i18n),
      figureColumns<JudgedTarget>(i18n).text({
        id: "source",
        header: i18n.t("targets.source"),
        className: "text second targets__more",
        value: ({ target }) => [target.source, target.month].filter((one) => one !== "").join(", "),
      }),
      ...(remove ? [removeColumn(remove, i18n)] : []),
    ],
    rows,
    rowKey: (row) => String(rows.indexOf(row)),
    rowClass: ({ standing }) => `targets__row--${standing.kind}`,
  };
}

/** What is to be reached. */
function aimColumns(names: TargetNames, i18n: I18n): Column<JudgedTarget>[] {
  const { t, formats } = i18n;
  const { text } = figureColumns<JudgedTarget>(i18n);
  return [
    text({ id: "name", header: t("targets.name"), className: "text", value: ({ target }) => target.name }),
    text({
      id: "figure",
      header: t("key.figure"),
      className: "text",
      value: ({ target: { figure, days, market, size } }) =>
        [t(`targets.figure.${figure}`, { days }), market && names.market(market), size && names.size(size)]
          .filter(Boolean)
          .join(", "),
    }),
    text({
      id: "target",
      header: t("targets.target"),
      value: ({ target: { bound, percent } }) =>
        t(`targets.value.${bound}`, { percent: formats.percent(percent / 100) }),
    }),
  ];
}

function rateOfTarget({ standing }: JudgedTarget): Extract<Rate, { kind: "rate" }> | null {
  return "rate" in standing && standing.rate.kind === "rate" ? standing.rate : null;
}

/** In percentage points, negative below the target. */
function distanceOf(row: JudgedTarget): number | null {
  const rate = rateOfTarget(row);
  return rate && rate.value * 100 - row.target.percent;
}

/** What is reached so far, and what may still come. */
function standingColumns(i18n: I18n): Column<JudgedTarget>[] {
  const { t, formats } = i18n;
  const make = figureColumns<JudgedTarget>(i18n);
  return [
    make.rate({
      id: "now",
      header: t("targets.now"),
      rate: (row) => rateOfTarget(row) ?? { kind: "absent" },
      drill: ({ target: { figure, market, size } }) => {
        const of = { ...(market !== "" && { markets: [market] }), ...(size !== "" && { sizes: [size] }) };
        return DRILLS[figure] && { ...DRILLS[figure], ...of };
      },
    }),
    {
      id: "distance",
      className: "targets__more",
      header: t("targets.distance"),
      kind: "points",
      value: distanceOf,
      cell: (row) => {
        const distance = distanceOf(row);
        return distance === null ? "–" : formats.signed(distance);
      },
    },
    {
      id: "missing",
      header: t("targets.missing"),
      kind: "count",
      value: ({ standing }) => ("rate" in standing ? standing.missing : null),
    },
    make.text({
      id: "state",
      header: t("targets.state"),
      className: "text targets__state",
      value: (row) => stateText(row, i18n),
    }),
  ];
}

/** How it stands, in words. */
function stateText({ standing, target, unknown, unplaced }: JudgedTarget, { t }: I18n): string {
  if (unknown !== null) return t(`targets.unknown.${unknown}`, { name: target[unknown] });
  const left = unplaced > 0 ? t("targets.unplaced", { count: unplaced }) : "";
  if (!("rate" in standing)) return left || t(`targets.state.${standing.kind}`);
  const state = t(`targets.state.${standing.kind}`, { open: standing.open });
  return left ? `${state}. ${left}` : state;
}

function removeColumn(remove: (place: number) => void, { t }: I18n): Column<JudgedTarget> {
  return {
    id: "remove",
    header: t("targets.remove"),
    head: <span className="visually-hidden">{t("targets.remove")}</span>,
    cell: ({ own, target }) =>
      own !== null && (
        <button
          type="button"
          className="link no-print"
          aria-label={t("targets.removeName", { name: target.name })}
          onClick={() => remove(own)}
        >
          {t("targets.remove")}
        </button>
      ),
  };
}
