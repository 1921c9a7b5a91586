import type { I18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import type { Stage } from "#referrals/stages.ts";
import type { Drill } from "#selection/drill.ts";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { figureColumns } from "./figure-columns.tsx";

/**
 * The funnel as tables: stages, exits and open referrals, which add up. `impliedWins` lack a won date; null where
 * unknown.
 */
export function funnelTables(funnel: Funnel, impliedWins: number | null, i18n: I18n): PanelTable[] {
  return [
    stageTable(funnel, impliedWins, i18n),
    dropOffTable(funnel, "exit", i18n),
    dropOffTable(funnel, "open", i18n),
  ];
}

function stageName(stage: Stage, { t }: I18n) {
  return { code: stage, name: t(`stage.${stage}`) };
}

const reached = ({ stage }: { stage: Stage }): Drill => ({ reached: stage });

function stageTable({ stages }: Funnel, impliedWins: number | null, i18n: I18n): PanelTable {
  const { t } = i18n;
  const make = figureColumns<Funnel["stages"][number]>(i18n);
  return panelTable({
    caption: t("funnel.caption"),
    columns: [
      make.name({
        id: "stage",
        header: t("funnel.stage"),
        named: ({ stage }) => stageName(stage, i18n),
      }),
      make.count({
        id: "referrals",
        header: t("funnel.referrals"),
        value: ({ count }) => count,
        drill: reached,
      }),
      make.share({ id: "step", header: t("funnel.ofBefore"), rate: ({ step }) => step, drill: reached }),
      make.share({ id: "share", header: t("funnel.ofCreated"), rate: ({ share }) => share, drill: reached }),
      make.count({
        id: "implied",
        header: t("funnel.implied"),
        value: ({ stage, implied }) => (stage === "created" ? null : stage === "won" ? impliedWins : implied),
        drill: ({ stage }) => (stage === "created" ? {} : { implied: stage }),
      }),
    ],
    rows: stages,
    rowKey: ({ stage }) => stage,
  });
}

function dropOffTable({ dropOffs }: Funnel, outcomeGroup: "exit" | "open", i18n: I18n): PanelTable {
  const { t } = i18n;
  const make = figureColumns<Funnel["dropOffs"][number]>(i18n);
  return panelTable({
    caption: t(outcomeGroup === "exit" ? "funnel.exits" : "funnel.open"),
    columns: [
      make.name({
        id: "outcome",
        header: t("funnel.exits.outcome"),
        named: ({ outcome }) => ({ code: outcome, name: t(`outcome.${outcome}`) }),
      }),
      make.name({
        id: "stage",
        header: t(outcomeGroup === "exit" ? "funnel.exits.stage" : "funnel.open.stage"),
        className: "text",
        named: ({ stage }) => stageName(stage, i18n),
      }),
      make.count({
        id: "referrals",
        header: t("funnel.referrals"),
        value: ({ count }) => count,
        drill: ({ outcome, stage }) => ({ outcomes: [outcome], left: stage }),
      }),
    ],
    rows: dropOffs.filter((dropOff) => dropOff.outcomeGroup === outcomeGroup),
    rowKey: ({ outcome, stage }) => `${outcome} ${stage}`,
  });
}
