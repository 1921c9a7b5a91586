import { type ReactNode, use } from "react";
import { useAbsentFields } from "#dashboard/context/source-limits.ts";
import { type Compared, type NotCompared, useComparison } from "#dashboard/data/use-comparison.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AbsentNote, QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { sourceOf } from "#queries/query-source.ts";
import { totalCounted } from "#referrals/funnel.ts";
import { type Change, countChange } from "#referrals/rate.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { TableScroll } from "#table/chart-table-panel.tsx";
import { Panel } from "#ui/panel.tsx";
import { binsTable, formulasTable, type Reconciled, usePartnerCenter } from "./partner-center-tables.tsx";
import "./partner-center.css";

/** Partner Center's own numbers beside ours, and why they differ; behind a switch. */
export function PartnerCenterPanel(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const { keys, change } = useKeys(OVERVIEW_KEYS);
  const button = (
    <button type="button" className="link no-print" onClick={() => change({ reconcile: !keys.reconcile })}>
      {t(keys.reconcile ? "partnerCenter.hide" : "partnerCenter.show")}
    </button>
  );
  if (keys.reconcile) return <Numbers action={button} />;
  return (
    <Panel title={t("partnerCenter.title")} action={button}>
      <p className="panel__note">{t("partnerCenter.about")}</p>
    </Panel>
  );
}

/** As the key figures ask, so that both are worked out once. */
const MARKET = ["customerMarket"] as const;

function Numbers({ action }: { action: ReactNode }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { state, records } = usePartnerCenter();
  const ours = ourChange(useComparison(MARKET));
  const absent = useAbsentFields(["acceptedDate"]);
  const tables = (value: Reconciled) => [
    formulasTable(value, ours, i18n),
    ...(absent.length === 0 ? [binsTable(value, i18n)] : []),
  ];
  return (
    <QueryPanel
      name="partner-center"
      title={t("partnerCenter.title")}
      subtitle={t("partnerCenter.about")}
      action={action}
      state={state}
      needs={["status"]}
      figures={["partnerCenter", "win", "change", "times"]}
      source={sourceOf(state)}
      chart={(value) => (
        <TableScroll label={t("partnerCenter.title")}>
          {tables(value).map((table, at) => table.draw(at))}
        </TableScroll>
      )}
      tables={tables}
      below={
        <>
          <RecordsProgress records={records} />
          {absent.length > 0 && <AbsentNote fields={absent} />}
        </>
      }
    />
  );
}

/** How the number of referrals changed as the key figures say it. */
function ourChange(compared: Compared | NotCompared): Change {
  if (compared.kind !== "compared") return { kind: "absent" };
  return countChange(totalCounted(compared.before), totalCounted(compared.rows));
}
