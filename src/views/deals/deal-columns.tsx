import type { ReactNode } from "react";
import { measured, measureName } from "#dashboard/context/deal-names.ts";
import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import type { ValueSum } from "#records/deal-values.ts";
import type { DealField } from "#referrals/deal-fields.ts";
import type { Drill } from "#selection/drill.ts";
import type { Column, PictureColumn, ValueColumn } from "#table/column.ts";
import type { DealRow, DealsModel } from "./deals-model.ts";

export type DealsPanelProps = {
  state: QueryState<DealsModel>;
  source: QuerySource | null;
  present: ReadonlySet<DealField>;
  onMeasure: (measure: string) => void;
};

type AmountColumn<Row> = Pick<ValueColumn<Row>, "id" | "header"> & {
  amount: (row: Row) => number | null;
  measure: (row: Row) => string;
  /** The deals in the sum. */
  drill: (row: Row) => Drill;
  count: (row: Row) => number;
};

/** Amounts linked to their deals. */
export function amountColumn<Row>(made: AmountColumn<Row>, i18n: I18n): ValueColumn<Row> {
  const { id, header, amount, measure, drill, count } = made;
  return {
    id,
    header,
    kind: "number",
    value: amount,
    note: (row) => (amount(row) === null ? null : measureName(measure(row), i18n)),
    cell: (row) => {
      const value = amount(row);
      if (value === null) return "–";
      return (
        <OpenRecords drill={drill(row)} count={count(row)}>
          <data value={value}>{measured(value, measure(row), i18n)}</data>
        </OpenRecords>
      );
    },
  };
}

/** The sum; null without amounts. */
export function sumOf(value: ValueSum | null): number | null {
  return value === null || value.count === 0 ? null : value.sum;
}

/** Number of deals, sum and bar of their value, median, and number without an amount in this measure. */
export function groupColumns<Key>(
  rows: readonly DealRow<Key>[],
  measure: string,
  i18n: I18n,
): Column<DealRow<Key>>[] {
  const { t } = i18n;
  const make = figureColumns<DealRow<Key>>(i18n);
  const amount = (id: "sum" | "median", read: (value: ValueSum) => number | null) =>
    amountColumn<DealRow<Key>>(
      {
        id,
        header: t(`deals.${id}`),
        amount: ({ value }) => read(value),
        measure: () => measure,
        drill: ({ valued }) => valued,
        count: ({ value }) => value.count,
      },
      i18n,
    );
  return [
    make.count({
      id: "deals",
      header: t("deals.deals"),
      value: ({ deals }) => deals,
      drill: ({ drill }) => drill,
    }),
    amount("sum", sumOf),
    amountBars(
      rows.map(({ value }) => value.sum),
      ({ value }) => value.sum,
    ),
    amount("median", ({ median }) => median),
    make.count({
      id: "without",
      header: t("deals.without"),
      value: ({ deals, value }) => deals - value.count,
      drill: ({ unvalued }) => unvalued,
    }),
  ];
}

/** Bars from 0 to the largest value; negative ones have none. */
export function amountBars<Row>(all: readonly number[], value: (row: Row) => number): PictureColumn<Row> {
  const most = Math.max(0, ...all);
  const bar = (row: Row): ReactNode => (
    <span className="deals__track" aria-hidden="true">
      <span style={{ width: `${most > 0 ? (Math.max(0, value(row)) / most) * 100 : 0}%` }} />
    </span>
  );
  return { id: "bar", header: "", className: "deals__bar", cell: bar };
}
