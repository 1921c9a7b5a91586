import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { ChangeValue } from "../common/change.tsx";
import { intervalWords } from "./multiples-table.tsx";
import type { VersusChartProps } from "./versus-chart.tsx";
import { SideFigure, selectionOf } from "./versus-figures.tsx";

const SIDES = ["a", "b"] as const;

/** The same in figures. */
export function VersusTable({ rows, versus, names }: VersusChartProps): ReactNode {
  const i18n = useI18n();
  const { words } = i18n;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words("key.figure")}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {names[side]}
            </th>
          ))}
          <th scope="col">{words("versus.change")}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {words("versus.interval", { name: names[side] })}
            </th>
          ))}
        </tr>
      </thead>
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
                isNeutral={row.key === "exits" || row.key === "open"}
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
