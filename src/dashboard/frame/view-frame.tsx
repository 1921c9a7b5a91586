import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useSearch } from "wouter/use-browser-location";
import type { AppConfig } from "#config/app-config.ts";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { absentFields, sourceKind } from "#dashboard/context/source-limits.ts";
import { useViewData } from "#dashboard/context/use-view-data.ts";
import { LoadProgressContext, type View, ViewProvider } from "#dashboard/context/view-context.tsx";
import { QualityStrip } from "#dashboard/data-quality/quality-strip.tsx";
import { SourceBanner } from "#dashboard/data-quality/source-notes.tsx";
import { SelectionBar } from "#dashboard/filter-bar/selection-bar.tsx";
import { OneCause, QueryError } from "#dashboard/panel/query-error.tsx";
import { wayOutOf } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { inSite } from "#lib/base-path.ts";
import { createObservable, useObservable } from "#lib/observable.ts";
import { currentData } from "#queries/query-state.ts";
import { useIsBusy } from "#queries/use-is-busy.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { usePrefetchCube } from "#queries/use-prefetch-cube.ts";
import { type DateBasis, dateFieldOf } from "#referrals/date-basis.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { MAX_ADDRESS_CHARACTERS, MAX_LINK } from "#selection/parameter.ts";
import { savedViews, withViews } from "#selection/saved-views.ts";
import type { Selection } from "#selection/selection.ts";
import { ADDRESS_FULL, useSelection } from "#selection/use-selection.ts";
import { viewAt } from "#selection/view-address.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { Sentences } from "#ui/value.tsx";
import { AddressNotice } from "./address-notice.tsx";

/**
 * True for a moment, while the results of the first view arrive: drawn in one go, they are there sooner than drawn one
 * after the other.
 */
export const heldBack = createObservable(false);

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
    () => ({ config, viewData, selection, change }),
    [config, viewData, selection, change],
  );
  const progress = useMemo(() => ({ isQuiet, isSettled }), [isQuiet, isSettled]);
  return (
    <ViewProvider view={view}>
      <LoadProgressContext value={progress}>
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
      </LoadProgressContext>
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

type ShownProps = View & { children: ReactNode };

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

/** Warns that the address is too long for a link, or full, and offers to save the view instead. */
function LongAddress(): ReactNode {
  const { t, formats } = useI18n();
  const search = useSearch();
  const [path] = useLocation();
  const isFull = useIsFull(search);
  const [saved, setSaved] = useState<string | null>(null);
  const link = location.origin + inSite(path) + search;
  if (link.length <= MAX_LINK && !isFull) return null;
  function save(): void {
    const name = `${t(`view.${viewAt(path) ?? "overview"}`)} ${formats.dateTime(Date.now())}`;
    const more = [{ name, address: path + search, isDefault: false }];
    savedViews.change((kept) => withViews(kept, more) ?? kept);
    const isSaved = savedViews.get().some((one) => one.name === name);
    setSaved(isSaved && savedViews.isKept.get() ? name : "");
  }
  return (
    <div className="message" role="status">
      {isFull && <p>{t("notice.full", { most: formats.count(MAX_ADDRESS_CHARACTERS) })}</p>}
      <p>{t("notice.longLink", { count: formats.count(link.length), most: formats.count(MAX_LINK) })}</p>
      {saved === null ? (
        <button type="button" className="link" onClick={save}>
          {t("notice.saveView")}
        </button>
      ) : (
        <p>{saved === "" ? t("saved.notKept") : t("notice.savedView", { name: saved })}</p>
      )}
    </div>
  );
}

/** Whether the last choice did not fit into the address. */
function useIsFull(search: string): boolean {
  const [fullAt, setFullAt] = useState<string | null>(null);
  useEffect(() => {
    const note = () => setFullAt(search);
    addEventListener(ADDRESS_FULL, note);
    return () => removeEventListener(ADDRESS_FULL, note);
  }, [search]);
  return fullAt === search;
}
