import type { ReactNode } from "react";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { funnelTables } from "#dashboard/figures/funnel-tables.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel, sourceOf } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { FunnelChart } from "./funnel-chart.tsx";

/** The funnel of the selection. */
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
