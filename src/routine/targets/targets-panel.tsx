import { type ReactNode, use, useState } from "react";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { AbsentNote, QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { saveFile } from "#exports/save-file.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { sourceOf } from "#queries/query-source.ts";
import { mapData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { PROGRAM_TARGETS, type RateTarget, targetStanding } from "#referrals/targets.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { useMarketName } from "#ui/value.tsx";
import { readTargets, type TargetFault } from "./read-targets.ts";
import { TargetForm } from "./target-form.tsx";
import { targetStore } from "./target-store.ts";
import { type JudgedTarget, targetsTable } from "./targets-table.tsx";
import "./targets.css";

const MARKET = ["customerMarket"] as const;

/** The reader's targets: how the selection stands to each, what is missing, and whether the open ones can still bring it. */
export function TargetsPanel(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const nameOf = useMarketName();
  const targets = useObservable(targetStore);
  const missing = useMissingForOutcomes();
  const { population, filters } = useView().viewData.resolved;
  const state = useOutcomeCounts({ population, filters, fields: MARKET });
  const judged = mapData(state, ({ rows }): JudgedTarget[] =>
    targets.map((target, place) => ({ place, target, standing: targetStanding(target, rows) })),
  );
  const remove = (place: number) => targetStore.set(targets.filter((_, at) => at !== place));
  const table = (value: readonly JudgedTarget[]) => targetsTable(value, nameOf, i18n);
  return (
    <QueryPanel
      name="targets"
      title={t("targets.title")}
      subtitle={t("targets.subtitle")}
      state={judged}
      figures={["targets", "acceptance", "win", "close"]}
      source={sourceOf(state)}
      chart={(value) =>
        missing.length > 0 ? (
          <AbsentNote fields={missing} />
        ) : (
          value.length > 0 && <ScrolledTable {...targetsTable(value, nameOf, i18n, remove)} />
        )
      }
      tables={(value) => (value.length === 0 || missing.length > 0 ? [] : [panelTable(table(value))])}
      below={<TargetTools />}
    />
  );
}

/** Sets, imports and exports targets; what is wrong with one is said. */
function TargetTools(): ReactNode {
  const { t } = useI18n();
  const targets = useObservable(targetStore);
  const [fault, setFault] = useState<TargetFault | null>(null);
  const take = (text: string) => {
    const read = readTargets(text);
    const isRead = Array.isArray(read);
    if (isRead) targetStore.set(read);
    setFault(isRead ? null : read);
    return isRead;
  };
  const add = (more: readonly unknown[]) => take(JSON.stringify([...targets, ...more]));
  return (
    <div className="targets__tools no-print">
      {targets.length === 0 && <NoTargets onAdd={add} />}
      <p className="targets__actions">
        <label className="link targets__import">
          {t("targets.import")}
          <input
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            onChange={({ currentTarget }) => void currentTarget.files?.[0]?.text().then(take)}
          />
        </label>
        {targets.length > 0 && (
          <button type="button" className="link" onClick={() => saveTargets(targets)}>
            {t("targets.export")}
          </button>
        )}
      </p>
      <details>
        <summary>{t("targets.add")}</summary>
        <TargetForm onAdd={(target) => add([target])} />
      </details>
      {fault && (
        <p role="alert" className="targets__fault">
          {t(`targets.fault.${fault.part}`, { place: fault.place ?? 1 })}
        </p>
      )}
    </div>
  );
}

function saveTargets(targets: readonly RateTarget[]): void {
  saveFile(
    new Blob([JSON.stringify(targets, null, 2)], { type: "application/json" }),
    "referrals-targets.json",
  );
}

/** Offers the targets that Microsoft has published. */
function NoTargets({ onAdd }: { onAdd: (targets: readonly unknown[]) => boolean }): ReactNode {
  const { t } = useI18n();
  const source = { name: t("targets.program"), source: t("targets.programSource"), month: "2023-03" };
  return (
    <p className="panel__note">
      {t("targets.none")}{" "}
      <button
        type="button"
        className="link"
        onClick={() => onAdd(PROGRAM_TARGETS.map((target) => ({ ...target, ...source })))}
      >
        {t("targets.usePrograms")}
      </button>
    </p>
  );
}
