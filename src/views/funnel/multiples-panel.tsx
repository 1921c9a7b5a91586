import { type ReactNode, useState } from "react";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { FUNNEL_DIMENSIONS, type FunnelDimension } from "#selection/keys/funnel.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { MultiplesChart } from "./multiples-chart.tsx";
import { extremesOf } from "./multiples-model.ts";
import { multiplesTable } from "./multiples-table.tsx";
import { type FunnelBreakdown, useMultiples } from "./use-multiples.ts";
import { type PartsLook, useDimensionParts, usePeriodParts } from "./use-parts.tsx";
import "./multiples.css";

export type MultiplesPanelProps = {
  dimension: FunnelDimension;
  onDimension: (dimension: FunnelDimension) => void;
};

/** The funnel of each part of the selection, side by side. */
export function MultiplesPanel({ dimension, onDimension }: MultiplesPanelProps): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { resolved } = useView().viewData;
  const [isOpen, setOpen] = useState(false);
  const filters = useDimensionParts(dimension === "period" ? "market" : dimension);
  const { state, source, grain } = useMultiples(dimension, filters.compare);
  const periods = usePeriodParts(grain);
  const look = dimension === "period" ? periods : filters;
  const period = formats.period(resolved.period.from, resolved.period.to);
  const basis = t(`basis.${resolved.basis}`);
  return (
    <QueryPanel
      name="split"
      title={t(`split.title.${dimension}`)}
      subtitle={t(dimension === "period" ? "split.subtitle.period" : "split.subtitle", {
        period,
        basis,
        grain,
      })}
      needs={missing}
      state={state}
      figures={["created", "accepted", "won", "acceptance", "win", "interval", "other", "market"]}
      source={source}
      action={
        <Choice
          isBare
          label={t("split.by")}
          value={dimension}
          options={FUNNEL_DIMENSIONS.map((key) => ({ key, name: t(`split.by.${key}`) }))}
          onChange={onDimension}
        />
      }
      chart={(breakdown) =>
        breakdown.all.created === 0 ? (
          <Empty />
        ) : (
          <>
            <MultiplesChart breakdown={breakdown} look={look} />
            <p className="panel__note">{sentence(breakdown, look, i18n)}</p>
          </>
        )
      }
      tables={(breakdown) => [panelTable(multiplesTable({ breakdown, look, isOpen, onOpen: setOpen }, i18n))]}
    />
  );
}

function sentence({ multiples, all }: FunnelBreakdown, look: PartsLook, { t, formats }: I18n): string {
  const found = extremesOf(multiples.filter(({ key }) => look.unfinishedOf(key) === null));
  if (found === null) return t("split.sentence.few");
  return t("split.sentence", {
    high: look.nameOf(found.high.key),
    highRate: formats.percent(found.high.value),
    low: look.nameOf(found.low.key),
    lowRate: formats.percent(found.low.value),
    all: formats.percent(all.accepted / all.created),
  });
}
