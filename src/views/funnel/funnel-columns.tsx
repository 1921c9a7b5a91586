import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import type { Drill } from "#selection/drill.ts";
import type { ValueColumn } from "#table/column.ts";

type Source<Row> = { funnel: (row: Row) => Funnel; drill: (row: Row) => Drill };

/** A column per figure of a funnel. */
export function funnelColumns<Row>({ funnel, drill }: Source<Row>, i18n: I18n): ValueColumn<Row>[] {
  const { t } = i18n;
  const make = figureColumns<Row>(i18n);
  const [acceptance, win] = [(row: Row) => acceptanceRate(funnel(row)), (row: Row) => winRate(funnel(row))];
  return [
    ...(["created", "acknowledged", "accepted", "won"] as const).map((stage) =>
      make.count({
        id: stage,
        header: t(`stage.${stage}`),
        value: (row) => funnel(row)[stage],
        drill: (row) => (stage === "created" ? drill(row) : { ...drill(row), reached: stage }),
      }),
    ),
    make.count({
      id: "open",
      header: t("split.open"),
      value: (row) => funnel(row).open,
      drill: (row) => ({ ...drill(row), fate: "open" }),
    }),
    make.rate({
      id: "acceptance",
      header: t("split.acceptance"),
      rate: acceptance,
      drill: (row) => ({ ...drill(row), reached: "accepted" }),
    }),
    make.interval({ id: "acceptance interval", header: t("split.acceptanceInterval"), rate: acceptance }),
    make.rate({
      id: "win",
      header: t("split.win"),
      rate: win,
      drill: (row) => ({ ...drill(row), reached: "won" }),
    }),
    make.interval({ id: "win interval", header: t("split.winInterval"), rate: win }),
  ];
}
