import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Judged } from "#referrals/comparison.ts";
import type { TableModel } from "#table/column.ts";
import { againstOf, rivalOf, SideFigure, type VersusChartProps } from "./versus-chart.tsx";
import { isNeutral, type Side, type VersusRow } from "./versus-model.ts";

const SIDES = ["a", "b"] as const;

const HEADS = { "equal-age": "key.before", today: "key.beforeToday" } as const;

/** The second side, judged the other way. */
export type OtherSide = { judged: Judged; side: Side };
type VersusTableProps = VersusChartProps & { other: OtherSide | null };

export function versusTable(
  { rows, versus, names, other }: VersusTableProps,
  i18n: I18n,
): TableModel<VersusRow> {
  const { t } = i18n;
  const make = figureColumns<VersusRow>(i18n);
  const sideColumn = (side: "a" | "b" | "other", header: string, of: Side) =>
    make.figure({
      id: side,
      header,
      figure: (row) =>
        row.kind === "rate" ? { kind: "rate", rate: row[side] } : { kind: "count", count: row[side] },
      drill: ({ drill }) => drill,
      cell: (row) => <SideFigure row={row} side={side} of={of} />,
    });
  return {
    columns: [
      make.name({
        id: "figure",
        header: t("key.figure"),
        named: ({ key }) => ({ code: key, name: t(`versus.${key}`) }),
      }),
      ...SIDES.map((side) => sideColumn(side, names[side], versus[side])),
      ...(other ? [sideColumn("other", t(HEADS[other.judged]), other.side)] : []),
      make.change({
        id: "change",
        header: t("versus.change"),
        change: (row) => ({
          change: row.change,
          drill: row.drill,
          against: againstOf(versus),
          isNeutral: isNeutral(row),
          why: row.key,
          whyRival: rivalOf(versus),
        }),
      }),
      ...SIDES.map((side) =>
        make.interval({
          id: `interval ${side}`,
          header: t("versus.interval", { name: names[side] }),
          rate: (row) => (row.kind === "rate" ? row[side] : null),
        }),
      ),
    ],
    rows,
    rowKey: ({ key }) => key,
  };
}
