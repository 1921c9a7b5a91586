import type { ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import type { Rate } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";

/** The heads of `FunnelCells`. */
export const FUNNEL_COLUMNS = [
  "stage.created",
  "stage.acknowledged",
  "stage.accepted",
  "stage.won",
  "split.open",
  "split.acceptance",
  "split.acceptanceInterval",
  "split.win",
  "split.winInterval",
] as const;

/** The figures of a funnel, one a cell. */
export function FunnelCells({ funnel, drill }: { funnel: Funnel; drill: Drill }): ReactNode {
  const i18n = useI18n();
  const [acceptance, win] = [acceptanceRate(funnel), winRate(funnel)];
  return (
    <>
      {(["created", "acknowledged", "accepted", "won"] as const).map((stage) => (
        <td key={stage}>
          <Figure value={funnel[stage]} drill={stage === "created" ? drill : { ...drill, reached: stage }} />
        </td>
      ))}
      <td>
        <Figure value={funnel.open} drill={{ ...drill, fate: "open" }} />
      </td>
      <td>
        <RateFigure rate={acceptance} drill={{ ...drill, reached: "accepted" }} />
      </td>
      <td className="second">{intervalWords(acceptance, i18n)}</td>
      <td>
        <RateFigure rate={win} drill={{ ...drill, reached: "won" }} />
      </td>
      <td className="second">{intervalWords(win, i18n)}</td>
    </>
  );
}

/** "18.1% to 45.4%". */
export function intervalWords(rate: Rate, { t, formats }: I18n): string {
  if (rate.kind === "absent") return "–";
  return t("split.range", { low: formats.percent(rate.low), high: formats.percent(rate.high) });
}
