import type { ReactNode } from "react";
import { grainsFor, type ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { DataClient } from "#queries/data-client.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import { DIMENSION_KEYS } from "#referrals/dimensions.ts";
import { autoGrain } from "#referrals/grain.ts";
import type { Selection } from "#selection/selection.ts";
import { Choice } from "#ui/choice.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { MarketControl } from "./market-control.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { PeriodControl } from "./period-control.tsx";
import { UndoRedo } from "./undo-redo.tsx";

export type SelectionBarProps = {
  dataClient: DataClient;
  selection: Selection;
  scope: ResolvedSelection;
  summary: DatasetSummary;
  onChange: (part: Partial<Selection>) => void;
};

/** What the reader looks at, each part a control; it is kept in the address. */
export function SelectionBar({
  dataClient,
  selection,
  scope,
  summary,
  onChange,
}: SelectionBarProps): ReactNode {
  const { t } = useI18n();
  return (
    <search className="selection" aria-label={t("control.selection")}>
      <PeriodControl period={scope.period} summary={summary} selection={selection} onChange={onChange} />
      <MarketControl
        markets={summary.markets}
        chosen={selection.markets}
        isLocked={selection.lock.includes("market")}
        onChange={(markets) => onChange({ markets })}
      />
      <MoreFilters dataClient={dataClient} selection={selection} onChange={onChange} />
      <GrainControl scope={scope} onChange={(grain) => onChange({ grain })} />
      <Choice
        isBare
        label={t("control.by")}
        value={selection.by}
        options={DIMENSION_KEYS.map((key) => ({ key, name: t(`by.${key}`) }))}
        onChange={(by) => onChange({ by })}
      />
      <UndoRedo />
      <FilterChips selection={selection} onChange={onChange} />
    </search>
  );
}

type GrainControlProps = { scope: ResolvedSelection; onChange: (grain: Grain | null) => void };

function GrainControl({ scope, onChange }: GrainControlProps): ReactNode {
  const { t } = useI18n();
  const automatic = t(`grain.${autoGrain(scope.period)}`);
  return (
    <Choice<Grain | "">
      isBare
      label={t("control.grain")}
      value={scope.isAutoGrain ? "" : scope.grain}
      options={[
        { key: "", name: t("control.grain.auto", { grain: automatic }) },
        ...grainsFor(scope.period).map((key) => ({ key, name: t(`grain.${key}`) })),
      ]}
      onChange={(grain) => onChange(grain === "" ? null : grain)}
    />
  );
}
