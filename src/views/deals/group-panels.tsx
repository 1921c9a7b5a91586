import type { ReactNode } from "react";
import { dealTextName, measured, measureName } from "#dashboard/context/deal-names.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { bucketStatus } from "#dashboard/figures/trend-buckets.ts";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { DealField } from "#referrals/deal-fields.ts";
import type { Risk } from "#referrals/deals.ts";
import type { Outcome } from "#referrals/outcome.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { type DealsPanelProps, groupColumns } from "./deal-columns.tsx";
import type { DealRow, DealsModel } from "./deals-model.ts";

type GroupPanel<Key> = {
  name: string;
  title: string;
  subtitle: string;
  none: string;
  /** Header of the first column. */
  head: string;
  nameOf: (key: Key) => string;
  codeOf: (key: Key) => string;
  rows: (deals: DealsModel) => readonly DealRow<Key>[];
  sentence: (deals: DealsModel) => string | null;
  figures: Parameters<typeof QueryPanel>[0]["figures"];
};

/** Groups of deals in the view's measure, as a table with bars. */
function GroupsPanel<Key>({
  state,
  source,
  ...panel
}: Pick<DealsPanelProps, "state" | "source"> & GroupPanel<Key>): ReactNode {
  const i18n = useI18n();
  const table = (deals: DealsModel): TableModel<DealRow<Key>> => {
    const rows = panel.rows(deals);
    return {
      columns: [
        figureColumns<DealRow<Key>>(i18n).name({
          id: "key",
          header: panel.head,
          named: ({ key }) => ({ code: panel.codeOf(key), name: panel.nameOf(key) }),
        }),
        ...groupColumns(rows, deals.measure ?? "", i18n),
      ],
      rows,
      rowKey: ({ key }) => panel.codeOf(key),
    };
  };
  return (
    <QueryPanel
      name={panel.name}
      title={panel.title}
      subtitle={panel.subtitle}
      state={state}
      source={source}
      figures={panel.figures}
      chart={(deals) => {
        const sentence = panel.sentence(deals);
        if (panel.rows(deals).every(({ deals: count }) => count === 0))
          return <p className="message">{panel.none}</p>;
        return (
          <>
            <ScrolledTable {...table(deals)} />
            {sentence && <p className="panel__note">{sentence}</p>}
          </>
        );
      }}
      tables={(deals) => [panelTable(table(deals))]}
    />
  );
}

/** The display name of the view's measure, once known. */
function useMeasureName({ state }: Pick<DealsPanelProps, "state">): string {
  const i18n = useI18n();
  const measure = state.kind === "success" ? state.value.measure : null;
  return measure === null ? "–" : measureName(measure, i18n);
}

export function PipelinePanel({ state, source }: DealsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const by = state.kind === "success" ? state.value.pipeline.by : "outcome";
  const nameOf = (key: string) =>
    by === "salesStage" ? dealTextName("salesStage", key, i18n) : t(`outcome.${key as Outcome}`);
  return (
    <GroupsPanel
      state={state}
      source={source}
      name="pipeline"
      title={t("deals.pipeline.title")}
      subtitle={t("deals.pipeline.subtitle", { measure: useMeasureName({ state }) })}
      none={t("deals.pipeline.none")}
      head={t("deals.pipeline.stage")}
      nameOf={nameOf}
      codeOf={(key) => key}
      rows={(deals) => deals.pipeline.rows}
      sentence={({ pipeline, measures, measure }) => {
        const [most] = pipeline.rows.toSorted((a, b) => b.value.sum - a.value.sum);
        const all = measures.find((one) => one.measure === measure)?.open;
        if (
          most === undefined ||
          all === undefined ||
          measure === null ||
          most.key === "" ||
          !(most.value.sum > 0)
        )
          return null;
        return t("deals.pipeline.sentence", {
          stage: nameOf(most.key),
          value: measured(most.value.sum, measure, i18n),
          all: measured(all.sum, measure, i18n),
          count: most.value.count,
        });
      }}
      figures={["pipeline", "value"]}
    />
  );
}

export function RiskPanel({ state, source, present }: DealsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { dataTime } = useView().viewData;
  const needs = ["expectedClose", "updated"] as const satisfies readonly DealField[];
  const absent = needs.filter((field) => !present.has(field)).map((field) => t(`deals.field.${field}`));
  const missing = absent.length > 0 ? [t("deals.risk.absent", { fields: formats.list(absent) })] : [];
  const sentences = ({ atRisk: { share } }: DealsModel) =>
    share === null
      ? missing
      : [
          t("deals.risk.sentence", {
            share: formats.percent(share),
            isAll: absent.length > 0 ? "no" : "yes",
          }),
          ...missing,
        ];
  return (
    <GroupsPanel<Risk>
      state={state}
      source={source}
      name="at-risk"
      title={t("deals.risk.title")}
      subtitle={t("deals.risk.subtitle", {
        time: formats.dateTime(dataTime),
        measure: useMeasureName({ state }),
      })}
      none={[t("deals.risk.none", { isAll: absent.length > 0 ? "no" : "yes" }), ...missing].join(" ")}
      head={t("deals.risk.why")}
      nameOf={(risk) => t(`deal.risk.${risk}`)}
      codeOf={(risk) => risk}
      rows={(deals) => deals.atRisk.rows}
      sentence={(deals) => sentences(deals).join(" ") || null}
      figures={["atRisk", "value"]}
    />
  );
}

export function WonPanel({ state, source }: DealsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { basis, grain } = useView().viewData.resolved;
  const measure = useMeasureName({ state });
  return (
    <GroupsPanel<TrendBucket>
      state={state}
      source={source}
      name="won-value"
      title={t("deals.won.title")}
      subtitle={t("deals.won.subtitle", { basis: t(`basis.${basis}`), measure })}
      none={t("deals.won.none")}
      head={t(`grain.${grain}`)}
      nameOf={({ start, unfinished }) => {
        const name = formats.bucket(start, grain);
        return unfinished === null ? name : `${name} (${bucketStatus(unfinished, i18n)})`;
      }}
      codeOf={({ start }) => start}
      rows={(deals) => deals.won}
      sentence={(deals) => {
        const all = deals.measures.find((one) => one.measure === deals.measure)?.won;
        if (all === undefined || deals.measure === null || all.count === 0) return null;
        return t("deals.won.sentence", {
          value: measured(all.sum, deals.measure, i18n),
          count: all.count,
          measure,
        });
      }}
      figures={["value", "won", "unfinished"]}
    />
  );
}
