import type { ReactNode } from "react";
import { measureName } from "#dashboard/context/deal-names.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { currentData } from "#queries/query-state.ts";
import type { MeasureValues } from "#records/deal-summary.ts";
import { ANY_MEASURE, RISKS } from "#referrals/deals.ts";
import type { Drill } from "#selection/drill.ts";
import type { Column, TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { amountColumn, type DealsPanelProps, sumOf } from "./deal-columns.tsx";
import type { DealsModel } from "./deals-model.ts";

/** Open, won and at-risk values per measure; choosing one sets the measure of all other panels. */
export function ValuePanel({ state, source, onMeasure }: DealsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, tRich, formats } = i18n;
  const { basis, period } = useView().viewData.resolved;
  const model = currentData(state);
  const table = (deals: DealsModel) => valueTable(deals, i18n);
  return (
    <QueryPanel
      name="value"
      title={t("deals.value.title")}
      subtitle={t("deals.value.subtitle", {
        basis: t(`basis.${basis}`),
        period: formats.period(period.from, period.to),
      })}
      state={state}
      source={source}
      figures={["value", "pipeline", "atRisk"]}
      action={
        model?.measure != null && (
          <MeasureChoice model={model} measure={model.measure} onMeasure={onMeasure} />
        )
      }
      chart={(deals) =>
        deals.measures.length === 0 ? (
          <NoValues />
        ) : (
          <>
            <ScrolledTable {...table(deals)} />
            <p className="panel__note">
              {tRich("deals.value.unvalued", {
                open: (
                  <Figure
                    key="open"
                    value={deals.unvalued.open}
                    drill={{ fate: "open", unvalued: ANY_MEASURE }}
                  />
                ),
                won: (
                  <Figure
                    key="won"
                    value={deals.unvalued.won}
                    drill={{ outcomes: ["won"], unvalued: ANY_MEASURE }}
                  />
                ),
              })}
            </p>
          </>
        )
      }
      tables={(deals) => [panelTable(table(deals))]}
    />
  );
}

type MeasureChoiceProps = Pick<DealsPanelProps, "onMeasure"> & { model: DealsModel; measure: string };

/** Chooses the measure of the panels below. */
function MeasureChoice({ model, measure, onMeasure }: MeasureChoiceProps): ReactNode {
  const i18n = useI18n();
  return (
    <Choice
      isBare
      label={i18n.t("deal.measure")}
      // "" may be a value of its own: hence a mark before each.
      value={`=${measure}`}
      options={model.measures.map((one) => ({
        key: `=${one.measure}`,
        name: measureName(one.measure, i18n),
      }))}
      onChange={(key) => onMeasure(key.slice(1))}
    />
  );
}

/** Shown without referrals, or without any amounts. */
function NoValues(): ReactNode {
  const { t } = useI18n();
  const { dataset } = useView().viewData;
  return dataset.total === 0 ? <Empty /> : <p className="message">{t("deals.value.none")}</p>;
}

const PARTS = [
  { id: "open", drill: { fate: "open" } },
  { id: "won", drill: { outcomes: ["won"] } },
  { id: "atRisk", drill: { risks: RISKS } },
] as const satisfies readonly { id: keyof MeasureValues; drill: Drill }[];

function valueTable({ measures, measure }: DealsModel, i18n: I18n): TableModel<MeasureValues> {
  const { t } = i18n;
  const make = figureColumns<MeasureValues>(i18n);
  const parts = PARTS.flatMap(({ id, drill }): Column<MeasureValues>[] => {
    const part = {
      drill: (row: MeasureValues) => ({ ...drill, valued: row.measure }),
    };
    return [
      amountColumn<MeasureValues>(
        {
          id,
          header: t(`deals.value.${id}`),
          amount: (row) => sumOf(row[id]),
          measure: (row) => row.measure,
          count: (row) => row[id]?.count ?? 0,
          ...part,
        },
        i18n,
      ),
      make.count({
        id: `${id} deals`,
        header: t(`deals.value.${id}Deals`),
        value: (row) => row[id]?.count ?? null,
        ...part,
      }),
    ];
  });
  return {
    columns: [
      make.name({
        id: "measure",
        header: t("list.column.currency"),
        named: (row) => ({ code: row.measure, name: measureName(row.measure, i18n) }),
      }),
      ...parts,
    ],
    className: "deals__values",
    rows: measures,
    rowKey: (row) => row.measure,
    rowClass: (row) => (row.measure === measure ? "deals__chosen" : undefined),
  };
}
