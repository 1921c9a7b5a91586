import { type ReactNode, useState } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import type { Rate } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import { Figure, RateFigure } from "../common/figure.tsx";
import { type MultiplesChartProps, UnfinishedNote } from "./multiples-chart.tsx";

const COLUMNS = [
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

/** The parts in figures; Other opens into its members. */
export function MultiplesTable({ breakdown, look }: MultiplesChartProps): ReactNode {
  const { words } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { multiples, other, all } = breakdown;
  const part = ({ key, funnel }: (typeof multiples)[number], className?: string) => (
    <tr key={key} className={className}>
      <th scope="row">
        {look.mark(key, "plain-button")}
        <UnfinishedNote look={look} part={key} />
      </th>
      <FunnelCells funnel={funnel} drill={look.drillOf(key)} />
    </tr>
  );
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words("split.part")}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {words(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {multiples.map((one) => part(one))}
        {other && (
          <tr>
            <th scope="row">
              <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                {words("split.otherOf", { count: other.members.length })}
              </button>
            </th>
            <FunnelCells funnel={other.funnel} drill={look.otherDrill(multiples.map(({ key }) => key))} />
          </tr>
        )}
        {isOpen && other?.members.map((one) => part(one, "multiples__member"))}
        <tr>
          <th scope="row">{words("split.all")}</th>
          <FunnelCells funnel={all} drill={{}} />
        </tr>
      </tbody>
    </table>
  );
}

function FunnelCells({ funnel, drill }: { funnel: Funnel; drill: Drill }): ReactNode {
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
export function intervalWords(rate: Rate, { words, formats }: I18n): string {
  if (rate.kind === "absent") return "–";
  return words("split.range", { low: formats.percent(rate.low), high: formats.percent(rate.high) });
}
