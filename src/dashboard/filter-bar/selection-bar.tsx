import { type ReactNode, useEffect, useId, useState } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import { DIMENSION_KEYS } from "#referrals/dimensions.ts";
import { autoGrain } from "#referrals/grain.ts";
import type { Selection } from "#selection/selection.ts";
import { useHistoryPlace } from "#selection/use-history-place.ts";
import { Choice } from "#ui/choice.tsx";
import { grainsFor, type ResolvedSelection } from "../context/resolved-selection.ts";
import { FilterChips } from "./filter-chips.tsx";
import { dealValueCount, MarketControl, MoreFilters, useMarketsText } from "./filter-controls.tsx";
import { PeriodControl, usePeriodText } from "./period-control.tsx";

type SelectionBarProps = {
  selection: Selection;
  resolved: ResolvedSelection;
  summary: DatasetSummary;
  data: AppConfig["data"];
  /** A control shows its change at once. */
  onChange: (part: Partial<Selection>) => void;
  /** The bar shows a removed filter together with the figures. */
  onRemove: (part: Partial<Selection>) => void;
  /** A control is about to change what the address says, which may be ahead of what is shown. */
  onTouch: () => void;
};

/** Controls for every part of the selection. */
export function SelectionBar(props: SelectionBarProps): ReactNode {
  const { selection, resolved, summary, data, onChange, onRemove, onTouch } = props;
  const { t } = useI18n();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const text = useSelectionText(selection, resolved);
  return (
    <search
      className="selection"
      aria-label={t("control.selection")}
      onPointerDownCapture={onTouch}
      onKeyDownCapture={onTouch}
    >
      <button
        type="button"
        className="button button--menu selection__fold"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t("control.selection")}: ${text}`}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{text}</span>
      </button>
      <div id={id} className="selection__controls" data-open={isOpen}>
        <PeriodControl
          period={resolved.period}
          summary={summary}
          data={data}
          selection={selection}
          onChange={onChange}
        />
        <MarketControl
          markets={summary.markets}
          chosen={selection.markets}
          isLocked={selection.lock.includes("market")}
          onChange={(markets) => onChange({ markets })}
        />
        <MoreFilters selection={selection} data={data} onChange={onChange} />
        <GrainControl resolved={resolved} onChange={(grain) => onChange({ grain })} />
        <Choice
          isBare
          label={t("control.by")}
          value={selection.by}
          options={DIMENSION_KEYS.map((key) => ({ key, name: t(`by.${key}`) }))}
          onChange={(by) => onChange({ by })}
        />
        <UndoRedo />
        <FilterChips selection={selection} onChange={onRemove} />
      </div>
    </search>
  );
}

/** Summary of the selection for the button that replaces the controls on narrow screens. */
function useSelectionText(selection: Selection, resolved: ResolvedSelection): string {
  const { t } = useI18n();
  const { partners, sizes, outcomes } = selection;
  const more = partners.length + sizes.length + outcomes.length + dealValueCount(selection);
  const period = usePeriodText(resolved.period, selection.basis);
  const markets = useMarketsText(selection.markets);
  const parts = [period, markets, more > 0 && t("control.more.value", { count: more })];
  return parts.filter(Boolean).join(" · ");
}

type GrainControlProps = { resolved: ResolvedSelection; onChange: (grain: Grain | null) => void };

function GrainControl({ resolved, onChange }: GrainControlProps): ReactNode {
  const { t } = useI18n();
  const automatic = t(`grain.${autoGrain(resolved.period)}`);
  return (
    <Choice<Grain | "">
      isBare
      label={t("control.grain")}
      value={resolved.isAutoGrain ? "" : resolved.grain}
      options={[
        { key: "", name: t("control.grain.auto", { grain: automatic }) },
        ...grainsFor(resolved.period).map((key) => ({ key, name: t(`grain.${key}`) })),
      ]}
      onChange={(grain) => onChange(grain === "" ? null : grain)}
    />
  );
}

/** Undo and redo of selection changes; also by Ctrl+Z and Shift+Ctrl+Z. */
function UndoRedo(): ReactNode {
  const { t } = useI18n();
  const { canUndo, canRedo, undo, redo } = useHistoryPlace();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      // In a field leave undo to the browser.
      if (!isUndo || isField(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [undo, redo]);
  if (!canUndo && !canRedo) return null;
  return (
    <span className="undo">
      <button type="button" className="link" disabled={!canUndo} onClick={undo}>
        {t("control.undo")}
      </button>
      <button type="button" className="link" disabled={!canRedo} onClick={redo}>
        {t("control.redo")}
      </button>
    </span>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
