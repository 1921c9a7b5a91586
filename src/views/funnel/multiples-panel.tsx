import { type ReactNode, useState } from "react";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { FUNNEL_DIMENSIONS, type FunnelDimension } from "#selection/keys/funnel.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { MultiplesChart, type MultiplesChartProps, UnfinishedNote } from "./multiples-chart.tsx";
import { extremesOf } from "./multiples-model.ts";
import { type FunnelMultiples, useMultiples } from "./use-multiples.ts";
import { type PartsLook, useDimensionParts, usePeriodParts } from "./use-parts.tsx";
import "./multiples.css";
import type { Funnel } from "#referrals/funnel.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { funnelColumns } from "./funnel-columns.tsx";

type MultiplesPanelProps = {
  dimension: FunnelDimension;
  onDimension: (dimension: FunnelDimension) => void;
};

/** The funnels of a dimension's values, side by side. */
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

function sentence({ multiples, all }: FunnelMultiples, look: PartsLook, { t, formats }: I18n): string {
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

type MultiplesTableProps = MultiplesChartProps & {
  /** Whether Other is expanded. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
};

type Row = Pick<ValueColumn<unknown>, "id"> & {
  funnel: Funnel;
  drill: Drill;
  /** Null for rows that are no part. */
  part: string | null;
  name: string;
  mark: ReactNode;
  className?: string;
};

/** The parts as a table; Other expands into its members. */
function multiplesTable(props: MultiplesTableProps, i18n: I18n): TableModel<Row> {
  const { breakdown, look, isOpen, onOpen } = props;
  const { t } = i18n;
  const { multiples, other, all } = breakdown;
  const part = ({ key, funnel }: (typeof multiples)[number]): Row => ({
    id: `part ${key}`,
    funnel,
    drill: look.drillOf(key),
    part: key,
    name: look.nameOf(key),
    mark: (
      <>
        {look.mark(key, "plain-button")}
        <UnfinishedNote look={look} part={key} />
      </>
    ),
  });
  const others = (members: readonly unknown[]) => t("split.otherOf", { count: members.length });
  return {
    columns: [
      {
        id: "part",
        header: t("split.part"),
        kind: look.isPeriod ? "date" : "text",
        value: ({ part: key, name }) => (look.isPeriod && key !== null ? Date.parse(key) : name),
        code: ({ part: key }) => (look.isPeriod ? null : key),
        cell: ({ mark }) => mark,
      },
      ...funnelColumns<Row>({ funnel: ({ funnel }) => funnel, drill: ({ drill }) => drill }, i18n),
    ],
    rows: [
      ...multiples.map(part),
      ...(other
        ? [
            {
              id: "other",
              funnel: other.funnel,
              drill: look.otherDrill(multiples.map(({ key }) => key)),
              part: null,
              name: others(other.members),
              mark: (
                <button type="button" className="link" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
                  {others(other.members)}
                </button>
              ),
            },
          ]
        : []),
      ...(isOpen && other
        ? other.members.map((member) => ({ ...part(member), className: "multiples__member" }))
        : []),
      { id: "all", funnel: all, drill: {}, part: null, name: t("split.all"), mark: t("split.all") },
    ],
    rowKey: ({ id }) => id,
    rowClass: ({ className }) => className,
  };
}
