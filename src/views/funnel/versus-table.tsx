import type { ReactNode } from "react";
import { ChangeValue } from "#dashboard/figures/change.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { TableHead } from "#ui/table-head.tsx";
import { intervalWords } from "./funnel-cells.tsx";
import type { VersusChartProps } from "./versus-chart.tsx";
import { SideFigure, selectionOf } from "./versus-figures.tsx";
import { isNeutral } from "./versus-model.ts";

const SIDES = ["a", "b"] as const;

/** The same in figures. */
export function VersusTable({ rows, versus, names }: VersusChartProps): ReactNode {
  const i18n = useI18n();
  const { words } = i18n;
  return (
    <table className="table">
      <TableHead
        columns={[
          "key.figure",
          ...SIDES.map((side) => ({ key: side, name: names[side] })),
          "versus.change",
          ...SIDES.map((side) => ({
            key: `interval ${side}`,
            name: words("versus.interval", { name: names[side] }),
          })),
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <data value={row.key}>{words(`versus.${row.key}`)}</data>
            </th>
            {SIDES.map((side) => (
              <td key={side}>
                <SideFigure row={row} side={side} of={versus[side]} />
              </td>
            ))}
            <td>
              <ChangeValue
                change={row.change}
                drill={row.drill}
                against={selectionOf(versus.b)}
                isNeutral={isNeutral(row)}
              />
            </td>
            {SIDES.map((side) => (
              <td key={side} className="second">
                {row.kind === "rate" && intervalWords(row[side], i18n)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
