import type { CSSProperties, ReactNode } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { Figure, ShareFigure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Funnel } from "#referrals/funnel.ts";
import { rateOf } from "#referrals/rate.ts";
import type { Stage } from "#referrals/stages.ts";
import { type Branch, type FlowStage, flowOf } from "./flow-model.ts";

export type FlowChartProps = { funnel: Funnel; impliedWins: number | null };

/** The funnel as a vertical flow: referrals that go on continue straight, drop-offs branch off to their labels. */
export function FlowChart({ funnel, impliedWins }: FlowChartProps): ReactNode {
  return (
    <ol className="flow">
      {flowOf(funnel).map((stage) => (
        <li key={stage.stage} className={`flow__stage flow__stage--${stage.stage}`}>
          <StageHead stage={stage} implied={stage.stage === "won" ? (impliedWins ?? 0) : stage.implied} />
          <div className="flow__body">
            <span className="flow__bar" aria-hidden="true" style={share(stage.width)} />
            {stage.branches.map((branch) => (
              <BranchRow key={branch.outcome} branch={branch} on={stage.on} created={funnel.created} />
            ))}
            {stage.stage !== "won" && (
              <span className="flow__on flow__on--last" aria-hidden="true" style={share(stage.on)} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StageHead({ stage, implied }: { stage: FlowStage; implied: number }): ReactNode {
  const { t, formats } = useI18n();
  const name = t(`stage.${stage.stage}`);
  return (
    <div className="flow__head">
      <p className="flow__name">
        {stage.stage === "won" ? (
          <FilterMark filterKey="outcomes" value="won" name={name} className="plain-button">
            {name}
          </FilterMark>
        ) : (
          name
        )}
        <strong>
          <Figure value={stage.count} drill={{ reached: stage.stage }} />
        </strong>
      </p>
      {stage.step.kind === "rate" && stage.share.kind === "rate" && (
        <p className="flow__note">
          {stage.step.value !== stage.share.value && (
            <span>{t("flow.ofBefore", { share: formats.percent(stage.step.value) })}</span>
          )}
          <span>{t("flow.ofCreated", { share: formats.percent(stage.share.value) })}</span>
        </p>
      )}
      {stage.stage !== "created" && implied > 0 && <ImpliedNote stage={stage.stage} implied={implied} />}
    </div>
  );
}

function ImpliedNote({ stage, implied }: { stage: Exclude<Stage, "created">; implied: number }): ReactNode {
  const { t } = useI18n();
  return (
    <p className="flow__note" title={t("define.implied")}>
      <span>
        <Figure value={implied} drill={{ implied: stage }} /> {t("flow.implied")}
      </span>
    </p>
  );
}

/** One branch where it turns off; later branches of the stage still run beside the flow. */
function BranchRow({ branch, on, created }: { branch: Branch; on: number; created: number }): ReactNode {
  const { t } = useI18n();
  const { outcome, stage, count, width, inner, outcomeGroup } = branch;
  const name = t(`outcome.${outcome}`);
  return (
    <div className={`flow__row flow__row--${outcomeGroup}`} style={share(width)}>
      <span className="flow__on" aria-hidden="true" style={share(on)} />
      {inner.map((part) => (
        <span
          key={part.outcome}
          className="flow__on"
          aria-hidden="true"
          style={{ ...share(part.width), background: outcomeColour(part.outcome) }}
        />
      ))}
      <FilterMark filterKey="outcomes" value={outcome} name={name} className="flow__branch">
        <span className="flow__bend" aria-hidden="true" style={{ background: outcomeColour(outcome) }} />
        <span className="flow__label">{name}</span>
      </FilterMark>
      <span className="flow__count">
        <strong>
          <Figure value={count} drill={{ left: stage, outcomes: [outcome] }} />
        </strong>{" "}
        <span className="second">
          <ShareFigure rate={rateOf(count, created)} drill={{ left: stage, outcomes: [outcome] }} />
        </span>
      </span>
    </div>
  );
}

function share(value: number): CSSProperties {
  return { "--share": value } as CSSProperties;
}
