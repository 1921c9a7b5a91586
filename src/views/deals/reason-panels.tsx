import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { codeHead, figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { REASONED, type ReasonRow, type Reasons } from "#records/deal-summary.ts";
import type { Drill } from "#selection/drill.ts";
import type { Column, TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { useMarketName } from "#ui/value.tsx";
import { amountBars, type DealsPanelProps } from "./deal-columns.tsx";
import type { DealsModel } from "./deals-model.ts";

const REASON_FIGURES = ["reasons"] as const;

function reasonContent(
  i18n: I18n,
  table: (reasons: Reasons) => TableModel<ReasonRow>,
  sentence?: (reasons: Reasons) => string,
) {
  return {
    chart: ({ reasons }: DealsModel) =>
      reasons.rows.length === 0 ? (
        <p className="message">{i18n.t("deals.reasons.none")}</p>
      ) : (
        <>
          <ScrolledTable {...table(reasons)} />
          {sentence && <p className="panel__note">{sentence(reasons)}</p>}
        </>
      ),
    tables: ({ reasons }: DealsModel) => [panelTable(table(reasons))],
  };
}

/** Reasons for declined and lost referrals: overall, by market, and over time. */
export function ReasonPanels({ state, source }: DealsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const nameOf = useMarketName();
  const { basis, period, grain } = useView().viewData.resolved;
  const shared = { state, source, figures: REASON_FIGURES };
  const count = state.kind === "success" ? totalOf(state.value.reasons.rows) : 0;
  return (
    <>
      <QueryPanel
        {...shared}
        name="reasons"
        title={t("deals.reasons.title")}
        subtitle={t("deals.reasons.subtitle", {
          basis: t(`basis.${basis}`),
          period: formats.period(period.from, period.to),
          count,
        })}
        {...reasonContent(
          i18n,
          (reasons) => reasonTable(reasons, i18n),
          (reasons) => sentenceOf(reasons, i18n),
        )}
      />
      <QueryPanel
        {...shared}
        name="reason-markets"
        title={t("deals.reasons.markets")}
        {...reasonContent(i18n, (reasons) => marketTable(reasons, nameOf, i18n))}
      />
      <QueryPanel
        {...shared}
        name="reason-time"
        title={t("deals.reasons.time")}
        subtitle={t("deals.reasons.timeSubtitle", { basis: t(`basis.${basis}`) })}
        {...reasonContent(i18n, (reasons) => timeTable(reasons, grain, i18n))}
      />
    </>
  );
}

function allOf({ declined, lost }: ReasonRow): number {
  return declined + lost;
}

function totalOf(rows: readonly ReasonRow[]): number {
  return rows.reduce((sum, row) => sum + allOf(row), 0);
}

function sentenceOf({ rows }: Reasons, { t, formats }: I18n): string {
  const [first] = rows;
  const all = totalOf(rows);
  return t("deals.reasons.sentence", {
    reason: first?.reason || t("deal.none"),
    count: formats.count(first ? allOf(first) : 0),
    all: formats.count(all),
    share: formats.percent((first ? allOf(first) : 0) / all),
  });
}

function drillOf({ reason }: ReasonRow, more: Drill = {}): Drill {
  return { outcomes: REASONED, values: { reason: [reason] }, ...more };
}

function reasonColumn(i18n: I18n): Column<ReasonRow> {
  return figureColumns<ReasonRow>(i18n).name({
    id: "reason",
    header: i18n.t("deals.reasons.reason"),
    named: ({ reason }) => ({ code: reason, name: reason || i18n.t("deal.none") }),
  });
}

/** Referrals with a reason, restricted by `more`. */
function countOf(id: string, value: (row: ReasonRow) => number, more: Drill) {
  return { id, value, drill: (row: ReasonRow) => drillOf(row, more) };
}

function reasonTable({ rows }: Reasons, i18n: I18n): TableModel<ReasonRow> {
  const { t } = i18n;
  const make = figureColumns<ReasonRow>(i18n);
  return {
    columns: [
      reasonColumn(i18n),
      ...REASONED.map((outcome) =>
        make.count({
          ...countOf(outcome, (row) => row[outcome], { outcomes: [outcome] }),
          header: t(`outcome.${outcome}`),
        }),
      ),
      make.count({ ...countOf("all", allOf, {}), header: t("deals.reasons.all") }),
      amountBars(rows.map(allOf), allOf),
    ],
    rows,
    rowKey: ({ reason }) => reason,
  };
}

function marketTable(
  { rows, markets }: Reasons,
  nameOf: (market: string) => string,
  i18n: I18n,
): TableModel<ReasonRow> {
  const make = figureColumns<ReasonRow>(i18n);
  const columns = markets.map((market, place) =>
    make.count({
      ...countOf(market, (row) => row.markets[place] ?? 0, { markets: [market] }),
      ...codeHead(market, nameOf(market)),
    }),
  );
  return { columns: [reasonColumn(i18n), ...columns], rows, rowKey: ({ reason }) => reason };
}

function timeTable({ rows, buckets }: Reasons, grain: Grain, i18n: I18n): TableModel<ReasonRow> {
  const make = figureColumns<ReasonRow>(i18n);
  const columns = buckets.map(({ start, covered }, place) =>
    make.count({
      ...countOf(start, (row) => row.buckets[place] ?? 0, { within: covered }),
      ...codeHead(start, i18n.formats.tick(start, grain)),
    }),
  );
  return { columns: [reasonColumn(i18n), ...columns], rows, rowKey: ({ reason }) => reason };
}
