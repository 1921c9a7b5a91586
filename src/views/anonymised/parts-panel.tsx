import type { ReactNode } from "react";
import { rateValue } from "#dashboard/figures/figure-columns.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import type { AnonymisedRow, AnonymisedTable } from "#referrals/anonymised.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Count, Percent } from "#ui/value.tsx";
import { type Reach, rateFrom } from "./anonymised-model.ts";
import { AnonymisedPanel, Withheld } from "./anonymised-panel.tsx";

export type PartsPanelProps = {
  name: string;
  title: string;
  subtitle?: string;
  /** Header of the first column. */
  filterKey: string;
  nameOf: (key: string) => string;
  state: QueryState<AnonymisedTable | null>;
  source: QuerySource | null;
};

/** The selection by a dimension, with how far referrals got; small rows are merged. */
export function PartsPanel({ filterKey, nameOf, ...panel }: PartsPanelProps): ReactNode {
  const i18n = useI18n();
  const model = (table: AnonymisedTable, isPicture: boolean) =>
    partsTable({ table, filterKey, nameOf, isPicture }, i18n);
  return (
    <AnonymisedPanel
      {...panel}
      figures={["share", "acceptance", "win"]}
      chart={(table) => table && <ScrolledTable {...model(table, true)} />}
      tables={(table) => (table ? [panelTable(model(table, false))] : [])}
    />
  );
}

type PartsTableProps = Pick<PartsPanelProps, "filterKey" | "nameOf"> & {
  table: AnonymisedTable;
  isPicture: boolean;
};

function partsTable(
  { table, filterKey, nameOf, isPicture }: PartsTableProps,
  { t }: I18n,
): TableModel<AnonymisedRow> {
  const largest = Math.max(1, ...table.rows.map(({ count }) => count));
  const rateColumn = (reach: Reach, header: string): ValueColumn<AnonymisedRow> => ({
    id: reach,
    header,
    kind: "share",
    value: ({ parts }) => {
      const rate = rateFrom(table, parts, reach);
      return rate && rateValue(rate);
    },
    cell: ({ parts }) => {
      const rate = rateFrom(table, parts, reach);
      return rate ? <Percent value={rateValue(rate)} /> : <Withheld />;
    },
  });
  return {
    className: "anonymised__parts",
    columns: [
      {
        id: "part",
        header: filterKey,
        kind: "text",
        value: ({ key, members }) =>
          key === null ? t("anonymised.others", { count: members.length }) : nameOf(key),
      },
      barColumn(t("markets.referrals"), ({ count }) => count, isPicture ? largest : null),
      {
        id: "share",
        header: t("markets.share"),
        className: "anonymised__share",
        kind: "share",
        value: ({ count }) => count / table.count,
      },
      rateColumn("accepted", t("markets.acceptance")),
      rateColumn("won", t("markets.win")),
    ],
    rows: table.rows,
    rowKey: ({ key }) => (key === null ? "other" : `part ${key}`),
  };
}

/** A column of referrals, with bars relative to `largest`; null for no bars. */
export function barColumn<Row>(
  header: string,
  count: (row: Row) => number,
  largest: number | null,
): ValueColumn<Row> {
  return {
    id: "referrals",
    header,
    kind: "count",
    value: count,
    cell: (row) => (
      <>
        {largest !== null && (
          <span className="anonymised__bar" style={{ width: `${(count(row) / largest) * 96}px` }} />
        )}
        <Count value={count(row)} />
      </>
    ),
  };
}
