import { type ReactNode, use, useMemo } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { extraFilterOf, useDealFields, useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useIsNear } from "#dashboard/data/use-is-near.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AbsentNote, QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { DataClientProvider, useDataClient } from "#queries/data-client-context.tsx";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Panel } from "#ui/panel.tsx";
import { useMarketName } from "#ui/value.tsx";
import { targetStore, useTargets } from "./target-store.ts";
import { TargetTools } from "./target-tools.tsx";
import { targetsTable } from "./targets-table.tsx";
import { type JudgedTarget, useJudgedTargets } from "./use-judged-targets.ts";
import "./targets.css";

/** Judged once the panel is near the viewport, so that filters clicked above cost nothing here. */
export function TargetsPanel(): ReactNode {
  const { t, loadRoutine } = useI18n();
  use(loadRoutine());
  const { ref, isNear, isCurrent } = useIsNear<HTMLDivElement>(useView().viewData);
  return (
    <div ref={ref} className="targets">
      {isNear ? (
        <AllTargets isCurrent={isCurrent} />
      ) : (
        <Panel title={t("targets.title")}>
          <TargetTools />
        </Panel>
      )}
    </div>
  );
}

/** All targets: how the selection stands to each, what is missing, and whether the open ones can still bring it. */
function AllTargets({ isCurrent }: { isCurrent: boolean }): ReactNode {
  const i18n = useI18n();
  const programs = [...new Set(useTargets().map(({ program }) => program))].filter(Boolean);
  const hasPrograms = useDealFields().has("program");
  return (
    <>
      <JudgedPanel program="" isCurrent={isCurrent} below={<TargetTools />} />
      {programs.map((program) =>
        hasPrograms ? (
          <OfProgram key={program} program={program}>
            <JudgedPanel program={program} isCurrent={isCurrent} />
          </OfProgram>
        ) : (
          <Panel key={program} title={i18n.t("targets.titleOf", { program })}>
            <p className="message">{i18n.t("targets.noPrograms", { program })}</p>
          </Panel>
        ),
      )}
    </>
  );
}

/** Counts and opens the referrals of one program. */
function OfProgram({ program, children }: { program: string; children: ReactNode }): ReactNode {
  const dataClient = useDataClient();
  const { deal } = useView().selection;
  const ofProgram = useMemo(() => ({ ...deal, program: [program] }), [deal, program]);
  const filtered = useMemo(
    () => ({ ...dataClient, ...dataClient.clientsFor(extraFilterOf(ofProgram)) }),
    [dataClient, ofProgram],
  );
  return (
    <DataClientProvider dataClient={filtered}>
      <Reselected part={{ deal: ofProgram }}>{children}</Reselected>
    </DataClientProvider>
  );
}

type JudgedPanelProps = { program: string; isCurrent: boolean; below?: ReactNode };

function JudgedPanel({ program, isCurrent, below }: JudgedPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const names = { market: useMarketName(), size: useSizeName() };
  const missing = useMissingForOutcomes();
  const { state, source, records } = useJudgedTargets(program, isCurrent);
  const remove = (place: number) => targetStore.change((all) => all.filter((_, at) => at !== place));
  const table = (value: readonly JudgedTarget[]) => targetsTable(value, names, i18n);
  const chart = (value: readonly JudgedTarget[]) => {
    if (missing.length > 0) return <AbsentNote fields={missing} />;
    return value.length > 0 && <ScrolledTable {...targetsTable(value, names, i18n, remove)} />;
  };
  return (
    <QueryPanel
      name="targets"
      title={program === "" ? t("targets.title") : t("targets.titleOf", { program })}
      subtitle={t("targets.subtitle")}
      state={state}
      figures={["targets", "acceptance", "win", "close"]}
      source={source}
      chart={chart}
      tables={(value) => (value.length === 0 || missing.length > 0 ? [] : [panelTable(table(value))])}
      below={
        <>
          <RecordsProgress records={records} />
          {below}
        </>
      }
    />
  );
}
