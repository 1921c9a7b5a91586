import { type ReactNode, useMemo } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { isSample } from "#dashboard/context/source-limits.ts";
import { useViewData } from "#dashboard/context/use-view-data.ts";
import { useMarketRank, useView, ViewProvider } from "#dashboard/context/view-context.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { useSelection } from "#selection/use-selection.ts";
import type { ViewName } from "#selection/view-address.ts";
import { Choice } from "#ui/choice.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { PartsPanel } from "./parts-panel.tsx";
import { StageFigures, StagesPanel } from "./stages-panel.tsx";
import { TimesPanels } from "./times-panel.tsx";
import { AnonymisedTrendPanel } from "./trend-panel.tsx";
import {
  ANONYMISED_DIMENSIONS,
  type AnonymisedDimension,
  useAnonymisedParts,
} from "./use-anonymised-parts.ts";
import "./anonymised.css";
import { mapData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { pseudonymOf } from "#records/pseudonym.ts";
import { anonymisedParts } from "./anonymised-model.ts";
import { MAX_APART, TooMany } from "./anonymised-panel.tsx";

type AnonymisedViewProps = { config: AppConfig; view: ViewName };

/** A view for audiences: groups of at least five, codes instead of names, and no filter controls. */
export function AnonymisedView({ config, view }: AnonymisedViewProps): ReactNode {
  const { selection, faults, change } = useSelection();
  const state = useViewData(selection, config.data);
  const viewData = state.kind === "success" ? state.value : null;
  const context = useMemo(
    () => viewData && { config, viewData, selection, change },
    [config, viewData, selection, change],
  );
  if (state.kind === "error") return <QueryError state={state} />;
  if (context === null) return <Skeleton />;
  return (
    <ViewProvider view={context}>
      <AddressNotice faults={faults} grainFault={context.viewData.resolved.grainFault} />
      <Badge />
      <Panels view={view} />
    </ViewProvider>
  );
}

/** Marks the page as anonymised, with its selection. */
function Badge(): ReactNode {
  const { t } = useI18n();
  const { data } = useView().config;
  const sentences = [...useSelectionSentences(), ...(isSample(data) ? [t("trust.sample")] : [])];
  return (
    <aside className="audience" aria-label={t("anonymised.badge")}>
      <p>
        <strong className="anonymised__badge">{t("anonymised.badge")}</strong> {t("anonymised.note")}
      </p>
      <p className="anonymised__selection">{sentences.join(" · ")}</p>
    </aside>
  );
}

function Panels({ view }: { view: ViewName }): ReactNode {
  const { selection } = useView();
  const by = selection.by === "outcome" ? "market" : selection.by;
  switch (view) {
    case "overview":
      return <Overview by={by} />;
    case "funnel":
      return <Funnel by={by} />;
    case "trends":
      return (
        <>
          <SplitChoice by={by} />
          <AnonymisedTrendPanel by={by} />
        </>
      );
    case "markets":
      return (
        <>
          <Parts name="ranked" by="market" />
          <Parts name="partners" by="partner" />
        </>
      );
    case "times":
      return (
        <div className="overview__pair">
          <TimesPanels />
        </div>
      );
    case "deals":
      return <NoDeals />;
    case "referrals":
      return <CustomersPanel />;
  }
}

function NoDeals(): ReactNode {
  const { t } = useI18n();
  return <p className="panel">{t("anonymised.noDeals")}</p>;
}

function Overview({ by }: { by: AnonymisedDimension }): ReactNode {
  const { stages, source } = useAnonymisedParts(by);
  return (
    <>
      <StageFigures state={stages} source={source} />
      <SplitChoice by={by} />
      <div className="overview__pair">
        <StagesPanel state={stages} source={source} />
        <AnonymisedTrendPanel by={by} />
      </div>
      <Parts name="markets" by={by} />
    </>
  );
}

function Funnel({ by }: { by: AnonymisedDimension }): ReactNode {
  const { stages, source } = useAnonymisedParts(by);
  return (
    <>
      <StagesPanel state={stages} source={source} />
      <SplitChoice by={by} />
      <Parts name="split" by={by} />
    </>
  );
}

function Parts({ name, by }: { name: string; by: AnonymisedDimension }): ReactNode {
  const { t } = useI18n();
  const look = useSeriesLook(by, useMarketRank());
  const { parts, source } = useAnonymisedParts(by);
  const filterKey = t(`control.${by === "market" ? "markets" : by === "partner" ? "partners" : "sizes"}`);
  return (
    <PartsPanel
      name={name}
      title={t(`anonymised.parts.${by}`)}
      filterKey={filterKey}
      nameOf={look.nameOf}
      state={parts}
      source={source}
    />
  );
}

function SplitChoice({ by }: { by: AnonymisedDimension }): ReactNode {
  const { t } = useI18n();
  const { change } = useView();
  return (
    <div className="anonymised__choice">
      <Choice
        label={t("control.by")}
        value={by}
        options={ANONYMISED_DIMENSIONS.map((key) => ({ key, name: t(`by.${key}`) }))}
        onChange={(next) => change({ by: next })}
      />
    </div>
  );
}

const NAME = ["customerName"] as const;

/** Customers by code, in place of the list of referrals; small ones are merged. */
function CustomersPanel(): ReactNode {
  const { t } = useI18n();
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const isMany = viewData.dataset.total > MAX_APART;
  const query = isMany ? null : { population, filters, fields: NAME };
  const outcomeCounts = useOutcomeCounts(query);
  if (isMany) return <TooMany title={t("anonymised.customers")} />;
  return (
    <PartsPanel
      name="customers"
      title={t("anonymised.customers")}
      subtitle={t("anonymised.customers.subtitle")}
      filterKey={t("list.column.customer")}
      nameOf={(code) => (code === "" ? t("anonymised.unnamed") : code)}
      state={mapData(outcomeCounts, ({ rows }) =>
        anonymisedParts(rows, (name) => ((name ?? "").trim() === "" ? "" : pseudonymOf(name ?? ""))),
      )}
      source={outcomeCounts.kind === "success" ? outcomeCounts.value : null}
    />
  );
}
