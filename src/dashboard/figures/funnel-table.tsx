import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Funnel, FunnelStage } from "#referrals/funnel.ts";
import { TableHead } from "#ui/table-head.tsx";
import { Percent } from "#ui/value.tsx";
import { Figure, ShareFigure } from "./figure.tsx";

export type FunnelTableProps = {
  funnel: Funnel;
  /** Wins without a date of their own; null where that was not asked for. */
  impliedWins?: number | null;
};

/** The funnel in figures: its stages, its exits, and what is still open, so that it adds up here too. */
export function FunnelTable({ funnel, impliedWins = null }: FunnelTableProps): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <table className="table">
        <caption>{t("funnel.caption")}</caption>
        <TableHead
          columns={[
            "funnel.stage",
            "funnel.referrals",
            "funnel.ofBefore",
            "funnel.ofCreated",
            "funnel.implied",
          ]}
        />
        <tbody>
          {funnel.stages.map(({ stage, count, step, share, implied }) => (
            <tr key={stage}>
              <th scope="row">
                <data value={stage}>{t(`stage.${stage}`)}</data>
              </th>
              <td>
                <Figure value={count} drill={{ reached: stage }} />
              </td>
              <td>
                <ShareFigure rate={step} drill={{ reached: stage }} />
              </td>
              <td>
                <ShareFigure rate={share} drill={{ reached: stage }} />
              </td>
              <td>
                <Implied stage={stage} implied={stage === "won" ? impliedWins : implied} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <DropOffsTable funnel={funnel} fate="exit" />
      <DropOffsTable funnel={funnel} fate="open" />
    </>
  );
}

function Implied({ stage, implied }: { stage: FunnelStage["stage"]; implied: number | null }): ReactNode {
  if (implied === null || stage === "created") return <Percent value={null} />;
  return <Figure value={implied} drill={{ implied: stage }} />;
}

function DropOffsTable({ funnel, fate }: { funnel: Funnel; fate: "exit" | "open" }): ReactNode {
  const { t } = useI18n();
  const dropOffs = funnel.dropOffs.filter((dropOff) => dropOff.outcomeGroup === fate);
  return (
    <table className="table">
      <caption>{t(fate === "exit" ? "funnel.exits" : "funnel.open")}</caption>
      <TableHead
        columns={[
          "funnel.exits.outcome",
          { t: fate === "exit" ? "funnel.exits.stage" : "funnel.open.stage", className: "text" },
          "funnel.referrals",
        ]}
      />
      <tbody>
        {dropOffs.map(({ outcome, stage, count }) => (
          <tr key={`${outcome} ${stage}`}>
            <th scope="row">
              <data value={outcome}>{t(`outcome.${outcome}`)}</data>
            </th>
            <td className="text">
              <data value={stage}>{t(`stage.${stage}`)}</data>
            </td>
            <td>
              <Figure value={count} drill={{ outcomes: [outcome], left: stage }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
