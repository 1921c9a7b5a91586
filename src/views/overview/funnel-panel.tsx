import type { ReactNode } from "react";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import { funnelTables } from "#dashboard/figures/funnel-tables.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { type DropOff, type Funnel, type FunnelStage, funnelOf, totalCounted } from "#referrals/funnel.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { Drill } from "#selection/drill.ts";

export function FunnelPanel({
  outcomeCounts,
}: {
  outcomeCounts: QueryState<OutcomeCountsResult>;
}): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { resolved } = useView().viewData;
  const period = formats.period(resolved.period.from, resolved.period.to);
  return (
    <QueryPanel
      name="funnel"
      title={t("funnel.title")}
      subtitle={t("funnel.subtitle", { period, basis: t(`basis.${resolved.basis}`) })}
      needs={missing}
      state={mapData(outcomeCounts, ({ rows }) => funnelOf(rows))}
      figures={["created", "acknowledged", "accepted", "won", "outcome", "exits", "implied", "step"]}
      source={sourceOf(outcomeCounts)}
      chart={(value) => (value.created === 0 ? <Empty /> : <FunnelChart funnel={value} />)}
      tables={(value) => funnelTables(value, null, i18n)}
    />
  );
}

/** A bar per stage on a common scale: referrals that go on, drop-offs by outcome, and open ones. */
function FunnelChart({ funnel }: { funnel: Funnel }): ReactNode {
  const { t, formats } = useI18n();
  const equation = {
    created: formats.count(funnel.created),
    won: formats.count(funnel.won),
    left: formats.count(funnel.exits),
    open: formats.count(funnel.open),
  };
  return (
    <>
      <ol className="funnel">
        {funnel.stages.map((stage, at) => (
          <StageBar
            key={stage.stage}
            stage={stage}
            goesOn={funnel.stages[at + 1]?.count ?? 0}
            dropOffs={funnel.dropOffs.filter((dropOff) => dropOff.stage === stage.stage)}
            created={funnel.created}
          />
        ))}
      </ol>
      <p className="panel__note">{t("funnel.equation", equation)}</p>
    </>
  );
}

type StageBarProps = { stage: FunnelStage; goesOn: number; dropOffs: readonly DropOff[]; created: number };

function StageBar({ stage, goesOn, dropOffs, created }: StageBarProps): ReactNode {
  const { t } = useI18n();
  const exits = dropOffs.filter(({ outcomeGroup }) => outcomeGroup === "exit");
  const left = stage.stage === "won" ? "accepted" : stage.stage;
  const open = totalCounted(dropOffs.filter(({ outcomeGroup }) => outcomeGroup === "open"));
  const width = (count: number) => ({ width: `${(count / Math.max(created, 1)) * 100}%` });
  return (
    <li className="funnel__stage">
      <p className="funnel__name">
        {t(`stage.${stage.stage}`)}
        <strong>
          <Figure value={stage.count} drill={{ reached: stage.stage }} />
        </strong>
      </p>
      <div className="funnel__body">
        <div className="funnel__bar" aria-hidden="true">
          {stage.stage === "won" ? (
            <span className="funnel__won" style={width(stage.count)} />
          ) : (
            <span className="funnel__on" style={width(goesOn)} />
          )}
          {exits.map(({ outcome, count }) => (
            <span key={outcome} style={{ ...width(count), background: outcomeColour(outcome) }} />
          ))}
          {open > 0 && <span className="funnel__open" style={width(open)} />}
        </div>
        {dropOffs.length > 0 && (
          <ul className="funnel__leaves">
            {exits.map(({ outcome, count }) => (
              <DropOffLabel
                key={outcome}
                name={t(`outcome.${outcome}`)}
                outcome={outcome}
                count={count}
                colour={outcomeColour(outcome)}
                drill={{ left, outcomes: [outcome] }}
              />
            ))}
            {open > 0 && (
              <DropOffLabel
                name={t("outcome.stillOpen")}
                outcome={null}
                count={open}
                colour="var(--outcome-open)"
                drill={{ left, fate: "open" }}
              />
            )}
          </ul>
        )}
        <StageRates stage={stage} />
      </div>
    </li>
  );
}

/** The rates of the previous stage and of Created; once where both are equal. */
function StageRates({ stage: { step, share, implied } }: { stage: FunnelStage }): ReactNode {
  const { t, formats } = useI18n();
  if (step.kind !== "rate" || share.kind !== "rate") return null;
  const [before, created] = [formats.percent(step.value), formats.percent(share.value)];
  return (
    <p className="funnel__rates">
      {step.value === share.value
        ? t("flow.ofCreated", { share: created })
        : t("funnel.rates", { before, created })}
      {implied > 0 && <> · {t("funnel.impliedNote", { count: formats.count(implied) })}</>}
    </p>
  );
}

type DropOffLabelProps = {
  name: string;
  outcome: Outcome | null;
  count: number;
  colour: string;
  drill: Drill;
};

function DropOffLabel({ name, outcome, count, colour, drill }: DropOffLabelProps): ReactNode {
  return (
    <li>
      <span className="swatch" style={{ background: colour }} />{" "}
      {outcome === null ? (
        name
      ) : (
        <FilterMark filterKey="outcomes" value={outcome} name={name} className="plain-button">
          {name}
        </FilterMark>
      )}{" "}
      <strong>
        <Figure value={count} drill={drill} />
      </strong>
    </li>
  );
}
