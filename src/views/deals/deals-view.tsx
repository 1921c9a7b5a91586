import { type ReactNode, use } from "react";
import { useDealFields } from "#dashboard/context/source-limits.ts";
import { useView, type View, ViewProvider } from "#dashboard/context/view-context.tsx";
import { useSelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData } from "#queries/query-state.ts";
import { DEALS_KEYS } from "#selection/keys/deals.ts";
import { useKeys } from "#selection/use-selection.ts";
import { dealsModel } from "./deals-model.ts";
import { PipelinePanel, RiskPanel, WonPanel } from "./group-panels.tsx";
import { ReasonPanels } from "./reason-panels.tsx";
import { RegistrationPanel } from "./registration-panel.tsx";
import { SplitPanel } from "./split-panel.tsx";
import { ValuePanel } from "./value-panel.tsx";
import "./deals.css";

/** Deals are few, and their tables have a row per interval: the automatic one is a step coarser. */
const COARSER = { day: "week", week: "month", month: "month", quarter: "quarter", year: "year" } as const;

function inCoarserIntervals(view: View): View {
  const { viewData } = view;
  const { resolved } = viewData;
  if (!resolved.isAutoGrain) return view;
  return { ...view, viewData: { ...viewData, resolved: { ...resolved, grain: COARSER[resolved.grain] } } };
}

/** Deals: values, reasons for losing them, and registrations, where the source has them. */
export function DealsView(): ReactNode {
  return (
    <ViewProvider view={inCoarserIntervals(useView())}>
      <Deals />
    </ViewProvider>
  );
}

function Deals(): ReactNode {
  const { t, loadDeals } = useI18n();
  use(loadDeals());
  const present = useDealFields();
  const { keys, faults, change } = useKeys(DEALS_KEYS);
  const { viewData } = useView();
  const { date, grain, period } = viewData.resolved;
  const records = useSelectedRecords();
  if (present.size === 0) return <p className="message">{t("deals.absent")}</p>;
  const axis = { date, grain, period, dataTime: viewData.dataTime };
  const state = mapData(records.state, (value) => dealsModel(value, { wanted: keys.measure, axis, present }));
  const panel = {
    state,
    source: records.source,
    present,
    onMeasure: (measure: string) => change({ measure }),
  };
  const hasValues = present.has("value") || present.has("valueUsd");
  return (
    <>
      <AddressNotice faults={faults} />
      <RecordsProgress records={records} />
      {hasValues && (
        <>
          <ValuePanel {...panel} />
          <PipelinePanel {...panel} />
          <RiskPanel {...panel} />
          <WonPanel {...panel} />
        </>
      )}
      <SplitPanel
        state={records.state}
        source={records.source}
        present={present}
        axis={axis}
        wanted={keys.split}
        onSplit={(split) => change({ split })}
      />
      {present.has("reason") && <ReasonPanels {...panel} />}
      {(present.has("registration") || present.has("registered")) && <RegistrationPanel {...panel} />}
    </>
  );
}
