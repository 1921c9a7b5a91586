import { type ReactNode, use } from "react";
import { totalCounted } from "#dashboard/data/total-counted.ts";
import { type Compared, type NotCompared, useComparison } from "#dashboard/data/use-comparison.ts";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { sourceOf } from "#queries/query-source.ts";
import { type Change, countChange } from "#referrals/rate.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { TableScroll } from "#table/chart-table-panel.tsx";
import { Panel } from "#ui/panel.tsx";
import { binsTable, formulasTable } from "./partner-center-tables.tsx";
import { usePartnerCenter } from "./use-partner-center.ts";
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
  const state = usePartnerCenter();
  const ours = ourChange(useComparison(MARKET));
  return (
    <QueryPanel
      name="partner-center"
      title={t("partnerCenter.title")}
      subtitle={t("partnerCenter.about")}
      action={action}
      state={state}
      needs={["status", "acceptedDate"]}
      figures={["partnerCenter", "win", "change", "times"]}
      source={sourceOf(state)}
      chart={(value) => (
        <TableScroll label={t("partnerCenter.title")}>
          {[formulasTable(value, ours, i18n), binsTable(value, i18n)].map((table, at) => table.draw(at))}
        </TableScroll>
      )}
      tables={(value) => [formulasTable(value, ours, i18n), binsTable(value, i18n)]}
    />
  );
}

/** How the number of referrals changed as the key figures say it. */
function ourChange(compared: Compared | NotCompared): Change {
  if (compared.kind !== "compared") return { kind: "absent" };
  return countChange(totalCounted(compared.before), totalCounted(compared.rows));
}
