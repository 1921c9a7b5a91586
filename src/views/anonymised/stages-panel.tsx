import type { ReactNode } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import type { AnonymisedStage } from "#referrals/anonymised.ts";
import type { Outcome } from "#referrals/outcome.ts";
import { STAGES, type Stage } from "#referrals/stages.ts";
import type { TableModel } from "#table/column.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Count, Percent } from "#ui/value.tsx";
import { AnonymisedPanel, Withheld } from "./anonymised-panel.tsx";

export type StagesProps = { state: QueryState<AnonymisedStage[] | null>; source: QuerySource | null };

/** Referrals per stage, in one row. */
export function StageFigures({ state, source }: StagesProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const table = (stages: readonly AnonymisedStage[]) => (
    <dl className="figures">
      {STAGES.map((stage) => (
        <div key={stage} className="figure">
          <dt>{t(`stage.${stage}`)}</dt>
          <dd className="figure__value">
            <Reached stages={stages} stage={stage} />
          </dd>
          <dd className="figure__note">
            {stage !== "created" && <ShareOfCreated stages={stages} stage={stage} />}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <AnonymisedPanel
      name="figures"
      title={t("key.title")}
      bare
      state={state}
      figures={["created", "acknowledged", "accepted", "won"]}
      source={source}
      chart={(stages) => stages && table(stages)}
      tables={(stages) => (stages ? [panelTable(stagesTable(stages, i18n))] : [])}
    />
  );
}

/** Each stage with its drop-offs by outcome. */
export function StagesPanel({ state, source }: StagesProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { period, basis } = useView().viewData.resolved;
  return (
    <AnonymisedPanel
      name="funnel"
      title={t("funnel.title")}
      subtitle={t("funnel.subtitle", {
        period: formats.period(period.from, period.to),
        basis: t(`basis.${basis}`),
      })}
      state={state}
      figures={["created", "acknowledged", "accepted", "won", "outcome"]}
      source={source}
      chart={(stages) => stages && <StagesPicture stages={stages} />}
      tables={(stages) => (stages ? [panelTable(stagesTable(stages, i18n))] : [])}
    />
  );
}

function StagesPicture({ stages }: { stages: readonly AnonymisedStage[] }): ReactNode {
  const i18n = useI18n();
  const created = stages[0]?.reached ?? 0;
  const width = (count: number) => ({ width: `${(count / Math.max(created, 1)) * 100}%` });
  return (
    <ol className="funnel">
      {stages.map(({ stages: names, reached, left }, at) => (
        <li key={names.join()} className="funnel__stage">
          <p className="funnel__name">
            {stageName(names, i18n)}
            <strong>
              <Count value={reached} />
            </strong>
          </p>
          <div className="funnel__body">
            <div className="funnel__bar" aria-hidden="true">
              <span className="funnel__on" style={width(stages[at + 1]?.reached ?? 0)} />
              {left.map(({ outcomes, count }) => (
                <span key={outcomes.join()} style={{ ...width(count), background: colourOf(outcomes) }} />
              ))}
            </div>
            <ul className="funnel__leaves">
              {dropOffsOf(names, left).map(({ outcomes, count }) => (
                <li key={outcomes.join()}>
                  <span className="swatch" style={{ background: colourOf(outcomes) }} />{" "}
                  {outcomeNames(outcomes, i18n)}{" "}
                  <strong>
                    <Count value={count} />
                  </strong>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}

type StageRow = { stage: string; outcome: string; count: number };

/** Referrals that reached each stage, and drop-offs by outcome. */
function stagesTable(stages: readonly AnonymisedStage[], i18n: I18n): TableModel<StageRow> {
  const { t } = i18n;
  return {
    columns: [
      { id: "stage", header: t("funnel.stage"), kind: "text", value: ({ stage }) => stage },
      {
        id: "outcome",
        header: t("funnel.exits.outcome"),
        className: "text",
        kind: "text",
        value: ({ outcome }) => outcome,
      },
      { id: "referrals", header: t("funnel.referrals"), kind: "count", value: ({ count }) => count },
    ],
    rows: stages.flatMap(({ stages: names, reached, left }) => {
      const stage = stageName(names, i18n);
      const dropOffs = dropOffsOf(names, left).map(({ outcomes, count }) => ({
        stage,
        outcome: outcomeNames(outcomes, i18n),
        count,
      }));
      return [{ stage, outcome: t("anonymised.reached"), count: reached }, ...dropOffs];
    }),
    rowKey: ({ stage, outcome }) => `${stage} ${outcome}`,
  };
}

type OfStage = { stages: readonly AnonymisedStage[]; stage: Stage };

function Reached({ stages, stage }: OfStage): ReactNode {
  const reached = reachedOf(stages, stage);
  return reached === null ? <Withheld /> : <Count value={reached} />;
}

function ShareOfCreated({ stages, stage }: OfStage): ReactNode {
  const { t, formats } = useI18n();
  const [created, reached] = [reachedOf(stages, "created"), reachedOf(stages, stage)];
  if (!created || reached === null) return <Percent value={null} />;
  return t("key.ofCreated", { rate: formats.percent(reached / created) });
}

/** Null where the stage is merged with the previous one. */
function reachedOf(stages: readonly AnonymisedStage[], stage: Stage): number | null {
  return stages.find(({ stages: [first] }) => first === stage)?.reached ?? null;
}

/** There are no drop-offs from won. */
function dropOffsOf([first]: readonly Stage[], left: AnonymisedStage["left"]): AnonymisedStage["left"] {
  return first === "won" ? [] : left;
}

function stageName(stages: readonly Stage[], { t }: I18n): string {
  const names = stages.map((stage) => t(`stage.${stage}`));
  const [first = "", last = first] = [names[0], names.at(-1)];
  return first === last ? first : t("anonymised.joined", { first, last });
}

function outcomeNames(outcomes: readonly Outcome[], { t, formats }: I18n): string {
  return formats.list(outcomes.map((outcome) => t(`outcome.${outcome}`)));
}

function colourOf([first, ...more]: readonly Outcome[]): string {
  return first === undefined || more.length > 0 ? "var(--outcome-unknown)" : outcomeColour(first);
}
