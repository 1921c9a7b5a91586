import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { currentData } from "#queries/query-state.ts";
import { useIsBusy } from "#queries/use-is-busy.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { usePrefetchCube } from "#queries/use-prefetch-cube.ts";
import { type DateBasis, dateFieldOf } from "#referrals/date-basis.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import type { Selection } from "#selection/selection.ts";
import { useSelection } from "#selection/use-selection.ts";
import { viewAt } from "#selection/view-address.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { Sentences } from "#ui/value.tsx";
import { useSelectionSentences } from "../context/selection-sentences.ts";
import { absentFields, sourceKind } from "../context/source-limits.ts";
import { useViewData } from "../context/use-view-data.ts";
import { type View, ViewProvider } from "../context/view-context.tsx";
import { QualityStrip } from "../data-quality/quality-strip.tsx";
import { SourceBanner } from "../data-quality/source-notes.tsx";
import { SelectionBar } from "../filter-bar/selection-bar.tsx";
import { OneCause } from "../panel/one-cause.tsx";
import { QueryError } from "../panel/query-error.tsx";
import { wayOutOf } from "../panel/query-panel.tsx";
import { AddressNotice } from "./address-notice.tsx";
import { heldBack } from "./held-back.ts";
import { LongAddress } from "./long-address.tsx";

type ViewFrameProps = { config: AppConfig; children: ReactNode };

/** The frame of every view: selection controls and the reliability line. */
export function ViewFrame({ config, children }: ViewFrameProps): ReactNode {
  const { selection, faults, change } = useSelection();
  // Panels update when the browser has time, and with them the controls, unless one of these is used.
  const shown = useDeferredValue(selection);
  const [isAhead, setIsAhead] = useState(false);
  const changeIn = useMemo(() => {
    const by = (isOfControl: boolean) => (part: Partial<Selection>) => {
      setIsAhead(isOfControl);
      change(part);
    };
    return { controls: by(true), panels: by(false) };
  }, [change]);
  const touch = useCallback(() => setIsAhead(true), []);
  const state = useViewData(selection, config.data);
  const shownState = useViewData(shown, config.data);
  const isHeld = useDeferredValue(useObservable(heldBack));
  const viewData = state.kind === "success" ? state.value : null;
  const shownData = shownState.kind === "success" ? shownState.value : null;
  if (state.kind === "error") return <QueryError state={state} />;
  if (viewData === null || shownData === null) return <Skeleton />;
  const { resolved, dataset } = isAhead ? viewData : shownData;
  return (
    <>
      <AddressNotice faults={faults} grainFault={resolved.grainFault} />
      <LongAddress />
      <SelectionBar
        selection={isAhead ? selection : shown}
        resolved={resolved}
        summary={dataset}
        data={config.data}
        onChange={changeIn.controls}
        onRemove={changeIn.panels}
        onTouch={touch}
      />
      {isHeld ? (
        <Skeleton belowBar />
      ) : (
        <Shown config={config} viewData={shownData} selection={shown} change={changeIn.panels}>
          {children}
        </Shown>
      )}
    </>
  );
}

/** Fetches what the reliability line needs, then prefetches the cube that covers all views. */
function Shown({ config, viewData, selection, change, children }: ShownProps): ReactNode {
  const { population, filters, period, basis: date } = viewData.resolved;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: MARKET });
  const everything = useOutcomeCounts({ population, filters: NO_FILTERS, fields: MARKET });
  const isBusy = useIsBusy();
  // Deferred, so that no result of what nobody waits for yet interrupts the first render of the panels. Latched:
  // disabling a query would cancel it.
  const isQuiet = useLatch(useDeferredValue(currentData(outcomeCounts) !== null && !isBusy, false));
  // Delayed by a render, so that the panels' queries start first.
  const hasSmall = useLatch(useDeferredValue(isQuiet) && !isBusy);
  const isPrefetched = usePrefetchCube(period, hasSmall && date === "created");
  const isSettled = useDeferredValue(hasSmall && (isPrefetched || date !== "created"));
  const view = useMemo(
    () => ({ config, viewData, selection, change, isQuiet, isSettled }),
    [config, viewData, selection, change, isQuiet, isSettled],
  );
  return (
    <ViewProvider view={view}>
      <PrintedSelection />
      <SourceBanner />
      <OneCause>
        <QualityStrip outcomeCounts={outcomeCounts} everything={everything} />
        {absentFields(config.data, [dateFieldOf(date)]).length > 0 ? (
          <AbsentBasis basis={date} data={config.data} onChange={change} />
        ) : (
          children
        )}
      </OneCause>
    </ViewProvider>
  );
}

/** Shown instead of empty figures where the source lacks the date basis. */
type AbsentBasisProps = { basis: DateBasis; data: AppConfig["data"]; onChange: View["change"] };

function AbsentBasis({ basis, data, onChange }: AbsentBasisProps): ReactNode {
  const { t } = useI18n();
  return (
    <div className="message">
      <p>
        {t("source.basis", { field: t(`field.${dateFieldOf(basis)}`), source: sourceKind(data) })}{" "}
        {wayOutOf([dateFieldOf(basis)], t, data)}
      </p>
      <button type="button" className="button" onClick={() => onChange({ basis: "created" })}>
        {t("source.byCreated")}
      </button>
    </div>
  );
}

type ShownProps = Omit<View, "isQuiet" | "isSettled"> & { children: ReactNode };

const MARKET = ["customerMarket"] as const;

/** True from the first time that `holds` is true. */
export function useLatch(holds: boolean): boolean {
  const [held, setHeld] = useState(holds);
  if (holds && !held) setHeld(true);
  return held || holds;
}

/** The selection as text, for print. */
function PrintedSelection(): ReactNode {
  const { t } = useI18n();
  const name = viewAt(useLocation()[0]);
  const sentences = useSelectionSentences();
  return (
    <div className="print-only">
      {name && <strong>{t(`view.${name}`)}</strong>}
      <Sentences of={sentences} />
    </div>
  );
}
