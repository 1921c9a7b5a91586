import type { ReactNode } from "react";
import { ChangeValue } from "#dashboard/figures/change.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { RateStrip } from "./rate-strip.tsx";
import { againstOf, SideFigure } from "./versus-figures.tsx";
import { isNeutral, type Versus, type VersusRow } from "./versus-model.ts";

export type VersusChartProps = {
  rows: readonly VersusRow[];
  versus: Versus;
  /** What the two are called. */
  names: Record<"a" | "b", string>;
};

const SIDES = ["a", "b"] as const;

/** Two selections on one scale, each figure under the other, and what became different. */
export function VersusChart({ rows, versus, names }: VersusChartProps): ReactNode {
  const { t } = useI18n();
  const scale = Math.max(1, ...rows.flatMap((row) => (row.kind === "count" ? [row.a, row.b] : [])));
  return (
    <>
      <ul className="versus__legend">
        {SIDES.map((side) => (
          <li key={side}>
            <span className={`swatch versus__swatch--${side}`} /> {names[side]}
          </li>
        ))}
      </ul>
      <dl className="versus">
        {rows.map((row) => (
          <div key={row.key} className="versus__row">
            <dt>{t(`versus.${row.key}`)}</dt>
            {SIDES.map((side) => (
              <dd key={side} className={`versus__side versus__side--${side}`}>
                <SideMark row={row} side={side} scale={scale} />
                <SideFigure row={row} side={side} of={versus[side]} />
              </dd>
            ))}
            <dd className="versus__change">
              <ChangeValue
                change={row.change}
                drill={row.drill}
                against={againstOf(versus.b)}
                isNeutral={isNeutral(row)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type SideMarkProps = { row: VersusRow; side: "a" | "b"; scale: number };

function SideMark({ row, side, scale }: SideMarkProps): ReactNode {
  if (row.kind === "rate") return <RateStrip rate={row[side]} of={{ kind: "absent" }} />;
  return (
    <span className="versus__track" aria-hidden="true">
      <span className="versus__bar" style={{ inlineSize: `${(row[side] / scale) * 100}%` }} />
    </span>
  );
}
